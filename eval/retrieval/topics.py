"""Topics: questions with the provisions that answer them, as the query files hold them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus import QuanzeError
from eval.retrieval.split import Row, gold_ids, held_out

KNOWN, UNKNOWN = "gold in training", "gold never in training"


@dataclass(frozen=True, slots=True)
class Topic:
    """``kind`` is the file's own (duty, lookup …); of held out questions whether their gold occurs in training."""

    id: str
    kind: str
    text: str
    gold: frozenset[str]


def read_topics(path: Path, is_held_out: bool = False) -> tuple[Topic, ...]:
    """The questions of ``path`` that have an answer; with ``is_held_out`` only the fifth that is never trained on."""
    rows = _read_rows(path)
    if is_held_out:
        split = held_out(rows)
        kinds = {str(row["id"]): UNKNOWN if row["id"] in split.unseen else KNOWN for row in split.held_out}
        return tuple(_topic(row, kinds[str(row["id"])]) for row in split.held_out)
    return tuple(_topic(row, str(row.get("kind") or "question")) for row in rows if row["gold"])


def gold_hash(topics: Sequence[Topic]) -> str:
    """The hash by which a gate knows the questions and the gold it was pinned for, in whatever order they stand."""
    rows = sorted((topic.id, topic.text, sorted(topic.gold)) for topic in topics)
    return sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def _topic(row: Row, kind: str) -> Topic:
    return Topic(str(row["id"]), kind, str(row["question"]), gold_ids(row))


def _read_rows(path: Path) -> Sequence[Row]:
    remedy = '应为 UTF-8 的 JSONL 文件，每行一个 {"id", "question", "gold": [{"doc", "article"}]}，id 不重复'
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise QuanzeError("无法读取查询文件", place=str(path), remedy=remedy) from error
    rows: dict[str, Row] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            _topic(row, "")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise QuanzeError("查询文件有一行无法读取", place=f"{path} 第{number}行", remedy=remedy) from error
        if str(row["id"]) in rows:
            raise QuanzeError("查询文件有重复的 id", place=f"{path} 第{number}行：{row['id']}", remedy=remedy)
        rows[str(row["id"])] = row
    return tuple(rows.values())
