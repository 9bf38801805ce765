"""A quotation that does not stand in the provision cited never leaves the house."""

from dataclasses import replace

import pytest

from answers import Quotation, Statement
from answers.library import Library
from answers.verification import find_fault, verify_statements
from corpus import CorpusStore, EId

TITLE = "栖澜市网格化服务管理条例"


@pytest.fixture
def sound(store: CorpusStore) -> Quotation:
    version = max(
        (s for s in store.summaries() if s.instrument.title == TITLE), key=lambda summary: summary.interval.starts_on
    )
    words = "禁止冒用网格员名义入户推销商品"
    return Quotation(TITLE, version.id, EId("art_5__para_1"), f"《{TITLE}》第五条", words)


def test_sound_quotation_has_no_fault(sound: Quotation, library: Library) -> None:
    assert find_fault(sound, library) == ""


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"quote": "允许冒用网格员名义入户推销商品"}, "引文与《栖澜市网格化服务管理条例》第五条的原文不符"),
        ({"quote": "   "}, "引文与《栖澜市网格化服务管理条例》第五条的原文不符"),
        ({"eid": EId("art_900")}, "文本中没有《栖澜市网格化服务管理条例》第五条"),
        ({"eid": EId("art_6__para_1")}, "引证与条文标识不符：《栖澜市网格化服务管理条例》第五条"),
        ({"citation": "《栖澜市网格化服务管理条例》第五条第一款"}, "引证与条文标识不符"),
        ({"title": "云岫省网格化服务管理条例"}, "文件名称不符"),
        ({"version_id": "v0000"}, "语料库中没有这个文本版本"),
    ],
)
def test_forged_quotation_has_a_fault(sound: Quotation, library: Library, change: dict[str, str], fault: str) -> None:
    assert find_fault(replace(sound, **change), library).startswith(fault)  # type: ignore[arg-type]


def test_statement_with_one_forged_quotation_is_dropped_whole(sound: Quotation, library: Library) -> None:
    forged = replace(sound, quote="网格员每月补贴五千元")
    kept = Statement("甲", (sound,))
    statements = (kept, Statement("乙", (sound, forged)), Statement("丙", ()))
    assert verify_statements(statements, library) == (kept,)
