"""Draft (答复草稿): what is going to be said before it is verified, or why nothing can be said."""

from __future__ import annotations

from dataclasses import dataclass

from answers.answer import Quotation, Statement
from answers.clause import Clause
from answers.excerpt import Excerpt
from corpus import EId, cite


@dataclass(frozen=True, slots=True)
class Draft:
    """``statements`` or else ``reason``; ``notes`` are said besides (所称《…》按《…》理解)."""

    statements: tuple[Statement, ...] = ()
    reason: str = ""
    notes: tuple[str, ...] = ()


def quote(clause: Clause, eid: EId, words: str) -> Quotation:
    """A quotation of ``words`` out of provision ``eid`` of the clause's text."""
    title = clause.instrument.title
    return Quotation(title, clause.version.id, eid, cite(title, eid, clause.version), words)


def state(clause: Clause, piece: Excerpt) -> Statement:
    """A statement that says what the excerpt says."""
    return Statement(as_prose(piece.text), (quote(clause, piece.eid, piece.text),))


def as_prose(words: str) -> str:
    """Words of a text on one line, ended by a full stop.

    >>> as_prose("承担下列职责：\\n\\n（一）巡查；\\n\\n（二）上报")
    '承担下列职责：（一）巡查；（二）上报。'
    """
    line = "".join(part.strip() for part in words.split("\n")).rstrip("，；：、")
    return line if line.endswith(("。", "！", "？", "”", "》")) else f"{line}。"
