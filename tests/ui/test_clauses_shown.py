"""Kinds of clause by the command line, in the tables and on the page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from duties import ClauseKind
from ui.cli import main
from ui.exports import clause_sentences, clause_table, clause_totals
from ui.services import open_services

ROOT = Path(__file__).resolve().parents[2]
REGULATION = """# 栖澜市绿道<b>管护</b>条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 为了加强绿道管护，制定本条例。

第二条 市园林绿化部门应当编制绿道规划。市民可以提出<img src=x onerror=alert(1)>意见。

第三条 禁止在绿道内停放机动车。违反规定的，责令改正，处五十元罚款。
"""
KINDS = {"宣示性": 1, "义务性": 1, "赋权性": 1, "禁止性": 1, "罚则": 1, "倡导性": 0, "陈述性": 0}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    for name in ("绿道", "公园"):
        (tmp_path / f"{name}.md").write_text(REGULATION.replace("绿道", name).replace("<b>管护</b>", "管护"), "utf-8")
    services = open_services(tmp_path / "data")
    services.land([tmp_path / "绿道.md", tmp_path / "公园.md"])
    services.close()
    return tmp_path / "data"


def test_the_command_gives_shares_of_texts_levels_and_places(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clauses", "--home", str(home), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(row["doc"], row["sentences"], row["counts"]) for row in told["texts"]] == [
        ("栖澜市公园管护条例", 5, KINDS),
        ("栖澜市绿道管护条例", 5, KINDS),
    ]
    assert [(group["texts"], group["sentences"]) for group in told["levels"].values()] == [(2, 10)]
    assert told["texts"][0]["shares"]["罚则"] == 0.2
    assert "clauses" not in told["texts"][0]


def test_the_command_lists_the_sentences_of_a_named_text(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clauses", "栖澜市绿道管护条例", "--home", str(home), "--json"]) == 0
    sentences = json.loads(capsys.readouterr().out)["texts"][0]["clauses"]
    assert [(row["citation"], row["ordinal"], row["kind"], row["cue"]) for row in sentences][1:3] == [
        ("《栖澜市绿道管护条例》第二条", 1, "义务性", "应当"),
        ("《栖澜市绿道管护条例》第二条", 2, "赋权性", "可以"),
    ]
    assert main(["clauses", "--home", str(home)]) == 0
    assert "5 句　义务性 20%" in capsys.readouterr().out


def test_the_tables_count_every_sentence(home: Path) -> None:
    services = open_services(home)
    texts = services.analysis.clauses()
    again = open_services(home).analysis.clauses()
    version = services.store.version(texts[0].version_id)
    assert texts == again
    assert [row[4] for row in clause_table(texts).rows] == [5, 5]
    assert [row[1:3] for row in clause_totals(texts).rows] == [(2, 10)] * 3
    sentences = clause_sentences(texts[0].instrument, version, texts[0].clauses)
    assert [row[3] for row in sentences.rows] == ["宣示性", "义务性", "赋权性", "禁止性", "罚则"]
    assert [len(row) == len(sentences.header) for row in sentences.rows] == [True] * 5
    services.close()


def test_the_page_shows_shares_and_escapes_the_sentences(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANZE_HOME", str(home))
    app = AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=120).run()
    app.query_params["view"] = "条款构成"
    app.switch_page("views/duties.py").run()
    assert not app.exception
    frame = app.dataframe[0].value
    assert list(frame["文件"]) == ["栖澜市公园管护条例", "栖澜市绿道管护条例"]
    assert [list(frame[kind.value]) for kind in ClauseKind if KINDS[kind.value]] == [[20, 20]] * 5
    app.text_input(key="clause_title").set_value("绿道").run()
    assert list(app.dataframe[0].value["文件"]) == ["栖澜市绿道管护条例"]
    assert not app.exception


def test_the_sentences_of_a_text_are_links_and_never_markup(home: Path) -> None:
    from ui.components.clause_sentences import sentences_html

    services = open_services(home)
    text = services.analysis.clauses()[1]
    page = sentences_html(text, services.store.version(text.version_id), text.clauses)
    assert "&lt;img src=x onerror=alert(1)&gt;" in page
    assert "<img" not in page
    assert f"browse?v={text.version_id}&amp;eid=art_2__para_1" in page
    assert "市园林绿化部门<mark>应当</mark>编制绿道规划。" in page
    services.close()
