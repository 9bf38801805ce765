"""Runs: what each retriever found for each topic, kept as JSON lines for the next comparison."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from corpus import QuanzeError
from eval.retrieval.retrievers import Ranking

Run = Mapping[str, Ranking]
"""Rankings by the ids of topics."""


def save_runs(path: Path, runs: Mapping[str, Run]) -> None:
    """One line per retriever and topic; figures are not kept, they are made again from the gold of the day."""
    rows = (
        {"retriever": name, "id": topic, "ranking": ranking}
        for name, run in runs.items()
        for topic, ranking in run.items()
    )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def read_runs(path: Path) -> dict[str, dict[str, Ranking]]:
    """The rankings by retriever and topic."""
    found: dict[str, dict[str, Ranking]] = {}
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            found.setdefault(str(row["retriever"]), {})[str(row["id"])] = tuple(map(str, row["ranking"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise QuanzeError("无法读取保存的检索结果", place=str(path), remedy="应为用 --save 写出的文件") from error
    return found
