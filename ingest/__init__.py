"""Ingest: files come in. Readers by content, cleaning, structure, description, references, the batch."""

import corpus.offline

# isort: split
from ingest.draft import read_draft
from ingest.errors import IngestError
from ingest.file_name import shown_name
from ingest.intake import find_files, ingest_paths
from ingest.progress import PageProgress
from ingest.read_file import read_file, read_isolated
from ingest.refer import find_references

__all__ = [
    "IngestError",
    "PageProgress",
    "find_files",
    "find_references",
    "ingest_paths",
    "read_draft",
    "read_file",
    "read_isolated",
    "shown_name",
]
