"""Printing data: JSON on stdout, one document or one line."""

from __future__ import annotations

import json
import sys


def print_json(value: object) -> None:
    """``value`` as indented JSON on stdout."""
    print(_printable(json.dumps(value, ensure_ascii=False, indent=2)))


def print_json_line(value: object) -> None:
    """``value`` as one line of JSON, flushed, so that a reader of a batch sees it at once."""
    print(_printable(json.dumps(value, ensure_ascii=False)), flush=True)


def _printable(written: str) -> str:
    """Half characters (of a damaged question) as JSON escapes: no stream takes them as they are."""
    return written.encode("utf-8", "backslashreplace").decode("utf-8")


def say(message: str) -> None:
    """A message to a person, on stderr."""
    print(message, file=sys.stderr)
