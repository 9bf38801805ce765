"""The pages of the app on a real data directory: they launch, cite, mark, filter, and say in Chinese what is wrong."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from corpus import IngestRecord, Settings
from duties import FindingKind
from ingest import read_file
from ui.services import Services

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "sample"
VIEWS = ("ask", "browse", "duties", "corpus")
FILES = ("栖澜市网格化服务管理条例.docx", "栖澜市矛盾纠纷多元化解办法.txt", "听潮街道网格化服务管理工作制度.md")
HOSTILE = """# 栖澜市标记测试规定

<!-- INFO END -->

第一条 市网格办负责<img src=x onerror=alert(1)>和:red[甲]以及$x$的管理工作。

第二条 本规定自2024年1月1日起施行。
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("app")
    hostile, empty, data = folder / "标记.md", folder / "空文件.md", folder / "data"
    hostile.write_text(HOSTILE, encoding="utf-8")
    empty.write_bytes(b"")
    data.mkdir()
    shutil.copyfile(SAMPLE / "territories.yaml", data / "territories-sample.yaml")
    services = Services(Settings(data, threads=1))
    records = services.ingest([*(SAMPLE / "texts" / name for name in FILES), hostile, empty]).records
    assert [record.status for record in records] == ["ok", "ok", "ok", "ok", "failed"]
    services.close()
    return data


