"""What is struck out or out of force gets no finding, and a reason names the right day of 施行."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import Dates, Gazetteer, Level, Territory
from duties import FindingKind, ReadText, extract_duties, find_findings
from duties.findings.reading import Reading
from duties.findings.rule_overdue import _in_force
from duties.findings.surroundings import among
from ingest import read_file

PLACES = Gazetteer((Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市")),))
TODAY = date(2030, 6, 1)


@pytest.fixture
def text(tmp_path: Path) -> ReadText:
    file = tmp_path / "栖澜市民宿规定.md"
    body = "第一条 为了规范民宿，制定本规定。\n\n第六条 教育、公安等部门应当每年组织民宿安全演练。"
    file.write_text(f"# 栖澜市民宿规定\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n{body}\n", encoding="utf-8")
    parsed = read_file(file, PLACES)[0]
    return ReadText(parsed.instrument, parsed.version, extract_duties(parsed.instrument, parsed.version))


@pytest.mark.parametrize(("in_force", "found"), [(True, 1), (False, 0)])
def test_a_repealed_text_gets_no_finding(text: ReadText, in_force: bool, found: int) -> None:
    around = among([text], TODAY)
    held = tuple(replace(one, in_force=in_force, starts_on=date(2020, 1, 1)) for one in around.holdings)
    findings = find_findings([text], replace(around, holdings=held))
    assert [f.kind for f in findings] == [FindingKind.UNDEFINED_DIVISION] * found


def test_a_text_not_yet_in_force_keeps_its_findings(text: ReadText) -> None:
    around = among([text], TODAY)
    held = tuple(replace(one, in_force=False, starts_on=date(2031, 1, 1)) for one in around.holdings)
    assert find_findings([text], replace(around, holdings=held))


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (Dates(effective_on=date(2024, 3, 1)), "本文件自2024-03-01起施行"),
        (
            Dates(effective_on=date(2008, 6, 1), promulgated_on=date(2017, 9, 1)),
            "本文件自2008-06-01起施行，现行文本自2017-09-01起施行",
        ),
        (Dates(promulgated_on=date(2017, 9, 1)), "现行文本自2017-09-01起施行"),
    ],
)
def test_the_day_of_a_revision_is_not_called_that_of_the_instrument(text: ReadText, dates: Dates, said: str) -> None:
    reading = Reading(replace(text, version=replace(text.version, dates=dates)))
    start = dates.starts_on
    assert start is not None
    assert _in_force(reading, start) == said
