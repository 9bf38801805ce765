"""Printing data: JSON on stdout, one document or one line."""

from __future__ import annotations

import json
import sys


def print_json(value: object) -> None:
    """``value`` as indented JSON on stdout."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def print_json_line(value: object) -> None:
    """``value`` as one line of JSON, flushed, so that a reader of a batch sees it at once."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def say(message: str) -> None:
    """A message to a person, on stderr."""
    print(message, file=sys.stderr)
