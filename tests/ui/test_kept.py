"""Kept duties and findings: a second visit works nothing out again, and never takes what no longer holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

import ui.kept
from corpus import Claim, ClaimSource
from ui import analysis
from ui.services import Services, open_services

REGULATION = """# 栖澜市绿道管护条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 为了加强绿道管护，制定本条例。

第二条 市园林绿化部门应当编制绿道规划。有关部门应当建立绿道档案。
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "绿道.md").write_text(REGULATION, encoding="utf-8")
    services = open_services(tmp_path / "data")
    services.land([tmp_path / "绿道.md"])
    services.close()
    return tmp_path / "data"


def never(*_: object) -> NoReturn:
    raise AssertionError("worked out again")


def visit(home: Path, look: Callable[[Services], object]) -> object:
    services = open_services(home)
    try:
        return look(services)
    finally:
        services.close()


def test_a_second_visit_reads_the_same_duties_and_findings(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = visit(home, lambda s: (s.analysis.duties(), s.analysis.findings()))
    assert isinstance(first, tuple)
    assert [len(rows) > 0 for rows in first] == [True, True]
    monkeypatch.setattr(ui.kept, "extract_duties", never)
    monkeypatch.setattr(analysis, "find_findings", never)
    assert visit(home, lambda s: (s.analysis.duties(), s.analysis.findings())) == first


def test_another_release_works_them_out_anew(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit(home, lambda s: s.analysis.duties())
    monkeypatch.setattr(ui.kept, "release_of", lambda folder: f"later {folder.name}")
    monkeypatch.setattr(ui.kept, "extract_duties", never)
    with pytest.raises(AssertionError, match="worked out again"):
        visit(home, lambda s: s.analysis.duties())


def test_what_a_person_says_of_the_columns_moves_the_key(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    visit(home, lambda s: s.analysis.duties())

    def claim(services: Services) -> None:
        version = services.store.summaries()[0].id
        services.correct(version, Claim("column", "经办=牵头单位", ClaimSource.USER, "user"))

    visit(home, claim)
    monkeypatch.setattr(ui.kept, "extract_duties", never)
    with pytest.raises(AssertionError, match="worked out again"):
        visit(home, lambda s: s.analysis.duties())


def test_a_text_that_came_later_is_among_the_findings(home: Path, tmp_path: Path) -> None:
    before = visit(home, lambda s: {finding.doc for finding in s.analysis.findings()})
    (tmp_path / "照明.md").write_text(REGULATION.replace("绿道", "照明"), encoding="utf-8")
    visit(home, lambda s: s.land([tmp_path / "照明.md"]))
    after = visit(home, lambda s: {finding.doc for finding in s.analysis.findings()})
    assert (before, after) == ({"栖澜市绿道管护条例"}, {"栖澜市绿道管护条例", "栖澜市照明管护条例"})


def test_a_database_that_cannot_be_written_only_costs_time(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def look(services: Services) -> tuple[object, ...]:
        monkeypatch.setattr(services.store.derived, "keep", lambda what, values: False)
        return services.analysis.duties()

    assert visit(home, look) == visit(home, lambda s: s.analysis.duties())
