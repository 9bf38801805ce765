"""What ``quanze read --json`` prints: articles and rows of all texts of a file, in the characters of the source."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import ParsedText, Provision, ProvisionKind, QuanzeError, Version

Row = dict[str, object]


def refusal_row(error: QuanzeError) -> Row:
    """A file that would not be taken in, and why."""
    empty: Row = {"warnings": [], "articles": [], "rows": [], "text": ""}
    return {"status": "reject", "error": str(error), **empty}


def read_row(texts: Sequence[ParsedText]) -> Row:
    """A file that would be taken in; ``articles`` and ``rows`` are those of all its texts, in their order."""
    versions = [text.version for text in texts]
    warnings = dict.fromkeys(warning for version in versions for warning in version.warnings)
    return {
        "status": "ok",
        "error": "",
        "title": texts[0].instrument.title,
        "warnings": list(warnings),
        "incomplete": [reason for version in versions for reason in version.incomplete],
        "articles": [_article(version, article) for version in versions for article in version.articles],
        "rows": [_cells(p) for version in versions for p in version.provisions if p.kind is ProvisionKind.ROW],
        "text": "\n\n".join(version.text for version in versions),
        "texts": [_text(text) for text in texts],
    }


def _article(version: Version, article: Provision) -> Row:
    """Label and words as they stand in the source: a traditional text is quoted in traditional characters."""
    written = version.as_written(article)
    # In the cleaned text: the label's own characters may be others in the source (第一條).
    start = version.whole_text(article).find(article.label)
    end = start + len(article.label)
    return {"label": written[start:end], "text": written[end:].strip()}


def _cells(row: Provision) -> list[str]:
    """The values of a table row; of a row without known columns its words."""
    return [value for _, value in row.cells] or [row.text]


def _text(text: ParsedText) -> Row:
    instrument, version, dates = text.instrument, text.version, text.version.dates
    return {
        "title": instrument.title,
        "document_number": instrument.document_number,
        "issuing_authority": instrument.issuing_authority,
        "kind": instrument.kind.value,
        "dates": {name: day.isoformat() for name in dates.__slots__ if (day := getattr(dates, name)) is not None},
        "articles": len(version.articles),
        "provisions": len(version.provisions),
        "references": len(version.references),
        "incomplete": list(version.incomplete),
        "remarks": [
            {"kind": r.kind.value, "start": r.start, "end": r.end, "note": r.note, "original": r.original}
            for r in version.remarks
        ],
        "claims": [
            {"field": c.field, "value": c.value, "source": c.source.name.lower(), "rule": c.rule, "quote": c.quote}
            for c in text.claims
        ],
    }
