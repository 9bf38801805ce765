"""Cut lines (断行): a crawl or a page end that cut a long paragraph in the middle of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.line import Line, LineStyle
from ingest.marks import read_article, read_group, read_list

# A long line that has sentences of its own and ends in the middle of one; titles and list entries are shorter.
_LONG = 60
_LONGEST = 20_000
_INSIDE = "。，；,"


def join_cut_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with paragraphs put together again that were cut between two characters.

    >>> head = "市人民政府应当加强对城市河道管理工作的领导，建立健全工作协调机制，将河道治理经费列入财政预算，"
    >>> cut = Line(head + "统筹推进河道清淤疏浚和生态修复，并在创新市")
    >>> [len(line.text) for line in join_cut_lines([cut, Line("域治理的过程中予以落实。"), Line("第二条 乙。")])]
    [80, 6]
    """
    joined: list[Line] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line):
            joined[-1] = _join(joined[-1], line)
        else:
            joined.append(line)
    return tuple(joined)


def _goes_on(above: Line, below: Line) -> bool:
    is_body = above.style is LineStyle.BODY and below.style is LineStyle.BODY and above.page == below.page
    if not is_body or not _LONG <= len(above.text) <= _LONGEST or not _is_han(above.text[-1]):
        return False
    return any(mark in above.text for mark in _INSIDE) and _is_continuation(below.text)


def _is_continuation(text: str) -> bool:
    if not (_is_han(text[0]) or text[0] in "（(“"):
        return False
    return read_article(text) is None and read_group(text) is None and read_list(text) is None and len(text) > 1


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _join(above: Line, below: Line) -> Line:
    is_converted = bool(above.original or below.original)
    original = (above.original or above.text) + (below.original or below.text) if is_converted else ""
    remarks = (*above.remarks, *(remark.moved(len(above.text)) for remark in below.remarks))
    return replace(above, text=above.text + below.text, original=original, remarks=remarks)
