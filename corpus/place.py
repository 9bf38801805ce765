"""Place (条、款、项): the three numbers by which people and the gold files name a provision."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.eid import EId

Number = int | str
"""6, or ``"6-1"`` for 第六条之一."""


@dataclass(frozen=True, slots=True)
class Place:
    """Article, paragraph and item of an eid; in policy texts the first three headings take their seats."""

    article: Number | None = None
    paragraph: Number | None = None
    item: Number | None = None


def place_of(eid: EId) -> Place:
    """The numbers of ``eid``.

    一、（二）3. of a policy document is article 1, paragraph 2, item 3; row 4 of a list is article 4.

    >>> place_of(EId("art_6__para_1__item_3"))
    Place(article=6, paragraph=1, item=3)
    >>> place_of(EId("h1_2__h2_3__para_1"))
    Place(article=2, paragraph=3, item=None)
    """
    if eid.number("art") is not None:
        return Place(_number(eid, "art"), _number(eid, "para"), _number(eid, "item"))
    if eid.number("h1") is not None or eid.number("h2") is not None:
        return Place(_number(eid, "h1"), _number(eid, "h2"), _number(eid, "h3"))
    return Place(_number(eid, "row"))


def _number(eid: EId, step: str) -> Number | None:
    written = eid.number(step)
    if written is None:
        return None
    return int(written) if written.isdigit() else written
