"""Kinds of clause (条款构成) as tables for people: each text, the totals of levels and places, the sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from corpus import Instrument, Version, cite
from duties import Clause, ClauseKind, ClauseText, Shares, shares_by
from ui.exports.table import Cell, Table

KINDS = tuple(ClauseKind)
FACTS = ("文件", "类型", "层级", "地区", "句数")
HEADER = (*FACTS, *(kind.value for kind in KINDS), *(f"{kind.value}占比（%）" for kind in KINDS))
TOTALS = ("分组", "文件数", "句数", *(kind.value for kind in KINDS), *(f"{kind.value}占比（%）" for kind in KINDS))
GROUPS: dict[str, Callable[[ClauseText], str]] = {
    "层级": lambda text: text.instrument.level.chinese,
    "类型": lambda text: text.instrument.kind.value,
    "地区": lambda text: text.instrument.territory.name,
}
SENTENCES = ("文件", "条款", "句", "条款类型", "依据词", "原文")


def clause_table(texts: Iterable[ClauseText]) -> Table:
    """One row for each text, in their order."""
    rows = (
        (
            text.instrument.title,
            text.instrument.kind.value,
            text.instrument.level.chinese,
            text.instrument.territory.name,
            text.shares.total,
            *_figures(text.shares),
        )
        for text in texts
    )
    return Table("条款构成", HEADER, tuple(rows))


def clause_totals(texts: Iterable[ClauseText]) -> Table:
    """The totals of each level, each kind of text and each place (层级：市级, 类型：地方性法规, 地区：栖澜市)."""
    everything = tuple(texts)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (f"{name}：{group}", number, shares.total, *_figures(shares))
        for name, word in GROUPS.items()
        for group, (number, shares) in shares_by(sorted(everything, key=_rank), word).items()
    )
    return Table("合计", TOTALS, rows)


def _rank(text: ClauseText) -> tuple[int, int, str]:
    """From the state down, the higher kinds first."""
    instrument = text.instrument
    return instrument.level.depth, instrument.kind.rank, instrument.territory.name


def clause_sentences(instrument: Instrument, version: Version, clauses: Iterable[Clause]) -> Table:
    """Every sentence with its citation, its kind and the words that decided."""
    title = instrument.title
    rows = (
        (
            title,
            cite(title, clause.eid, version).removeprefix(f"《{title}》"),
            clause.ordinal,
            clause.kind.value,
            clause.cue,
            version.text[clause.start : clause.end],
        )
        for clause in clauses
    )
    return Table("逐句", SENTENCES, tuple(rows))


def percent(shares: Shares, kind: ClauseKind) -> int:
    """The share in whole per cent.

    >>> percent(Shares({ClauseKind.DUTY: 2, ClauseKind.PENALTY: 1}), ClauseKind.DUTY)
    67
    """
    return round(shares.of(kind) * 100)


def _figures(shares: Shares) -> tuple[int, ...]:
    return (*(shares.counts.get(kind, 0) for kind in KINDS), *(percent(shares, kind) for kind in KINDS))
