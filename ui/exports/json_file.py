"""Rows as a JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from ui.exports.table import Table


def write_json(rows: Sequence[Mapping[str, object]] | Mapping[str, object]) -> bytes:
    """The file's bytes: keys in their alphabetical order, so that the same rows are the same bytes.

    >>> write_json([{"乙": 1, "a": None}]).decode().split()
    ['[', '{', '"a":', 'null,', '"乙":', '1', '}', ']']
    """
    return (json.dumps(rows, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def table_rows(table: Table) -> list[dict[str, object]]:
    """A table as rows of its column names.

    >>> table_rows(Table("职责", ("事项", "层级"), (("养犬登记", "市级"),)))
    [{'事项': '养犬登记', '层级': '市级'}]
    """
    return [dict(zip(table.header, row, strict=True)) for row in table.rows]
