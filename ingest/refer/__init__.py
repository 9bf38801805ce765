"""Refer: references (引用) in a text, with offsets, resolved within the text or with the reason why not."""

from ingest.refer.refer import find_references

__all__ = ["find_references"]
