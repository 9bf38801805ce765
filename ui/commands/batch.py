"""Batches: one question a line in, one answer a line out, in the same order, the model loaded once."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from corpus import QuanzeError
from ui.commands.output import print_json_line

Row = Mapping[str, object]


def run_batch(file: Path, answer: Callable[[str], Row]) -> int:
    """Answer every line ``{"id", "question"}`` of ``file``; a line that cannot be read gets an ``error`` and exit 1."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuanzeError("无法读取批量文件", place=str(file), remedy="应为 UTF-8 的 JSONL 文件") from error
    failed = False
    for number, line in enumerate(lines, 1):
        if line.strip():
            row = _answer_line(line, number, answer)
            failed = failed or "error" in row
            print_json_line(row)
    return int(failed)


def _answer_line(line: str, number: int, answer: Callable[[str], Row]) -> Row:
    try:
        asked = json.loads(line)
        identity, question = asked["id"], str(asked["question"])
    except (ValueError, KeyError, TypeError):
        return {"id": None, "error": f'第{number}行不是 {{"id", "question"}} 的 JSON'}
    try:
        return {"id": identity, "question": question, **answer(question)}
    except QuanzeError as error:
        return {"id": identity, "question": question, "error": str(error)}