@pytest.fixture(scope="module")
def open_app(home: Path) -> Iterator[AppTest]:
    """One app for all tests: the embedded index has one owner, and the model is loaded once."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QUANZE_HOME", str(home))
        patch.setenv("QUANZE_THREADS", "1")
        yield new_app()


@pytest.fixture
def app(open_app: AppTest) -> AppTest:
    """The same process, another reader."""
    return new_app()


def new_app() -> AppTest:
    return AppTest.from_file(str(ROOT / "ui" / "app.py"), default_timeout=120)


def page(app: AppTest, name: str, **address: str) -> AppTest:
    app.run()
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(f"views/{name}.py").run()
    assert not app.exception
    assert not app.error, app.error[0].value
    return app


def html(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html") if "<script>" not in element.proto.body)


def links(app: AppTest) -> list[Any]:
    return [element.proto for element in app.get("page_link")]


def version_of(home: Path, title: str) -> str:
    services = Services(Settings(home))
    found = next(s.id for s in services.store.summaries() if s.instrument.title == title)
    services.store.close()
    return found


@pytest.mark.parametrize("name", VIEWS)
def test_every_page_launches_on_an_empty_corpus(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANZE_HOME", str(tmp_path))
    app = page(new_app(), name)
    said = [note.value for note in app.info]
    assert name == "corpus" or said == ["语料库还是空的。请先到“语料管理”导入法规和政策文件。"]


@pytest.mark.parametrize("name", VIEWS)
def test_every_page_launches_on_a_filled_corpus(name: str, app: AppTest) -> None:
    assert not page(app, name).info


def test_an_answer_names_the_body_and_links_its_citation(app: AppTest, home: Path) -> None:
    page(app, "ask", q="栖澜市网格化服务管理工作由哪个部门主管？")
    assert "市社会工作部门" in html(app)
    assert "<mark>" in html(app)
    cited = next(link for link in links(app) if "第五条第一款" in link.label)
    assert f"v={version_of(home, '栖澜市网格化服务管理条例')}" in cited.query_string
    assert "eid=art_5__para_1" in cited.query_string


def test_a_question_without_basis_is_refused_with_the_nearest_provisions(app: AppTest) -> None:
    page(app, "ask", q="《栖澜市深海采矿管理办法》怎么规定的？")
    assert "未检索到依据" in html(app)
    assert "最接近的条文" in html(app)
    assert links(app)


def test_a_filter_by_document_keeps_other_documents_out(app: AppTest) -> None:
    page(app, "ask", q="网格员由谁管理？")
    app.multiselect(key="ask_titles").set_value(["栖澜市矛盾纠纷多元化解办法"]).run()
    assert links(app)
    assert all("矛盾纠纷多元化解办法" in link.label for link in links(app))


def test_a_question_comes_back_when_the_reader_returns(app: AppTest) -> None:
    page(app, "ask", q="网格员由谁管理？")
    page(app, "corpus")
    app.query_params.clear()
    app.switch_page("views/ask.py").run()
    assert app.text_input[0].value == "网格员由谁管理？"


def test_examples_lead_to_an_answer(app: AppTest) -> None:
    page(app, "ask")
    example = next(button for button in app.button if button.key == "example_0")
    example.click().run()
    assert "答复" in html(app) or "未检索到依据" in html(app)


def test_a_deep_link_marks_its_provision_and_no_other(app: AppTest, home: Path) -> None:
    page(app, "browse", v=version_of(home, "栖澜市网格化服务管理条例"), eid="art_5__para_1")
    shown = html(app)
    assert shown.count(' here" id="') == 1
    assert 'here" id="art_5__para_1"' in shown
    assert "栖澜市网格化服务管理条例" in shown
    assert "制定机关" in shown


def test_a_dead_link_says_so(app: AppTest, home: Path) -> None:
    page(app, "browse", v="v0000000000000000")
    assert "没有这个文本版本" in app.warning[0].value
    page(app, "browse", v=version_of(home, "栖澜市网格化服务管理条例"), eid="art_999")
    assert "没有链接所指的条文" in app.warning[0].value


def test_markup_in_a_document_is_shown_and_never_run(app: AppTest, home: Path) -> None:
    page(app, "browse", v=version_of(home, "栖澜市标记测试规定"))
    assert "&lt;img src=x onerror=alert(1)&gt;" in html(app)
    assert "<img" not in html(app)
    page(app, "ask", q="《栖澜市标记测试规定》规定市网格办负责什么管理工作？")
    assert "<img" not in html(app)
    assert not any("<img" in element.value for element in app.markdown)


def test_the_list_is_filtered_by_words_of_the_title(app: AppTest) -> None:
    page(app, "browse")
    assert len(app.dataframe[0].value) == len(FILES) + 1
    app.text_input(key="browse_title").set_value("网格化 条例").run()
    assert list(app.dataframe[0].value["文件"]) == ["栖澜市网格化服务管理条例"]


def test_findings_are_counted_and_filtered_by_kind(app: AppTest, home: Path) -> None:
    services = Services(Settings(home))
    found = services.analysis.findings()
    services.store.close()
    page(app, "duties")
    assert f"共 {len(found)} 项发现" in html(app)
    app.button_group(key="finding_kinds").set_value([FindingKind.UNDEFINED_DESIGNATION]).run()
    chosen = [finding for finding in found if finding.kind is FindingKind.UNDEFINED_DESIGNATION]
    assert chosen
    assert f"共 {len(chosen)} 项发现" in html(app)
    assert html(app).count("qz-why") - 1 == len(chosen), "one card for each, and the style sheet"


def test_duties_are_shown_with_their_provision(app: AppTest, home: Path) -> None:
    page(app, "duties", view="职责表")
    frame = app.dataframe[0].value
    row = frame[frame["事项"].str.contains("网格化服务管理工作") & (frame["条款"] == "第五条第一款")].iloc[0]
    assert row["打开"].startswith(f"browse?v={version_of(home, '栖澜市网格化服务管理条例')}&eid=art_5__para_1")


def test_the_matrix_sets_the_leading_body_in_bold_and_links_it(app: AppTest, home: Path) -> None:
    page(app, "duties", view="事项层级矩阵")
    app.text_input(key="matrix_topic").set_value("网格化服务管理").run()
    place = f"browse?v={version_of(home, '栖澜市网格化服务管理条例')}&amp;eid=art_5__para_1"
    leading = [
        element for element in re.findall("<div><a .*?</div>", html(app)) if place in element and "<b>" in element
    ]
    assert any("<b>社会工作部门</b>" in element and "牵头负责" in element for element in leading)


def test_failures_stand_in_the_records_with_their_remedy(app: AppTest) -> None:
    page(app, "corpus")
    records = app.dataframe[-1].value
    failed = records[records["结果"] == "失败"].iloc[0]
    assert failed["文件"] == "空文件.md"
    assert "重新" in failed["说明"]


def test_a_text_that_came_in_elsewhere_can_be_indexed_by_a_click(app: AppTest, home: Path) -> None:
    services = Services(Settings(home))
    file = SAMPLE / "texts" / "栖澜市社会治安整体防控实施方案.md"
    services.store.add(read_file(file, services.gazetteer)[0])
    services.store.record(IngestRecord(file.name, "ok"))
    services.store.close()
    page(app, "corpus")
    assert f"{len(FILES) + 2} 个文本版本中已编入 {len(FILES) + 1} 个" in html(app)
    next(button for button in app.button if button.label == "更新索引").click().run()
    assert f"{len(FILES) + 2} 个文本版本中已编入 {len(FILES) + 2} 个" in html(app)


def test_an_index_owned_elsewhere_is_said_in_chinese(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    owner = Services(Settings(tmp_path))
    assert owner.index is not None
    monkeypatch.setenv("QUANZE_HOME", str(tmp_path))
    app = page(new_app(), "corpus")
    owner.close()
    assert any("检索索引正被另一个进程使用" in element.value for element in app.text)
