"""Caution (提示): what a reader must know of the texts that an answer rests on: gaps, damage, doubtful characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from answers.answer import Caution, Quotation, Statement
from answers.library import Library
from corpus import Remark, Version

NAMED = 3
"""How many warnings of one text are named; a text with thirty gaps in its numbering says no more by naming all."""


def with_remarks(statements: Iterable[Statement], library: Library) -> tuple[Statement, ...]:
    """The verified statements, every quotation with the remarks on its words and with the characters of the source."""
    return tuple(replace(s, quotations=tuple(_annotated(q, library) for q in s.quotations)) for s in statements)


def _annotated(quotation: Quotation, library: Library) -> Quotation:
    version = library.version(quotation.version_id)
    provision = version.provision(quotation.eid)
    if provision is None or not (version.remarks or version.original_text):
        return quotation
    start = provision.start + version.whole_text(provision).index(quotation.quote)
    end = start + len(quotation.quote)
    remarks = tuple(_within(r, start, end) for r in version.remarks_in(provision) if r.start < end and start < r.end)
    written = (version.original_text or version.text)[start:end]
    return replace(quotation, remarks=remarks, as_written="" if written == quotation.quote else written)


def _within(remark: Remark, start: int, end: int) -> Remark:
    return replace(remark, start=max(remark.start, start) - start, end=min(remark.end, end) - start)


def cautions_of(statements: Iterable[Statement], library: Library) -> tuple[Caution, ...]:
    """First what is said of each text as a whole, once, then what is said of the quoted words."""
    quotations = tuple(dict.fromkeys(q for statement in statements for q in statement.quotations))
    versions = {q.version_id: q.title for q in quotations}
    of_texts = (c for key, title in versions.items() for c in _of_text(library.version(key), title))
    return tuple(dict.fromkeys([*of_texts, *(c for q in quotations for c in _of_quotation(q))]))


def _of_text(version: Version, title: str) -> Iterator[Caution]:
    if version.incomplete:
        yield Caution(title, version.id, "", f"文本可能不完整：{_named(version.incomplete)}")
    if version.warnings:
        yield Caution(title, version.id, "", f"读取时需留意：{_named(version.warnings)}")


def _named(words: tuple[str, ...]) -> str:
    more = f"等{len(words)}处" if len(words) > NAMED else ""
    return "；".join(words[:NAMED]) + more


def _of_quotation(quotation: Quotation) -> Iterator[Caution]:
    for remark in quotation.remarks:
        words = quotation.quote[remark.start : remark.end].strip()
        before = f"，原为“{remark.original}”" if remark.original else ""
        said = f"“{words}”{remark.kind.value}：{remark.note}{before}"
        yield Caution(quotation.title, quotation.version_id, quotation.citation, said)
