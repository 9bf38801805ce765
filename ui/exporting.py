"""Exporting (导出): what can be written to a file, as a table for people and as rows for programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from corpus import QuanzeError, cite
from duties import ClauseText
from ui.exports import (
    Table,
    clause_sentences,
    clause_table,
    clause_totals,
    duty_table,
    finding_table,
    matrix_provisions,
    matrix_table,
    table_rows,
    write_csv,
    write_docx,
    write_json,
    write_xlsx,
)
from ui.exports.table import Cell
from ui.services import Services

Rows = Sequence[Mapping[str, object]] | Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Export:
    """``tables`` go into the sheets of a workbook, the first one into csv and docx, ``rows`` into JSON.

    ``heads`` columns of the first table name a row in a Word document.
    """

    tables: tuple[Table, ...]
    rows: Rows
    heads: int = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: titles, topics or a question; a territory; whether suggestions go along."""

    words: tuple[str, ...] = ()
    territory: str = ""
    suggestions: bool = False


def export_findings(services: Services, wanted: Wanted) -> Export:
    """The findings of the titles with their decisions, and what could stand there if asked for."""
    found = services.reviewing.findings(wanted.words)
    told = (
        {one.id: services.reviewing.suggestion(one, asks_index=False) for one in found} if wanted.suggestions else None
    )
    rows = [one.as_row() | ({"suggestion": told[one.id].as_row()} if told else {}) for one in found]
    return Export((finding_table(found, told),), rows, 4)


def export_duties(services: Services, wanted: Wanted) -> Export:
    """The duties of the titles."""
    texts = services.analysis.read_texts(wanted.words)
    rows = [
        {**duty.as_row(), "citation": cite(text.instrument.title, duty.eid, text.version)}
        for text in texts
        for duty in text.duties
    ]
    return Export((duty_table(texts),), rows, 2)


def export_matrix(services: Services, wanted: Wanted) -> Export:
    """The matrix of the topics, with a second sheet of the provisions behind every entry."""
    matrix = services.matters.matrix(wanted.words, wanted.territory)
    return Export((matrix_table(matrix), matrix_provisions(matrix)), matrix.as_json())


def export_clauses(services: Services, wanted: Wanted) -> Export:
    """The kinds of clause of the titles, with the totals of levels and places; named texts sentence by sentence."""
    texts = services.analysis.clauses(wanted.words)
    sentences = [_sentence_table(services, text) for text in texts] if wanted.words else []
    sheets = [Table(sentences[0].name, sentences[0].header, _joined(sentences))] if sentences else []
    table = clause_table(texts)
    rows = {"texts": table_rows(table), **{sheet.name: table_rows(sheet) for sheet in sheets}}
    return Export((table, clause_totals(texts), *sheets), rows)


def _sentence_table(services: Services, text: ClauseText) -> Table:
    version = services.store.version(text.version_id)
    return clause_sentences(text.instrument, version, text.clauses)


def _joined(tables: Sequence[Table]) -> tuple[tuple[Cell, ...], ...]:
    return tuple(row for table in tables for row in table.rows)


def export_answer(services: Services, wanted: Wanted) -> Export:
    """The answer to a question."""
    from answers import Question
    from ui.exports.answer_table import answer_table

    question = " ".join(wanted.words).strip()
    if not question:
        raise QuanzeError(
            "没有写明问题", place="answer", remedy="例如 quanze export answer 犬只收容由谁负责 -o 答复.docx"
        )
    services.ready_index()
    answer = services.answerer.ask(Question(question))
    return Export((answer_table(question, answer),), [{"question": question, **answer.as_row()}])


EXPORTS: Mapping[str, Callable[[Services, Wanted], Export]] = {
    "findings": export_findings,
    "duties": export_duties,
    "matrix": export_matrix,
    "clauses": export_clauses,
    "answer": export_answer,
}


def write_export(export: Export, form: str) -> bytes:
    """The bytes of the file: xlsx, csv, json or docx; the same corpus gives the same bytes."""
    if form == "json":
        return write_json(export.rows)
    if form == "xlsx":
        return write_xlsx(*export.tables)
    return write_csv(export.tables[0]) if form == "csv" else write_docx(export.tables[0], export.heads)
