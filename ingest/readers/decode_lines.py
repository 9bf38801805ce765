"""Line by line (逐行解码): files whose parts came from several charsets, or that have lost or broken bytes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.common_characters import is_common, plausibility
from ingest.mojibake import LOST

_CHARSETS = ("utf-8", "gb18030", "big5hkscs")
_NAMES = {"utf-8": "UTF-8", "gb18030": "GB18030", "big5hkscs": "Big5"}
_CERTAIN = 0.9
_MIN_HAN = 4
_SHOWN = 5
_AHEAD = 40
_LOST_RUN = re.compile(LOST + "{1,3}")


@dataclass(frozen=True, slots=True)
class Mixed:
    """The text, the offset of the first byte that could not be read in the charset of most lines, and warnings."""

    text: str
    first_bad: int
    warnings: tuple[str, ...]


def decode_mixed(data: bytes) -> Mixed:
    """``data`` line by line: the charset of most bytes, or for a line that is certainly in another one that one.

    >>> decode_mixed("第一条 市人民政府负责。\\n".encode() + "第二条 县人民政府负责。".encode("gb18030")).text
    '第一条 市人民政府负责。\\n第二条 县人民政府负责。'
    """
    raw = data.split(b"\n")
    base = _base_charset(data, raw)
    lines: list[str] = []
    others: dict[str, list[int]] = {}
    first_bad, offset = -1, 0
    for number, line in enumerate(raw, start=1):
        text, charset, bad = _decode_line(line, base)
        lines.append(text)
        if charset != base:
            others.setdefault(charset, []).append(number)
        if bad >= 0 and first_bad < 0:
            first_bad = offset + bad
        offset += len(line) + 1
    return Mixed("\n".join(lines), max(first_bad, 0), tuple(_warn(others, base)))


def _warn(others: dict[str, list[int]], base: str) -> Iterator[str]:
    for charset, numbers in others.items():
        shown = "、".join(map(str, numbers[:_SHOWN])) + ("等" if len(numbers) > _SHOWN else "")
        yield f"文件混用字符编码：多数行为 {_NAMES[base]}，第{shown}行（共{len(numbers)}行）按 {_NAMES[charset]} 读取"


def _base_charset(data: bytes, raw: list[bytes]) -> str:
    """The charset of most bytes: whole lines count for it, and where none is whole the text that loses least."""
    weights: Counter[str] = Counter()
    for line in raw:
        charset = next((c for c in _CHARSETS if _strictly(line, c) is not None), None)
        if charset is not None and not line.isascii():
            weights[charset] += len(line)
    if weights:
        return weights.most_common(1)[0][0]
    return min(_CHARSETS, key=lambda charset: data.decode(charset, "replace").count(LOST))


def _decode_line(line: bytes, base: str) -> tuple[str, str, int]:
    """Text, charset, and the offset of the first bad byte (-1: none)."""
    text = _strictly(line, base)
    if text is not None:
        other = _better(line, text) if base != "utf-8" else None
        return (other, "utf-8", -1) if other is not None else (text, base, -1)
    for charset in _CHARSETS:
        other = _strictly(line, charset) if charset != base else None
        if other is not None and _is_certain(other):
            return other, charset, -1
    bad = _first_bad(line, base)
    return (_with_gaps(line, base) if base != "utf-8" else _with_lost(line)), base, bad


def _better(line: bytes, text: str) -> str | None:
    """Valid UTF-8 in a file of another charset is no chance where the line is longer than a few characters."""
    other = _strictly(line, "utf-8") if not line.isascii() else None
    return other if other is not None and _is_certain(other) and plausibility(other) > plausibility(text) else None


def _is_certain(text: str) -> bool:
    han = sum("\u4e00" <= c <= "\u9fff" for c in text)
    return han >= _MIN_HAN and plausibility(text) >= _CERTAIN


def _strictly(line: bytes, charset: str) -> str | None:
    try:
        return line.decode(charset)
    except UnicodeDecodeError:
        return None


def _first_bad(line: bytes, charset: str) -> int:
    try:
        line.decode(charset)
    except UnicodeDecodeError as error:
        return error.start
    return -1


def _with_lost(line: bytes) -> str:
    """A character of UTF-8 has three bytes here: up to three broken ones in a row are one lost character."""
    return _LOST_RUN.sub(LOST, line.decode("utf-8", "replace"))


def _with_gaps(line: bytes, charset: str) -> str:
    """In a charset of byte pairs a lost byte shifts all pairs behind it: go on at the byte from which it reads best."""
    parts: list[str] = []
    while (bad := _first_bad(line, charset)) >= 0:
        parts.append(line[:bad].decode(charset))
        parts.append(LOST)
        rest = line[bad:]
        skip = max((1, 2), key=lambda n: _share_common(rest[n : n + _AHEAD].decode(charset, "replace")))
        line = rest[skip:]
    return "".join(parts) + line.decode(charset)


def _share_common(text: str) -> float:
    """Of a few characters only: the share of everyday ones, marks and letters of ASCII."""
    return sum(c.isascii() or c in "，。、；：（）《》" or is_common(c) for c in text) / max(1, len(text))
