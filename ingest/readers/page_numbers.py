"""Page numbers in plain text (页码行): — 12 —, 第 3 页 共 10 页, left over when a text was copied out of a PDF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_LONGEST = 24
_FORMS = (
    re.compile(r"\s*[—–―－-]+\s*(?P<number>[0-9]{1,4})\s*[—–―－-]+\s*"),
    re.compile(r"\s*第\s*(?P<number>[0-9]{1,4})\s*页[\s,，/]*(?:共\s*[0-9]{1,4}\s*页)?\s*"),
    re.compile(r"\s*[·•]\s*(?P<number>[0-9]{1,4})\s*[·•]\s*"),
)
_LEAST = 2


def find_page_numbers(lines: Sequence[str]) -> frozenset[int]:
    """The places of lines that hold nothing but the number of a page: two or more of one form, numbered on.

    >>> sorted(find_page_numbers(["甲", "— 1 —", "乙", "— 2 —", "— 7 个"]))
    [1, 3]
    """
    short = [(i, text) for i, text in enumerate(lines) if 2 < len(text) <= _LONGEST]
    found: set[int] = set()
    for form in _FORMS:
        marks = [(i, int(match["number"])) for i, text in short if (match := form.fullmatch(text)) is not None]
        if len(marks) >= _LEAST and all(after == before + 1 for (_, before), (_, after) in pairwise(marks)):
            found.update(i for i, _ in marks)
    return frozenset(found)
