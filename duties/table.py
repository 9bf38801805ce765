"""Tables (词表): word lists of the field as YAML rows, each with examples it must and must not match."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "tables"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a pattern (white space in it is for reading only), what it means, and its own examples."""

    name: str
    value: str | tuple[str, ...]
    fields: Mapping[str, str]
    must: tuple[str, ...]
    must_not: tuple[str, ...]

    @property
    def pattern(self) -> str:
        """The row's regular expression."""
        return self.fields["pattern"]


@lru_cache(maxsize=16)
def read_table(name: str) -> tuple[Row, ...]:
    """The rows of ``tables/<name>.yaml`` in their order."""
    written = yaml.safe_load((_FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return tuple(_row(row) for row in written)


def table_names() -> tuple[str, ...]:
    """Every table there is, so that one test can run all examples."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def _row(written: Mapping[str, object]) -> Row:
    value = written["value"]
    texts = {key: re.sub(r"\s+", "", text) for key, text in written.items() if isinstance(text, str) and key != "name"}
    return Row(
        name=str(written["name"]),
        value=tuple(map(str, value)) if isinstance(value, list) else str(value),
        fields=texts,
        must=_examples(written.get("must")),
        must_not=_examples(written.get("must_not")),
    )


def _examples(written: object) -> tuple[str, ...]:
    return tuple(map(str, written)) if isinstance(written, list) else ()
