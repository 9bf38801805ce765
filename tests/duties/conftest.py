"""Texts for the tests of this folder: one of 2024-03-01 about 栖澜市 or 云岫省, read as an ingested one is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus import Gazetteer, Territory
from corpus.level import Level
from duties import ReadText, extract_duties
from ingest import read_file

PROVINCE = Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",))
CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
PLACES = Gazetteer((PROVINCE, CITY))


@pytest.fixture
def read_text(tmp_path: Path) -> Callable[[str, str], ReadText]:
    """Title and body to a text with its duties."""

    def read(title: str, body: str) -> ReadText:
        file = tmp_path / f"{title}.md"
        head = f"# {title}\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n第一条 为了规范有关活动，制定本条例。"
        file.write_text(f"{head}\n\n{body}\n", encoding="utf-8")
        parsed = read_file(file, PLACES)[0]
        return ReadText(parsed.instrument, parsed.version, extract_duties(parsed.instrument, parsed.version))

    return read
