"""From one file's cleaned text to the texts of its instruments."""

from __future__ import annotations

from ingest.line import CleanText, CleanTexts
from ingest.split.amendment import split_amendment
from ingest.split.collection import split_collection
from ingest.split.succession import split_succession


def split_texts(clean: CleanText) -> CleanTexts:
    """The texts of ``clean`` in the order of the file; one, unless the file shows where the next begins."""
    papers = (text for part in split_collection(clean) for text in split_amendment(part))
    return CleanTexts(tuple(text for paper in papers for text in split_succession(paper)))
