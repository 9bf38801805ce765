"""An answer (答复) as a table for people: each statement with the provisions that it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.exports.table import Cell, Table

if TYPE_CHECKING:
    from answers import Answer

HEADER = ("问题", "答复", "依据", "原文")


def answer_table(question: str, answer: Answer) -> Table:
    """One row for each statement; a refusal is one row with its reason."""
    rows: list[tuple[Cell, ...]] = [
        (
            question,
            statement.text,
            "\n".join(quotation.citation for quotation in statement.quotations),
            "\n".join(quotation.quote for quotation in statement.quotations),
        )
        for statement in answer.statements
    ]
    return Table("答复", HEADER, tuple(rows or [(question, answer.text, "", "")]))
