"""The measure of losslessness sees what is lost, cut or said twice."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Gazetteer, Provision, Version
from eval.reading.lossless import Joined, join_provisions
from ingest import read_file

TEXT = """栖澜市巡护办法
（2024年3月1日栖澜市人民政府公布）
第一章　总则
第一条　【目的】为了规范巡护，制定本办法。
第二条　巡护人员履行下列职责：
（一）每日巡查；
（二）记录情况。
第三条　本办法自公布之日起施行。
"""


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    file: Path = tmp_path_factory.mktemp("texts") / "办法.txt"
    file.write_text(TEXT, encoding="utf-8")
    return read_file(file, Gazetteer(()))[0].version


def _with(version: Version, eid: str, text: str) -> Version:
    def change(provision: Provision) -> Provision:
        return replace(provision, text=text) if provision.eid == eid else provision

    return replace(version, provisions=tuple(change(p) for p in version.provisions))


def _join(version: Version) -> Joined:
    return join_provisions(version.text, version.provisions)


def test_a_text_read_whole_has_no_fault_and_only_its_front_page_outside(version: Version) -> None:
    joined = _join(version)
    assert joined.faults == ()
    assert joined.outside == ("栖澜市巡护办法", "（2024年3月1日栖澜市人民政府公布）")


@pytest.mark.parametrize(
    ("eid", "text"),
    [
        ("art_2__para_1__item_2", "记录。"),
        ("art_2__para_1__item_2", "记录全部情况。"),
        ("art_1__para_1", ""),
        ("art_3__para_1", "本办法自公布之日起"),
    ],
)
def test_words_that_are_not_the_texts_are_seen(version: Version, eid: str, text: str) -> None:
    assert _join(_with(version, eid, text)).faults


def test_a_provision_said_twice_is_seen(version: Version) -> None:
    doubled = replace(version, provisions=(*version.provisions, version.provisions[-1]))
    assert _join(doubled).faults
