"""Footnotes and endnotes (脚注、尾注) of a Word file: their words by kind and id."""

from __future__ import annotations

from ingest.characters import clean_characters
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_tags import w
from ingest.readers.docx_words import WordReader
from ingest.readers.package import Package

_KINDS = ("footnote", "endnote")


def read_notes(package: Package, styles: Styles) -> dict[tuple[str, str], str]:
    """(kind, id) → words, in the final text; separators are no notes."""
    found: dict[tuple[str, str], str] = {}
    for kind in _KINDS:
        root = package.related(f"{kind}s")
        for note in root.iter(w(kind)) if root is not None else ():
            if note.get(w("type"), "normal") == "normal":
                reader = WordReader(styles, {}, note)
                words = " ".join(reader.read(paragraph).final for paragraph in note.iter(w("p")))
                found[kind, note.get(w("id"), "")] = clean_characters(words)
    return found
