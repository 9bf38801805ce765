"""Delimited text (csv): which sign parts the cells, if the text is a table at all."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from corpus import column_roles

_SIGNS = ",\t;|，"
_RECORDS = 50
_HEAD = 65_536
_SHARE = 0.7
_NAMED = (".csv", ".tsv")
_MAX_CELL = 20_000_000


def read_records(text: str, sign: str) -> Iterator[list[str]]:
    """The records of a text; a quoted cell may hold the sign and line ends."""
    csv.field_size_limit(_MAX_CELL)
    return csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=sign)


def find_sign(text: str, least: int = 2) -> str:
    """The sign that parts most records into the same number of cells, ``least`` or more; empty where none does.

    >>> find_sign("序号;事项;单位\\n1;登记;市公安局\\n"), find_sign("第一条 甲，乙。")
    (';', '')
    """
    if text[:4].lower() == "sep=":
        return text[4:5]
    best = ("", 0.0)
    for sign in _SIGNS:
        widths = Counter(len(record) for record in islice(read_records(text, sign), _RECORDS) if any(record))
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        share = count / max(1, sum(widths.values()))
        if width >= least and share >= _SHARE and (share, width) > (best[1], 0) and count > 1:
            best = (sign, share)
    return best[0]


def is_delimited(data: bytes, name: str) -> bool:
    """Whether the bytes are a table: told by a steady number of cells, and by names of columns unless called .csv."""
    text = _peek(data)
    if name.lower().endswith(_NAMED):
        return bool(find_sign(text))
    sign = find_sign(text, least=3)
    if sign not in ",\t;" or not sign:
        return False
    head = islice(read_records(text, sign), 6)
    return any(len(column_roles(tuple(cell.strip() for cell in record))) >= 2 for record in head)


def _peek(data: bytes) -> str:
    """The head of the text, good enough to count signs; its last, broken line is left out."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = head.decode("utf-16", "ignore")
    else:
        try:
            text = codecs.getincrementaldecoder("utf-8-sig")().decode(head)
        except UnicodeDecodeError:
            text = head.decode("gb18030", "ignore")
    return text.rpartition("\n")[0] if len(data) > _HEAD else text
