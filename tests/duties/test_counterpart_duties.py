"""Duties of two texts about one act: which go together, why, and which do not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from duties import ReadText
from duties.findings.counterpart_duties import counterpart_duties, have_common_body
from duties.findings.reading import Reading

Read = Callable[[str, str], ReadText]
HIGHER = """第三条 省文化旅游部门应当编制民宿等级评定指南。

第四条 县级文化旅游部门应当每年公布民宿安全检查结果。

第五条 民宿经营者擅自改变消防通道用途的，由消防救援机构责令改正。

第六条 公安机关应当建设住宿登记系统。"""


@pytest.mark.parametrize(
    ("lower", "expected"),
    [
        ("第九条 文化旅游部门可以公布民宿安全检查结果。", [("9", "4")]),
        ("第九条 民宿经营者擅自改变消防通道用途的，由街道办事处责令改正。", [("9", "5")]),
        ("第九条 公安机关负责住宿登记系统的建设。", [("9", "6")]),
        ("第九条 市水利部门应当疏浚河道。", []),
        ("第九条 民宿经营者未公示价格的，由街道办事处责令改正。", []),
    ],
)
def test_duties_about_one_act_go_together(lower: str, expected: list[tuple[str, str]], read_text: Read) -> None:
    city = Reading(read_text("栖澜市民宿管理条例", lower))
    province = Reading(read_text("云岫省民宿管理条例", HIGHER))

    found = [(str(pair.lower.article), str(pair.higher.article)) for pair in counterpart_duties(city, province)]

    assert found == expected


def test_a_pair_says_by_which_words_and_citations_it_was_made(read_text: Read) -> None:
    lower = "第九条 文化旅游部门依照《云岫省民宿管理条例》第四条公布民宿安全检查结果。"
    city = Reading(read_text("栖澜市民宿管理条例", lower))
    province = Reading(read_text("云岫省民宿管理条例", HIGHER))

    (pair,) = counterpart_duties(city, province)

    assert pair.cites
    assert pair.shared[0] == "公布民宿安全检查结果"
    assert pair.why == "共同用语：公布民宿安全检查结果；本条引用了上位条文"
    assert 0.4 <= pair.likeness <= 1
    assert counterpart_duties(city, province) is counterpart_duties(city, province)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("第三条 文化旅游部门应当巡查。", "第三条 市文化旅游部门应当巡查。", True),
        ("第三条 劳动保障行政部门应当巡查。", "第三条 人力资源和社会保障部门应当巡查。", True),
        ("第三条 公安机关应当巡查。", "第三条 民政部门应当巡查。", False),
    ],
)
def test_a_renamed_department_is_the_same_body(one: str, other: str, expected: bool, read_text: Read) -> None:
    (ours,) = read_text("栖澜市民宿管理条例", one).duties
    (theirs,) = read_text("云岫省民宿管理条例", other).duties
    assert have_common_body(ours, theirs) is expected
