"""Plain text (txt): every line of the file is a line."""

from __future__ import annotations

import re

from ingest.line import Line
from ingest.parcel import Reading
from ingest.readers.decode import decode_text

LINE_END = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


def read_text(data: bytes, name: str) -> Reading:
    """The lines of a text file, whatever its line ends and charset.

    >>> [line.text for line in read_text("第一条 甲。\\r\\n第二条 乙。".encode(), "规定.txt").lines]
    ['第一条 甲。', '第二条 乙。']
    """
    decoded = decode_text(data, name)
    return Reading(tuple(Line(text) for text in LINE_END.split(decoded.text)), decoded.warnings)
