"""Split (分篇): one file may bring several texts, a decision and the text it amends, or a collection of papers."""

from ingest.split.split import split_texts

__all__ = ["split_texts"]
