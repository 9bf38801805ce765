"""EId (条文标识): the Akoma-Ntoso-like path of a provision, stable within a version."""

from __future__ import annotations

import re
from typing import Self

from corpus.errors import EIdError

_STEP = r"(?:pre|part|chp|sec|art|para|item|sub|h[1-4]|annex|tab|row)_\d+(?:-\d+)*(?:~\d+)?"
_EID = re.compile(rf"{_STEP}(?:__{_STEP})*")


class EId(str):
    """``art_6__para_1__item_3``; 第六条之一 is ``art_6-1``; a repeated number gets ``~2``.

    Steps: part 编, chp 章, sec 节, art 条, para 款, item 项, sub 目; h1 一、 h2 （一） h3 1. h4 （1） in policy texts;
    pre 序言, annex 附件, tab 表, row 行. The 条 carries no chapter, so its id survives a regrouping of chapters.

    >>> EId("art_6").child("para", 1).child("item", 3)
    'art_6__para_1__item_3'
    >>> EId("第六条")
    Traceback (most recent call last):
    corpus.errors.EIdError: 不是有效的条文标识（第六条）
    """

    __slots__ = ()

    def __new__(cls, value: str) -> Self:
        """The id that ``value`` writes; raises EIdError when it writes none."""
        if not _EID.fullmatch(value):
            raise EIdError("不是有效的条文标识", place=value)
        return super().__new__(cls, value)

    def child(self, step: str, number: int | str) -> EId:
        """The provision of kind ``step`` and ``number`` (as in ``6`` or ``"6-1"``) right under this one."""
        return EId(f"{self}__{step}_{number}")

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """``(("art", "6"), ("para", "1"))``, outermost first."""
        pairs = [part.partition("_") for part in self.split("__")]
        return tuple([(name, number) for name, _, number in pairs])

    @property
    def parent(self) -> EId | None:
        """The id one step up, or None at the top."""
        head, _, _ = self.rpartition("__")
        # What stands before the last step of an id is one: there is nothing to check again.
        return str.__new__(EId, head) if head else None

    def number(self, step: str) -> str | None:
        """The number at ``step`` without the ``~2`` of a repeated one, or None.

        >>> EId("art_6-1__para_2").number("art")
        '6-1'
        """
        found = dict(self.steps).get(step)
        return found.partition("~")[0] if found is not None else None

    def ancestor(self, step: str) -> EId | None:
        """The nearest id on this path (itself included) whose last step is ``step``.

        >>> EId("art_6__para_1__item_3").ancestor("art")
        'art_6'
        """
        here: EId | None = self
        while here is not None and here.rpartition("__")[2].partition("_")[0] != step:
            here = here.parent
        return here
