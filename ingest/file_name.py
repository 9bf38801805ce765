"""File name (文件名) as it is shown and kept: without what would mislead a reader or a terminal."""

from __future__ import annotations

_LONGEST = 240
"""Bytes of UTF-8: what every file system takes with room for a suffix."""


def shown_name(name: str) -> str:
    """``name`` without control, bidi and undecodable characters, and not longer than a line can bear.

    >>> shown_name("政\\x07策\\u202etxt.exe.txt")
    '政策txt.exe.txt'
    """
    kept = "".join(character for character in name if character.isprintable() or character == "　")
    written = kept.encode()
    if len(written) <= _LONGEST:
        return kept or "（无名文件）"
    end = kept[-12:]
    start = written[: _LONGEST - len("…".encode()) - len(end.encode())].decode(errors="ignore")
    return f"{start}…{end}"


def shown_path(path: str) -> str:
    """``path`` without the same characters."""
    return "".join(character for character in path if character.isprintable() or character == "　")
