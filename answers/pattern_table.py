"""Tables whose rows carry their own examples: a pattern, what it means, what it must and must not match."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class PatternRow:
    """One row: ``name`` is what a match means, ``pattern`` the regex, ``more`` the row's other columns."""

    name: str
    pattern: re.Pattern[str]
    match: tuple[str, ...]
    avoid: tuple[str, ...]
    more: Mapping[str, str]

    def found_in(self, text: str) -> re.Match[str] | None:
        """The first match in ``text``, or None."""
        return self.pattern.search(text)


@lru_cache(maxsize=16)
def pattern_table(file_name: str) -> tuple[PatternRow, ...]:
    """The rows of ``answers/tables/<file_name>``, in the order of the file.

    >>> {row.name for row in pattern_table("aims.yaml")} >= {"who", "penalty", "definition"}
    True
    """
    rows = yaml.safe_load((files("answers") / "tables" / file_name).read_text(encoding="utf-8"))
    return tuple(_row(row) for row in rows)


@lru_cache(maxsize=16)
def word_list(name: str) -> frozenset[str]:
    """The words of one list of ``answers/tables/word_lists.yaml``.

    >>> "怎么" in word_list("stop")
    True
    """
    lists = yaml.safe_load((files("answers") / "tables" / "word_lists.yaml").read_text(encoding="utf-8"))
    return frozenset(str(word) for line in lists[name] for word in line)


_OWN_COLUMNS = {"name", "pattern", "match", "avoid"}


def _row(row: Mapping[str, object]) -> PatternRow:
    examples = [row.get(column) for column in ("match", "avoid")]
    match, avoid = (tuple(map(str, column)) if isinstance(column, list) else () for column in examples)
    more = {key: str(value) for key, value in row.items() if key not in _OWN_COLUMNS}
    return PatternRow(str(row["name"]), re.compile(str(row["pattern"]).strip(), re.X), match, avoid, more)
