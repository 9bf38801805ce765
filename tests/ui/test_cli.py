"""The command line: exit codes, Chinese messages on stderr, JSON in the shapes of the contract."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from docx import Document

from ui.cli import main
from ui.parser import chinese_message

REGULATION = """# 栖澜市河湖巡护条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 为了加强河湖巡护，制定本条例。

第二条 市水行政主管部门统筹负责全市河湖巡护工作，履行下列职责：

（一）编制河湖巡护计划；

（二）建立巡护档案。

区人民政府应当明确相应的部门，负责本辖区河湖巡护工作。

第三条 本条例自2023年8月1日起施行。
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    file = folder / "河湖.md"
    file.write_text(REGULATION, encoding="utf-8")
    assert main(["ingest", str(file), "--home", str(folder / "data")]) == 0
    return folder / "data"


def run_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> object:
    main([*arguments, "--json"])
    return json.loads(capsys.readouterr().out)


def test_ingest_reports_each_file_and_goes_on(capsys: pytest.CaptureFixture[str], tmp_path: Path, home: Path) -> None:
    good, empty = tmp_path / "一.md", tmp_path / "空.md"
    good.write_text(REGULATION.replace("河湖", "绿道"), encoding="utf-8")
    empty.write_bytes(b"")
    missing = tmp_path / "没有.md"
    arguments = ["ingest", str(missing), str(empty), str(good), "--home", str(home), "--json"]
    assert main(arguments) == 1
    report = json.loads(capsys.readouterr().out)
    assert [file["status"] for file in report["files"]] == ["failed", "failed", "ok"]
    assert (report["totals"]["ok"], report["totals"]["failed"]) == (1, 2)
    assert report["files"][2]["title"] == "栖澜市绿道巡护条例"
    assert report["files"][2]["articles"] == 3
    assert "没有.md" in report["files"][0]["error"]
    assert main(["ingest", str(good), "--home", str(home), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["files"][0]["status"] == "duplicate"


def test_show_gives_the_provision(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    row = run_json(capsys, "show", "《栖澜市河湖巡护条例》第二条第一款第（二）项", "--home", str(home))
    assert isinstance(row, dict)
    assert row["text"] == "（二）建立巡护档案。"
    assert (row["article"], row["paragraph"], row["item"]) == (2, 1, 2)


def test_show_says_what_does_not_exist(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert main(["show", "《栖澜市河湖巡护条例》第二条第九款", "--home", str(home)]) == 1
    assert "《栖澜市河湖巡护条例》第二条没有第九款" in capsys.readouterr().err
    assert main(["show", "河湖", "--home", str(home)]) == 2


def test_search_hits_have_the_contracts_fields(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    row = run_json(capsys, "search", "河湖巡护由谁统筹", "--top-k", "2", "--home", str(home))
    assert isinstance(row, dict)
    assert {"doc", "version", "article", "paragraph", "citation", "text", "score"} <= set(row["hits"][0])
    assert row["hits"][0]["article"] == 2
    assert len(row["hits"]) <= 2


def test_ask_names_the_body_and_cites(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    row = run_json(capsys, "ask", "栖澜市河湖巡护由哪个部门统筹负责？", "--home", str(home))
    assert isinstance(row, dict)
    assert row["refused"] is False
    assert "市水行政主管部门" in row["answer"]
    assert {"doc", "version", "article", "paragraph", "item", "citation", "quote"} <= set(row["citations"][0])
    assert row["citations"][0]["citation"].startswith("《栖澜市河湖巡护条例》第二条第一款")


def test_an_answer_is_exported_with_its_citations(tmp_path: Path, home: Path) -> None:
    question = "栖澜市河湖巡护由哪个部门统筹负责？"
    for form in ("docx", "csv"):
        assert main(["export", "answer", question, "-o", str(tmp_path / f"答复.{form}"), "--home", str(home)]) == 0
    words = (tmp_path / "答复.csv").read_text("utf-8-sig")
    assert question in words
    assert "《栖澜市河湖巡护条例》第二条第一款" in words
    assert any("市水行政主管部门" in p.text for p in Document(str(tmp_path / "答复.docx")).paragraphs)


def test_ask_refuses_what_no_text_says(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    row = run_json(capsys, "ask", "栖澜市火星移民管理办法怎么规定的？", "--home", str(home))
    assert isinstance(row, dict)
    assert row["refused"] is True
    assert row["citations"] == []


def test_a_batch_keeps_the_order_and_reports_a_bad_line(
    capsys: pytest.CaptureFixture[str], home: Path, tmp_path: Path
) -> None:
    batch = tmp_path / "q.jsonl"
    lines = ['{"id": "b", "question": "河湖巡护由谁统筹？"}', "不是 JSON", '{"id": "a", "question": "何时施行？"}']
    batch.write_text("\n".join(lines), encoding="utf-8")
    assert main(["search", "--batch", str(batch), "--json", "--home", str(home)]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["b", None, "a"]
    assert "第2行" in rows[1]["error"]


def test_duties_and_findings_are_arrays_of_rows(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    duties = run_json(capsys, "duties", "栖澜市河湖巡护条例", "--home", str(home))
    findings = run_json(capsys, "findings", "栖澜市河湖巡护条例", "--home", str(home))
    assert isinstance(duties, list)
    assert isinstance(findings, list)
    bearers = {(row["article"], row["paragraph"], row["item"], row["bearer"]) for row in duties}
    assert (2, 1, 1, "市水行政主管部门") in bearers
    assert ("undefined.designation", 2, 2) in {(f["kind"], f["article"], f["paragraph"]) for f in findings}


def test_status_counts_what_is_there(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    row = run_json(capsys, "status", "--home", str(home))
    assert isinstance(row, dict)
    assert row["instruments"] >= 1
    assert row["indexed_versions"] == row["versions"]


def test_an_unknown_title_is_named(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    assert main(["duties", "天外条例", "--home", str(home)]) == 1
    assert "《天外条例》" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [[], ["飞"], ["ingest"], ["search", "甲", "--level", "宇宙"], ["search", "甲", "--top-k", "0"], ["ask", "--x"]],
)
def test_wrong_use_is_exit_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(arguments)
    assert left.value.code == 2


def test_an_empty_question_is_wrong_use(home: Path) -> None:
    assert main(["ask", "  ", "--home", str(home)]) == 2


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("unrecognized arguments: --x", "不认识的参数：--x"),
        ("argument --level: invalid Level value: '宇宙'", "参数 --level 的值 '宇宙' 不对"),
    ],
)
def test_argparse_messages_are_chinese(english: str, chinese: str) -> None:
    assert chinese_message(english) == chinese


def test_an_empty_corpus_says_so_on_stderr(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for command in ("duties", "findings", "matrix", "clauses"):
        assert main([command, "--home", str(tmp_path)]) == 0
        printed = capsys.readouterr()
        assert printed.out == "" and printed.err.strip(), command


def test_a_duty_of_an_article_with_one_paragraph_is_cited_by_the_article(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    words = "第一条 市水务部门负责河湖巡查。\n\n第二条 市水务部门负责河湖清淤。\n\n市公安机关负责河湖治安。\n"
    (tmp_path / "规定.md").write_text(
        f"# 栖澜市河湖巡查规定\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n{words}", "utf-8"
    )
    assert main(["ingest", "--no-index", str(tmp_path / "规定.md"), "--home", str(tmp_path / "data")]) == 0
    capsys.readouterr()
    assert main(["duties", "--home", str(tmp_path / "data")]) == 0
    places = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    title = "《栖澜市河湖巡查规定》"
    assert places == [f"{title}第一条", f"{title}第二条第一款", f"{title}第二条第二款"]
