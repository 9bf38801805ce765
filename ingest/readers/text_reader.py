"""Plain text (txt): every line of the file is a line."""

from __future__ import annotations

import re

from ingest.line import Line
from ingest.parcel import Reading
from ingest.readers.decode import decode_text
from ingest.readers.page_numbers import find_page_numbers

LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")

_BREAK = re.compile(r"<br\s*/?>(?:\r?\n)?", re.I)
_BLANK = re.compile(r"&(?:nbsp|ensp|emsp|thinsp|#160|#12288|#x3000);", re.I)


def read_text(data: bytes, name: str) -> Reading:
    """The lines of a text file, whatever its line ends and charset.

    >>> [line.text for line in read_text("第一条 甲。\\r\\n第二条 乙。".encode(), "规定.txt").lines]
    ['第一条 甲。', '第二条 乙。']
    """
    decoded = decode_text(data, name)
    lines = LINE_END.split(_without_tags(decoded.text))
    numbers = find_page_numbers(lines)
    kept = (text for i, text in enumerate(lines) if i not in numbers) if numbers else lines
    return Reading(tuple(map(Line, kept)), decoded.warnings)


def _without_tags(text: str) -> str:
    """The text without the line breaks and blanks that a page left in it as tags."""
    plain = _BREAK.sub("\n", text) if "<br" in text or "<BR" in text else text
    return _BLANK.sub(" ", plain) if "&" in plain else plain
