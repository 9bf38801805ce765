"""The id by which a provision found and a provision wanted are compared: title and 条."""

from __future__ import annotations

import re
from collections.abc import Mapping

from corpus import EId, parse_numeral, place_of, short_title

_INSERTED = re.compile(r"之(?P<number>.+)")


def provision_id(title: str, eid: EId) -> str:
    """The 条 of ``eid``; in policy texts its first heading, in a list its row.

    >>> provision_id("中华人民共和国云岫法", EId("art_6-1__para_2"))
    '云岫法/6-1'
    >>> provision_id("栖澜市网格化服务管理提升实施方案", EId("h1_2__h2_3"))
    '栖澜市网格化服务管理提升实施方案/2'
    """
    article = place_of(eid).article
    return f"{short_title(title)}/{eid if article is None else article}"


def gold_id(place: Mapping[str, object]) -> str:
    """The provision that a row of gold names; 第六条之一 is written ``"6-1"`` or 6 with the suffix 之一.

    >>> gold_id({"doc": "云岫法", "article": 6, "suffix": "之一"})
    '云岫法/6-1'
    """
    inserted = _INSERTED.fullmatch(str(place.get("suffix") or ""))
    number = parse_numeral(inserted["number"]) if inserted else None
    return f"{short_title(str(place['doc']))}/{place['article']}{'' if number is None else f'-{number}'}"
