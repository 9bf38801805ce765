"""文号 of the front page, the year in 〔〕 whatever brackets the text has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus import Claim, ClaimSource
from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.pattern_table import read_table

_FRONT = (LineStyle.NUMBER, LineStyle.LETTERHEAD, LineStyle.HISTORY)
_YEAR = re.compile(r"[〔\[［【(（](?P<year>[0-9]{4})[〕\]］】)）]")
_LABEL = re.compile(r"^(?:发文字号|文号|字号)[:：]\s?")
_DAY = re.compile(r"^.*日(?=.)")


def read_number(lines: Sequence[Line]) -> Iterator[Claim]:
    """文号 of the front page: 栖政办发〔2024〕9号, 栖澜市人民政府令第12号 (also over two lines)."""
    front = [line for line in lines if line.style in _FRONT]
    heads = [f"{a.text}{b.text}" for a, b in pairwise(front) if a.text.endswith(("令", "公告", "通告"))]
    for text in (*heads, *(line.text for line in front)):
        for row in read_table("describe/document_numbers"):
            match = row.pattern.search(_LABEL.sub("", text))
            if match is not None:
                value = plain_number(match["number"])
                yield Claim("document_number", value, ClaimSource.TITLE_PAGE, f"文号：{row.value}", text)
                return


def plain_number(written: str) -> str:
    """The one form of a 文号: no blanks, the year in 〔〕, no date before it.

    >>> plain_number("栖政办发【2024】 9号"), plain_number("2023年11月20日栖澜市人民政府令第58号")
    ('栖政办发〔2024〕9号', '栖澜市人民政府令第58号')
    """
    plain = without_spaces(written)
    return _YEAR.sub(r"〔\g<year>〕", _DAY.sub("", plain))
