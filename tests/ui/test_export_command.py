"""``quanze export``: the same corpus gives the same bytes in every process and after every order of landing."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from ui.cli import main
from ui.exporting import EXPORTS

ROOT = Path(__file__).resolve().parents[2]
HEAD = "# {title}\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n第一条 为了规范有关活动，制定本条例。\n\n"
TEXTS = {
    "栖澜市绿道管护条例": "第二条 有关部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。\n\n"
    "第三条 市园林绿化、交通运输、水行政等部门按照各自职责，协同做好绿道管护工作。\n\n"
    "第四条 绿道认养的具体办法由市园林绿化部门制定。",
    "汀溪市绿道管护条例": "第二条 市园林绿化部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。\n\n"
    "第三条 市和区人民政府应当编制绿道建设规划，安排绿道管护经费。",
    "云岫省绿道条例": "第二条 县级以上人民政府应当加强对绿道管护工作的领导。",
}
FORMS = ("xlsx", "csv", "json", "docx")


def landed(folder: Path, titles: list[str]) -> Path:
    for title in titles:
        path = folder / f"{title}.md"
        path.write_text(HEAD.format(title=title) + TEXTS[title] + "\n", encoding="utf-8")
        assert main(["ingest", "--no-index", str(path), "--home", str(folder / "data")]) == 0
    return folder / "data"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return landed(tmp_path_factory.mktemp("there"), list(TEXTS))


@pytest.fixture(scope="module")
def other_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same texts, landed in another order."""
    return landed(tmp_path_factory.mktemp("and_back"), list(TEXTS)[::-1])


def exported(home: Path, folder: Path, seed: str, *jobs: tuple[str, str]) -> dict[str, bytes]:
    """Every job's file, written by one new process with this hash seed."""
    lines = [
        f"assert main(['export', {what!r}, '-o', {str(folder / f'{what}.{form}')!r}, '--home', {str(home)!r}"
        + (", '--suggestions'" if what == "findings" else "")
        + "]) == 0"
        for what, form in jobs
    ]
    code = "\n".join(["from ui.cli import main", *lines])
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    subprocess.run([sys.executable, "-c", code], env=environment, cwd=folder, check=True, capture_output=True)
    return {f"{what}.{form}": (folder / f"{what}.{form}").read_bytes() for what, form in jobs}


def test_the_same_corpus_gives_the_same_bytes(home: Path, other_home: Path, tmp_path: Path) -> None:
    jobs = [(what, form) for what in EXPORTS if what != "answer" for form in FORMS]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, other = exported(home, tmp_path / "a", "1", *jobs), exported(other_home, tmp_path / "b", "4711", *jobs)
    assert [name for name in one if one[name] != other[name]] == []
    assert all(one.values())


def test_every_format_tells_the_same_findings(home: Path, tmp_path: Path) -> None:
    for form in FORMS:
        assert (
            main(["export", "findings", "-o", str(tmp_path / f"发现.{form}"), "--suggestions", "--home", str(home)])
            == 0
        )
    rows = json.loads((tmp_path / "发现.json").read_bytes())
    table = list(csv.DictReader(io.StringIO((tmp_path / "发现.csv").read_text("utf-8-sig"))))
    sheet = load_workbook(tmp_path / "发现.xlsx").worksheets[0]
    heads = [
        p.text for p in Document(str(tmp_path / "发现.docx")).paragraphs if p.style and p.style.name == "Heading 2"
    ]
    assert len(rows) == len(table) == sheet.max_row - 1 == len(heads) > 3
    assert [row["编号"] for row in table] == [row["id"] for row in rows]
    unnamed = next(row for row in rows if row["kind"] == "undefined.bearer")
    assert unnamed["suggestion"]["comparables"][0]["citation"] == "《汀溪市绿道管护条例》第二条"
    assert next(row for row in table if row["类别"] == "主体不明")["可参照条文"].startswith(
        "《汀溪市绿道管护条例》第二条："
    )


def test_only_the_named_texts_are_exported(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "职责.json"
    assert main(["export", "duties", "云岫省绿道条例", "-o", str(out), "--home", str(home)]) == 0
    assert {row["doc"] for row in json.loads(out.read_bytes())} == {"云岫省绿道条例"}


def test_clauses_of_a_named_text_come_sentence_by_sentence(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "条款.xlsx"
    assert main(["export", "clauses", "云岫省绿道条例", "-o", str(out), "--home", str(home)]) == 0
    book = load_workbook(out)
    assert book.sheetnames == ["条款构成", "合计", "逐句"]
    last = [cell.value for cell in list(book["逐句"])[-1]]
    assert (last[1], last[3]) == ("第二条", "义务性")


def test_the_matrix_of_a_topic_keeps_to_it(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "矩阵.json"
    assert main(["export", "matrix", "绿道巡查档案", "-o", str(out), "--home", str(home)]) == 0
    names = [matter["name"] for matter in json.loads(out.read_bytes())["matters"]]
    assert names
    assert all("绿道" in name for name in names)


def test_a_rejected_finding_is_marked(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["findings", "--json", "--home", str(home)])
    wanted = json.loads(capsys.readouterr().out)[0]["id"]
    assert main(["review", "reject", wanted, "--reason", "条文已写明", "--home", str(home)]) == 0
    out = tmp_path / "发现.csv"
    assert main(["export", "findings", "-o", str(out), "--home", str(home)]) == 0
    row = next(row for row in csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))) if row["编号"] == wanted)
    assert (row["审核"], row["审核理由"]) == ("已驳回", "条文已写明")
    assert main(["review", "undo", wanted, "--home", str(home)]) == 0


def test_what_cannot_be_written_is_told(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "findings", "-o", str(tmp_path / "发现.pdf"), "--home", str(home)]) == 1
    assert "看不出要导出成什么格式" in capsys.readouterr().err
    assert main(["export", "findings", "-o", str(tmp_path / "无此文件夹" / "发现.csv"), "--home", str(home)]) == 1
    assert "无法写入文件" in capsys.readouterr().err
    assert main(["export", "answer", "-o", str(tmp_path / "答复.docx"), "--home", str(home)]) == 1
    assert "没有写明问题" in capsys.readouterr().err


def test_the_same_question_gives_the_same_answer_byte_for_byte(tmp_path: Path) -> None:
    question = "汀溪市绿道巡查档案由哪个部门建立？"
    written: list[dict[str, bytes]] = []
    for seed, titles in (("1", list(TEXTS)), ("4711", list(TEXTS)[::-1])):
        folder = tmp_path / seed
        folder.mkdir()
        data = landed(folder, titles)
        lines = [
            f"assert main(['export', 'answer', {question!r}, '-o', {str(folder / f'答复.{form}')!r},"
            f" '--home', {str(data)!r}]) == 0"
            for form in FORMS
        ]
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "QUANZE_THREADS": "1"}
        code = "\n".join(["from ui.cli import main", *lines])
        subprocess.run([sys.executable, "-c", code], env=environment, cwd=folder, check=True, capture_output=True)
        written.append({form: (folder / f"答复.{form}").read_bytes() for form in FORMS})
    assert [form for form in FORMS if written[0][form] != written[1][form]] == []
    assert "市园林绿化部门" in written[0]["json"].decode()
