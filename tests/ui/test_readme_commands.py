"""Every command line that the README shows is one that the parser takes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from ui.cli import build_parser

README = Path(__file__).resolve().parents[2] / "README.md"
LINES = re.findall(r"^quanze (.+)$", README.read_text(encoding="utf-8"), re.M)


def test_the_readme_shows_commands() -> None:
    assert {line.split()[0] for line in LINES} >= {"ingest", "status", "search", "ask", "show", "duties", "findings"}


@pytest.mark.parametrize("line", LINES)
def test_it_is_understood(line: str) -> None:
    words = shlex.split(line, comments=True)
    assert build_parser(words[0]).parse_args(words).command == words[0]
