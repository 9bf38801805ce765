"""What a question says about where its answer stands: a citation, a title of the corpus, a place; with the reason."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import EId, Territory


@dataclass(frozen=True, slots=True)
class QueryAnalysis:
    """``instruments`` are the ids of the instruments named, ``eid`` the provision cited, ``territories`` the places named.

    ``reasons`` tells people why it was read so: 「问题写明《栖澜市网格化服务管理条例》」.
    """

    text: str
    instruments: tuple[str, ...] = ()
    eid: EId | None = None
    territories: tuple[Territory, ...] = ()
    reasons: tuple[str, ...] = ()
