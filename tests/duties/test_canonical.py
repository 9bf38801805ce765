"""Canonical names: short names and reforms are seen through, at the day asked."""

from __future__ import annotations

from datetime import date

import pytest

from duties import canonical, is_same_department, succession
from duties.canonical import renames

NAMES = [
    ("栖澜市环境保护局", ("生态环境部门",)),
    ("县级以上地方人民政府环境保护行政主管部门", ("生态环境部门",)),
    ("市生态环境局", ("生态环境部门",)),
    ("工商部门", ("市场监督管理部门",)),
    ("市质监局", ("市场监督管理部门",)),
    ("食品药品监督管理部门", ("市场监督管理部门",)),
    ("药品监督管理部门", ("药品监督管理部门",)),
    ("国土资源局", ("自然资源部门",)),
    ("规划和自然资源主管部门", ("自然资源部门",)),
    ("市卫生局", ("卫生健康部门",)),
    ("人口和计划生育部门", ("卫生健康部门",)),
    ("环境卫生主管部门", ("市容环境卫生部门",)),
    ("公安局", ("公安机关",)),
    ("公安机关交通管理部门", ("公安机关交通管理部门",)),
    ("劳动保障行政部门", ("人力资源和社会保障部门",)),
    ("市委宣传部", ("宣传部",)),
    ("扶贫办", ("农业农村部门",)),
    ("文化广电新闻出版局", ("文化和旅游部门", "广播电视部门", "新闻出版部门")),
    ("市发展和改革、环境保护等部门", ("发展和改革部门", "生态环境部门")),
    ("粮食和物资储备局", ("粮食和物资储备部门",)),
    ("人民政府", ("人民政府",)),
    ("有关部门", ("有关部门",)),
    ("其他有关行政主管部门", ("其他有关行政主管部门",)),
    ("安全生产委员会", ("安全生产委员会",)),
    ("旅游机构", ("旅游机构",)),
    ("司法机关", ("司法机关",)),
]


@pytest.mark.parametrize(("written", "expected"), NAMES)
def test_name_of_today(written: str, expected: tuple[str, ...]) -> None:
    assert canonical(written) == expected


DAYS = [
    ("卫生局", date(2010, 5, 1), ("卫生部门",)),
    ("卫生局", date(2015, 5, 1), ("卫生和计划生育部门",)),
    ("卫生局", date(2018, 2, 28), ("卫生和计划生育部门",)),
    ("卫生局", date(2018, 3, 1), ("卫生健康部门",)),
    ("工商局", date(2017, 1, 1), ("工商行政管理部门",)),
    ("扶贫办", date(2022, 1, 1), ("乡村振兴部门",)),
    ("大数据局", date(2023, 9, 1), ("数据资源部门",)),
    ("大数据局", date(2023, 11, 1), ("数据部门",)),
]


@pytest.mark.parametrize(("written", "day", "expected"), DAYS)
def test_name_on_a_day(written: str, day: date, expected: tuple[str, ...]) -> None:
    assert canonical(written, day) == expected


PAIRS = [
    ("环境保护主管部门", "生态环境部门", True),
    ("新闻出版广电部门", "广播电视部门", True),
    ("工商行政管理部门", "质量技术监督部门", True),
    ("城市管理部门", "综合行政执法部门", False),
    ("公安机关", "公安机关交通管理部门", False),
    ("市容环境卫生部门", "卫生部门", False),
]


@pytest.mark.parametrize(("one", "other", "same"), PAIRS)
def test_successors_are_one_department(one: str, other: str, same: bool) -> None:
    assert is_same_department(one, other) is same


def test_two_departments_of_an_older_day_are_one_of_today() -> None:
    day = date(2016, 1, 1)
    assert not is_same_department("工商行政管理部门", "质量技术监督部门", day)
    assert is_same_department("工商局", "工商行政管理部门", day)


def test_succession_names_every_reform() -> None:
    steps = succession("人口和计划生育局")
    assert [(step.since.year, step.new) for step in steps] == [
        (2013, ("卫生和计划生育部门",)),
        (2018, ("卫生健康部门",)),
    ]
    assert all("改革" in step.reform for step in steps)
    assert succession("民政局") == ()


def test_every_reform_has_its_month_and_basis() -> None:
    assert [row.name for row in renames() if (row.since is None) != (row.reform == "")] == []


def test_a_name_that_a_row_gives_leads_to_itself_or_to_a_later_reform() -> None:
    for row in renames():
        for name in row.successors:
            assert canonical(name, row.since or date.min) == (name,), row.name
