"""``quanze demo``: what ``make run`` does on a fresh machine, but for the app."""

from __future__ import annotations

from pathlib import Path

import pytest

from ui.cli import main


def test_it_takes_the_sample_in_answers_with_a_citation_and_counts_findings(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "not" / "there" / "yet"
    assert main(["demo", "--home", str(home), "--no-ui"]) == 0
    said = capsys.readouterr().out
    assert "《栖澜市网格化服务管理条例》第" in said
    assert "undefined.division" in said
