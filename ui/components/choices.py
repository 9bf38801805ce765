"""Multiple choices whose options are what the corpus has: levels, kinds, territories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import streamlit as st

from corpus import Instrument, Level, NormKind

T = TypeVar("T")


def choose(label: str, options: Sequence[T], key: str, words: Callable[[T], str]) -> tuple[T, ...]:
    """Draw a multiple choice that keeps its value when the reader goes to another page."""
    chosen = st.multiselect(
        label,
        options,
        format_func=words,
        key=key,
        placeholder="不限",
        select_all=False,
        persist_state="session",
    )
    return tuple(chosen)


def level_word(level: Level) -> str:
    """The level's Chinese word.

    >>> level_word(Level.COUNTY)
    '区县级'
    """
    return level.chinese


def present_levels(instruments: Iterable[Instrument]) -> tuple[Level, ...]:
    """The levels at which the corpus has an instrument, from the state down."""
    return tuple(sorted({instrument.level for instrument in instruments}, key=lambda level: level.depth))


def present_kinds(instruments: Iterable[Instrument]) -> tuple[NormKind, ...]:
    """The kinds the corpus has, the highest rank first."""
    return tuple(sorted({instrument.kind for instrument in instruments}, key=lambda kind: (kind.rank, kind.value)))


def present_territories(instruments: Iterable[Instrument]) -> tuple[str, ...]:
    """The names of the territories the corpus has, the larger before those in it."""
    found = {instrument.territory for instrument in instruments}
    ordered = sorted(found, key=lambda territory: (territory.level.depth, territory.chain))
    return tuple(dict.fromkeys(territory.name for territory in ordered))
