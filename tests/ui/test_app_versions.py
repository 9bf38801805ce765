"""The pages on texts to be careful with: doubts shown in place, two texts compared, references checked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus import ChangeKind, Remark, RemarkKind, Settings, Version, compare_versions
from index import Hit
from ingest import read_file
from ui.components.comparison import comparison_html
from ui.components.doubts import doubts_html
from ui.components.evidence_card import card_html, remarks_on
from ui.components.layers import Layer, layered
from ui.components.provision_text import text_html
from ui.components.remark_marks import remark_list_html
from ui.exports import comparison_table
from ui.services import Services

ROOT = Path(__file__).resolve().parents[2]
TITLE = "栖澜市井盖管理规定"
OLD = f"""# {TITLE}

2019年5月20日 栖澜市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 为了加强井盖管理，制定本规定。

第二条 市建设部门统筹负责全市井盖管理工作，处一千元罚款。

第三条 本规定自2019年8月1日起施行。
"""
NEW = f"""# {TITLE}

2023年5月20日 栖澜市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 为了加强井盖管理，制定本规定。

第二条 市城市管理部门统筹负责全市井盖管理工作，处二千元罚款。

第三条 违反本规定第二条、第九条的，依照《栖澜市市容条例》第三条处罚。

第五条 本规定自2023年8月1日起施行。
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Two texts of one instrument; the newer as out of a poor scan in traditional characters."""
    folder = tmp_path_factory.mktemp("versions")
    services = Services(Settings(folder / "data", threads=1))
    for name, words in (("旧.md", OLD), ("新.md", NEW)):
        (folder / name).write_text(words, encoding="utf-8")
        parsed = read_file(folder / name, services.gazetteer)[0]
        version = doubtful(parsed.version) if name == "新.md" else parsed.version
        services.store.add(replace(parsed, version=version))
    services.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUANZE_HOME", str(folder / "data"))
        patch.setenv("QUANZE_THREADS", "1")
        yield folder / "data"


def doubtful(version: Version) -> Version:
    text = version.text
    at, struck = text.index("城市管理"), text.index("罚款。") + 3
    remarks = (
        Remark(RemarkKind.LOW_CONFIDENCE, at, at + 4, '请核对"原件"', confidence=0.41),
        Remark(RemarkKind.TRACKED, at + 2, at + 6, "修订后的文字", "<建设>"),
        Remark(RemarkKind.TRACKED, struck, struck, "删去的文字", "并公告"),
    )
    written = text.replace("统筹负责", "統籌負責")
    return replace(version, remarks=remarks, original_text=written, incomplete=("缺第四条",), warnings=("甲<乙",))


@pytest.fixture(scope="module")
def texts(home: Path) -> tuple[Version, Version]:
    services = Services(Settings(home))
    ordered = sorted(services.store.summaries(), key=lambda summary: summary.interval.starts_on)
    old, new = (services.store.version(summary.id) for summary in ordered)
    services.close()
    return old, new


def words_of(html: str) -> str:
    without = re.sub(r"<button.*?</button>", "", html)
    return re.sub(r"\s", "", unescape(re.sub(r"<[^>]+>", "", without)))


def open_page(name: str, **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=120)
    app.run()
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(f"views/{name}.py").run()
    assert not app.exception
    assert not app.error, app.error[0].value
    return app


def html(app: AppTest) -> str:
    return "\n".join(e.proto.body for e in app.get("html") if "<script>" not in e.proto.body)


def test_layers_cut_each_other_and_escape_everything() -> None:
    marks = [Layer(1, 4, "<b>", "</b>"), Layer(3, 6, "<i>", "</i>"), Layer(6, 6, "<u>", "</u>")]
    assert layered("<甲乙丙丁>", marks) == "&lt;<b>甲乙</b><b><i>丙</i></b><i>丁&gt;</i><u></u>"
    assert layered("甲", [Layer(-3, 9, "<b>", "</b>"), Layer(5, 7, "<i>", "</i>")]) == "<b>甲</b>"
    assert layered("甲<", []) == "甲&lt;"


def test_doubtful_words_are_marked_in_place_and_no_sign_is_lost(texts: tuple[Version, Version]) -> None:
    shown = text_html(texts[1], TITLE)
    assert words_of(shown) == re.sub(r"\s", "", texts[1].text)
    assert 'title="识别存疑：请核对&quot;原件&quot;（置信度 41%）">城市' in shown
    assert "原为“&lt;建设&gt;”" in shown
    assert shown.count("qz-remark tracked gone") == 1, "what was struck out between two lines is told once"
    assert "qz-remark" not in text_html(texts[0], TITLE)


def test_the_text_can_be_shown_in_the_characters_of_the_source(texts: tuple[Version, Version]) -> None:
    shown = text_html(texts[1], TITLE, "art_2", as_written=True)
    assert words_of(shown) == re.sub(r"\s", "", texts[1].original_text)
    assert 'here" id="art_2"' in shown
    assert text_html(texts[0], TITLE, as_written=True) == text_html(texts[0], TITLE)


def test_every_remark_stands_in_the_list_with_its_place(texts: tuple[Version, Version]) -> None:
    listed = remark_list_html(texts[1], TITLE)
    assert listed.count("<li>") == 3
    assert f'<a href="browse?v={texts[1].id}&amp;eid=art_2__para_1">第二条</a> “城市管理” 识别存疑' in listed


def test_an_evidence_card_marks_quotation_and_doubt(texts: tuple[Version, Version]) -> None:
    version = texts[1]
    article = version.articles[1]
    hit = Hit("i1", version.id, TITLE, article.eid, "《…》第二条", version.whole_text(article), 1.0, 1.0, 1.0)
    remarks = remarks_on(hit, version)
    assert [hit.text[r.start : r.end] for r in remarks][:2] == ["城市管理", "管理部门"]
    shown = card_html(hit, ["市城市管理部门统筹负责"], None, None, remarks)
    assert re.search(r'<mark>市</mark><mark><span class="qz-remark doubtful"[^>]*>城市</span></mark>', shown)


def test_the_comparison_marks_what_was_struck_out_and_what_was_put_in(
    texts: tuple[Version, Version], home: Path
) -> None:
    old, new = texts
    changes = compare_versions(old, new)
    services = Services(Settings(home))
    summaries = {summary.id: summary for summary in services.store.summaries()}
    services.close()
    shown = comparison_html((summaries[old.id], summaries[new.id]), texts, changes)
    assert "市<del>建设</del>部门" in shown
    assert "市<ins>城市管理</ins>部门" in shown
    assert shown.count("<tr class=") == len(changes)
    table = comparison_table(old, new, changes)
    row = next(row for row in table.rows if row[1] == "第二条")
    assert (row[0], row[5], row[6]) == (ChangeKind.CHANGED.value, "建设\n一千", "城市管理\n二千")
    assert next(row for row in table.rows if row[0] == ChangeKind.ADDED.value)[1:3] == ("", "")
    doubts = doubts_html(summaries[new.id])
    assert "文本可能不完整：</b>缺第四条" in doubts
    assert "甲&lt;乙" in doubts
    assert doubts_html(summaries[old.id]) == ""


def test_the_text_page_tells_its_doubts_and_compares(texts: tuple[Version, Version]) -> None:
    old, new = texts
    app = open_page("browse", v=new.id)
    assert "文本可能不完整" in html(app)
    app.toggle(key="as_written").set_value(True).run()
    assert "統籌負責" in html(app)
    app = open_page("browse", v=new.id, old=old.id)
    assert "<del>建设</del>" in html(app)
    assert 'class="same"' not in html(app), "what has not changed is hidden at first"
    app.button_group[0].set_value(list(ChangeKind)).run()
    assert 'class="same"' in html(app)
    app = open_page("browse", v=new.id, old="v0000000000000000")
    assert "qz-text" in html(app), "a text that is not there leaves the one that is"


def test_the_list_judges_by_the_day_chosen(texts: tuple[Version, Version]) -> None:
    app = open_page("browse")
    assert list(app.dataframe[0].value["时效"]) == ["有效"]
    assert list(app.dataframe[0].value["提示"]) == ["可能不完整"]
    app.date_input(key="browse_as_of").set_value(date(2020, 1, 1)).run()
    row = app.dataframe[0].value.iloc[0]
    assert (row["时效"], row["施行日期"]) == ("有效", date(2019, 8, 1))
    app.date_input(key="browse_as_of").set_value(date(2019, 1, 1)).run()
    assert list(app.dataframe[0].value["时效"]) == ["尚未生效"]


def test_references_are_checked_and_those_to_the_provision_listed(texts: tuple[Version, Version]) -> None:
    app = open_page("browse", v=texts[1].id, eid="art_3")
    rows = {row["原文"]: row for frame in app.dataframe for row in frame.value.to_dict("records") if "核对" in row}
    assert any(row["核对"] == "语料中没有该文件" and "市容条例" in row["指向"] for row in rows.values())
    assert any(row["核对"] == "已核对" and row["指向"] == f"《{TITLE}》第二条" for row in rows.values())
    app = open_page("browse", v=texts[1].id, eid="art_2")
    citing = [row for frame in app.dataframe for row in frame.value.to_dict("records") if "引用它的条文" in row]
    assert [row["引用它的条文"] for row in citing] == [f"《{TITLE}》第三条"]
    assert citing[0]["打开"].startswith(f"browse?v={texts[1].id}&eid=art_3")


def test_the_corpus_page_lists_the_texts_to_be_careful_with(home: Path) -> None:
    app = open_page("corpus")
    frame = next(f.value for f in app.dataframe if "可能不完整" in f.value.columns)
    assert frame.iloc[0].to_dict() == {"文件": TITLE, "来源文件": "新.md", "可能不完整": "缺第四条", "需留意": "甲<乙"}
