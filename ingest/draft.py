"""Draft (草稿): any text, official or not, read for its references: a letter, a paragraph, an answer."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from corpus import (
    NATION,
    Dates,
    EId,
    Instrument,
    NormKind,
    Provision,
    ProvisionKind,
    SourceFile,
    Version,
    version_id,
)
from ingest.readers import read_lines
from ingest.readers.decode import decode_text
from ingest.refer import find_references


def read_draft(data: bytes, name: str) -> tuple[Instrument, Version]:
    """A file's words as they stand, each line a paragraph, with their references.

    The offsets of a plain text (.txt, .md) point into the file's own text. It reads in this very process: what comes
    from outside goes through ``read_isolated`` first.

    >>> _, version = read_draft("依照《栖澜市河湖巡护条例》第六条办理。".encode(), "复函.txt")
    >>> version.references[0].target
    'art_6'
    """
    stem, _, suffix = name.rpartition(".")
    is_plain = suffix.lower() in ("txt", "md")
    text = decode_text(data, name).text if is_plain else "\n".join(line.text for line in read_lines(data, name).lines)
    digest, provisions = sha256(data).hexdigest(), tuple(_lines(text))
    source = SourceFile(digest, name, "text/plain" if is_plain else "", len(data))
    instrument = Instrument("", stem or name, NormKind.OTHER, NATION)
    return instrument, Version(
        version_id(digest), "", source, text, Dates(), provisions, find_references(text, provisions)
    )


def _lines(text: str) -> Iterator[Provision]:
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = start + len(line)
        yield Provision(EId(f"para_{number}"), ProvisionKind.PARAGRAPH, "", "", line, start, end)
        start = end + 1
