"""``quanze read``: what would be taken in, without a corpus."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.cli import main

TEXT = """# 栖澜市养犬管理规定

## 第一章 总则

第一条 为了规范养犬行为，制定本规定。

第二条 养犬人应当：
（一）牵引犬只；
（二）清理粪便。
"""


def _read(path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object]]:
    code = main(["read", str(path), "--json", "--home", str(home)])
    return code, json.loads(capsys.readouterr().out.strip().splitlines()[-1])


def test_articles_are_told_with_their_items_and_nothing_is_stored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "养犬.md"
    file.write_text(TEXT, encoding="utf-8")
    code, told = _read(file, tmp_path / "home", capsys)
    assert (code, told["status"], told["title"]) == (0, "ok", "栖澜市养犬管理规定")
    assert told["articles"] == [
        {"label": "第一条", "text": "为了规范养犬行为，制定本规定。"},
        {"label": "第二条", "text": "养犬人应当：\n（一）牵引犬只；\n（二）清理粪便。"},
    ]
    assert not (tmp_path / "home").exists()


def test_a_file_that_cannot_be_taken_in_is_refused_in_one_json_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "空.txt"
    file.write_bytes(b"")
    code, told = _read(file, tmp_path / "home", capsys)
    assert (code, told["status"], told["articles"]) == (1, "reject", [])
    assert "空文件" in str(told["error"])


def test_without_json_a_person_reads_what_stands_in_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "养犬.md"
    file.write_text(TEXT, encoding="utf-8")
    assert main(["read", str(file), "--home", str(tmp_path / "home")]) == 0
    assert "名称：栖澜市养犬管理规定" in capsys.readouterr().out
