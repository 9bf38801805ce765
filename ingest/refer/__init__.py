"""Refer: references (引用) in a text, with offsets, resolved within the text or with the reason why not."""

from ingest.refer.refer import FoundReferences, find_references

__all__ = ["FoundReferences", "find_references"]
