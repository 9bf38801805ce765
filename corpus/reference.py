"""Reference (引用): a mention of another provision in a provision's text."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.eid import EId


@dataclass(frozen=True, slots=True)
class Reference:
    """In provision ``source``, characters ``start:end`` of the version's text mention ``target`` of ``title``.

    ``title`` is None where this very text is meant; ``target`` is None where a whole instrument is meant or the place
    does not exist, and ``reason`` then says why.
    """

    source: EId
    start: int
    end: int
    quote: str
    title: str | None
    target: EId | None
    reason: str = ""
