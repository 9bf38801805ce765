"""``quanze compare`` on three texts of one made-up instrument; search and answers by the day asked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli import main

TEXT = """# 栖澜市绿道巡护条例

{passed} 栖澜市人民代表大会常务委员会通过

<!-- INFO END -->

第一条 为了加强绿道巡护，制定本条例。

第二条 {body}统筹负责全市绿道巡护工作。
{more}
第{last}条 本条例自{starts}起施行。
"""
INSERTED = "\n第三条 绿道沿线应当设置里程标识。\n"
TEXTS = (
    TEXT.format(passed="2016年5月20日", body="市园林主管部门", more="", last="三", starts="2016年8月1日"),
    TEXT.format(passed="2019年5月20日", body="市林业主管部门", more="", last="三", starts="2019年8月1日"),
    TEXT.format(passed="2023年5月20日", body="市林业主管部门", more=INSERTED, last="四", starts="2023年8月1日"),
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("compare")
    for number, words in enumerate(TEXTS):
        (folder / f"{number}.md").write_text(words, encoding="utf-8")
    alone = folder / "alone.md"
    alone.write_text(TEXTS[0].replace("绿道", "湿地"), encoding="utf-8")
    files = [str(folder / f"{number}.md") for number in range(len(TEXTS))]
    assert main(["ingest", *files, str(alone), "--home", str(folder / "data")]) == 0
    return folder / "data"


def compared(capsys: pytest.CaptureFixture[str], home: Path, *arguments: str) -> str:
    assert main(["compare", "栖澜市绿道巡护条例", *arguments, "--home", str(home)]) == 0
    return capsys.readouterr().out


def test_the_last_two_texts_are_compared_unless_days_are_given(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    said = compared(capsys, home)
    assert said.startswith("《栖澜市绿道巡护条例》：2019-08-01起的文本 → 2023-08-01起的文本\n")
    assert "【新增】第三条\n+ 第三条 绿道沿线应当设置里程标识。" in said
    assert "【修改】第三条 → 第四条" in said
    assert "第二条" not in said, "what has not changed is left out"
    said = compared(capsys, home, "--from", "2017-01-01", "--to", "2020-01-01", "--all")
    assert "- 第二条 市〔园林〕主管部门" in said
    assert "【未变】第一条" in said


def test_the_row_has_every_provision_of_both_texts(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    row = json.loads(compared(capsys, home, "--json"))
    assert (row["from"]["starts_on"], row["to"]["starts_on"]) == ("2019-08-01", "2023-08-01")
    assert row["counts"] == {"same": 2, "changed": 1, "added": 1}
    changed = next(change for change in row["changes"] if change["kind"] == "changed")
    assert changed["renumbered"] is True
    ((start, end),) = changed["new"]["changed"]
    assert changed["new"]["text"][start:end] == "2023"
    assert [change["new"]["eid"] for change in row["changes"]] == ["art_1", "art_2", "art_3", "art_4"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["栖澜市湿地巡护条例"], "只有这个文件的一个文本"),
        (["栖澜市沙滩巡护条例"], "语料库中没有这个文件"),
        (["栖澜市绿道巡护条例", "--from", "2020-01-01", "--to", "2021-01-01"], "两个日期落在同一个文本上"),
        (["栖澜市绿道巡护条例", "--from", "2001-01-01"], "2001-01-01没有有效文本"),
        (["巡护条例"], "名称可能指几部文件"),
    ],
)
def test_what_cannot_be_compared_is_said(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    assert main(["compare", *arguments, "--home", str(home)]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("day", "body"),
    [("2017-01-01", "市园林主管部门"), ("2020-01-01", "市林业主管部门"), ("2024-01-01", "市林业主管部门")],
)
def test_search_and_answers_use_the_text_in_force_on_the_day(
    day: str, body: str, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    versions = {}
    for command in ("search", "ask"):
        main([command, "栖澜市绿道巡护由哪个部门统筹负责？", "--as-of", day, "--home", str(home), "--json"])
        versions[command] = json.loads(capsys.readouterr().out)
    mine = {hit["version"] for hit in versions["search"]["hits"] if hit["doc"] == "栖澜市绿道巡护条例"}
    assert len(mine) == 1, "one text of the three"
    assert {cited["version"] for cited in versions["ask"]["citations"]} == mine
    assert body in versions["ask"]["answer"]


def test_before_the_first_text_there_is_no_answer(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    main(["ask", "栖澜市绿道巡护由哪个部门统筹负责？", "--as-of", "2010-01-01", "--home", str(home), "--json"])
    row = json.loads(capsys.readouterr().out)
    assert row["refused"] is True
    assert row["citations"] == []
