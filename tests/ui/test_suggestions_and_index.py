"""Suggestions ask the search index for provisions of texts whose titles and words differ, and do without it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import Settings
from ui.cli import main
from ui.services import Services

HEAD = "# {title}\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n第一条 为了规范有关活动，制定本条例。\n\n"
TEXTS = {
    "栖澜市绿道管护条例": "第二条 有关部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。",
    "汀溪市慢行步道维护规定": "第二条 市园林绿化部门应当建立步道巡查档案，记录步道护栏和标识损坏的情况。",
}
CITED = "《汀溪市慢行步道维护规定》第二条"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two texts of one matter under titles of two topics, indexed."""
    folder = tmp_path_factory.mktemp("there")
    for title, words in TEXTS.items():
        (folder / f"{title}.md").write_text(HEAD.format(title=title) + words + "\n", encoding="utf-8")
    paths = [str(folder / f"{title}.md") for title in TEXTS]
    assert main(["ingest", *paths, "--home", str(folder / "data")]) == 0
    return folder / "data"


def cited(services: Services, *, asks_index: bool = True) -> list[str]:
    found = services.reviewing.findings()
    unnamed = next(one for one in found if one.finding.kind.value == "undefined.bearer")
    suggestion = services.reviewing.suggestion(unnamed, asks_index=asks_index)
    assert all(one.quote in TEXTS[one.doc] for one in suggestion.comparables)
    return [one.citation for one in suggestion.comparables]


def test_what_the_index_finds_near_is_cited(home: Path) -> None:
    services = Services(Settings(home))
    assert cited(services) == [CITED]
    assert cited(services, asks_index=False) == []
    services.close()


def test_an_index_of_another_process_is_done_without(home: Path) -> None:
    owner, other = Services(Settings(home)), Services(Settings(home))
    assert owner.index.count() > 0
    assert cited(other) == []
    owner.close()
    assert cited(other) == [CITED]
    other.close()


def test_an_export_does_not_hang_on_the_index(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "发现.json"
    assert main(["export", "findings", "--suggestions", "-o", str(out), "--home", str(home)]) == 0
    rows = json.loads(out.read_bytes())
    assert rows
    assert [row["suggestion"]["comparables"] for row in rows if row["kind"] == "undefined.bearer"] == [[]]
