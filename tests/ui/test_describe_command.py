"""``quanze describe``: the description with its sources, corrected and put back; policy sets listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import CorpusStore, Settings, gazetteer
from ingest import ingest_paths
from ui.cli import main

TITLE = "栖澜市绿道巡护办法"
TEXT = f"""# {TITLE}

2020年3月1日 栖澜市人民政府令第7号公布

<!-- INFO END -->

第一条 根据《栖澜市绿道条例》，制定本办法。

第二条 本办法自2020年5月1日起施行。
"""
MAIN = "# 栖澜市关于绿道工作的意见\n\n一、要求\n\n甲。\n\n二、任务\n\n乙。\n"
OPENING = "为贯彻落实《栖澜市关于绿道工作的意见》，制定本方案。"
PLAN = f"# 栖澜市绿道提升方案\n\n{OPENING}\n\n一、目标\n\n甲。\n\n二、任务\n\n乙。\n"


@pytest.fixture
def home(tmp_path: Path) -> str:
    for name, text in (("办法", TEXT), ("意见", MAIN), ("方案", PLAN)):
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    store = CorpusStore.open(Settings(tmp_path / "data"))
    assert {record.status for record in ingest_paths(sorted(tmp_path.glob("*.md")), store, gazetteer())} == {"ok"}
    store.close()
    return str(tmp_path / "data")


def described(capsys: pytest.CaptureFixture[str], home: str, *options: str) -> dict[str, str]:
    capsys.readouterr()
    assert main(["describe", TITLE, *options, "--json", "--home", home]) == 0
    return dict(json.loads(capsys.readouterr().out)["description"])


def test_a_description_is_shown_corrected_and_put_back(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    read = described(capsys, home)
    assert (read["kind"], read["effective_on"], read["basis"]) == ("地方政府规章", "2020-05-01", "栖澜市绿道条例")
    corrected = described(capsys, home, "--set", "kind=规范性文件", "--set", "effective_on=2020-06-01")
    assert (corrected["kind"], corrected["effective_on"]) == ("规范性文件", "2020-06-01")
    assert described(capsys, home, "--unset", "kind", "--unset", "effective_on") == read


def test_the_source_of_each_claim_is_shown(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["describe", TITLE, "--home", home]) == 0
    quote = "2020年3月1日 栖澜市人民政府令第7号公布"
    assert f"文件类型（kind）：地方政府规章　〔题注，文件类型：题注：{quote}〕" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("option", "message"),
    [("effective_on=去年", "日期不对"), ("kind", "更正应写成"), ("颜色=红", "没有这个著录项")],
)
def test_what_cannot_be_right_is_refused(
    home: str, capsys: pytest.CaptureFixture[str], option: str, message: str
) -> None:
    assert main(["describe", TITLE, "--set", option, "--home", home]) == 1
    assert message in capsys.readouterr().err


def test_policy_sets_are_listed(home: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["describe", "--sets", "--home", home]) == 0
    assert "1+1　《栖澜市关于绿道工作的意见》" in capsys.readouterr().out
