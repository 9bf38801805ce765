"""Old Office files (OLE): what the container holds tells a Word text from a workbook, and whether it is locked."""

from __future__ import annotations

import io
from collections.abc import Iterable

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED_BIT, _FLAGS_AT = 0x0100, 0x0A
_KNOWN = ("EncryptedPackage", "EncryptionInfo", "WordDocument", "Workbook", "Book", "PowerPoint Document")


def stream_names(data: bytes) -> frozenset[str]:
    """The names at the top of the container; a picture or a workbook inside a Word text is not among them.

    Where the container is damaged, every known name that it mentions anywhere.
    """
    from xlrd.compdoc import CompDoc

    try:
        entries = CompDoc(data, logfile=io.StringIO(), ignore_workbook_corruption=True).dirlist
        found = frozenset(entry.name for entry in entries if entry.parent == 0)
    except Exception:  # a damaged container breaks this parser in many ways; what it is decides the message only
        found = frozenset()
    return found or frozenset(_mentioned(data))


def _mentioned(data: bytes) -> Iterable[str]:
    return (name for name in _KNOWN if name.encode("utf-16-le") in data)


def is_locked_word(data: bytes) -> bool:
    """Whether a Word text is encrypted: a flag at the head of its main stream says so."""
    from xlrd.compdoc import CompDoc

    try:
        stream = CompDoc(data, logfile=io.StringIO()).get_named_stream("WordDocument") or b""
    except Exception:  # as above
        return False
    flags = int.from_bytes(stream[_FLAGS_AT : _FLAGS_AT + 2], "little")
    return bool(flags & _LOCKED_BIT)
