"""Pattern tables (YAML): rows of a pattern, what it says, and its own examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Row:
    """A pattern, what it says of which ``field``, how much it weighs, and lines it must and must not match."""

    value: str
    field: str
    pattern: re.Pattern[str]
    weight: str
    must: tuple[str, ...]
    must_not: tuple[str, ...]


@cache
def read_table(name: str) -> tuple[Row, ...]:
    """The rows of the table ``name`` (folder/file without suffix) in their order.

    >>> read_table("describe/events")[0].field
    'promulgated_on effective_on'
    """
    path = Path(__file__).parent / f"{name}.yaml"
    return tuple(_row(raw) for raw in yaml.safe_load(path.read_text(encoding="utf-8")))


def _row(raw: dict[str, Any]) -> Row:
    value = str(raw.get("kind") or raw.get("name") or raw["field"])
    examples = (tuple(map(str, raw[key])) for key in ("must", "must_not"))
    return Row(value, str(raw.get("field", "")), re.compile(raw["pattern"]), str(raw.get("weight", "")), *examples)
