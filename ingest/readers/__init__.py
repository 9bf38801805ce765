"""Readers: one format each, pure functions from a file's bytes to its lines."""

from ingest.readers.read import read_lines

__all__ = ["read_lines"]
