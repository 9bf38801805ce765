"""Columns are known by their names, in the company of the others; a user's word wins."""

from __future__ import annotations

import pytest

from corpus import Claim, ClaimError, ClaimSource, ColumnRole, column_roles
from corpus.list_columns import check_columns, column_table

EXAMPLES = [
    pytest.param(row.role, name, expected, id=f"{row.role}-{name}-{expected}")
    for row in column_table()
    for expected, names in ((True, row.must), (False, row.must_not))
    for name in names
]


@pytest.mark.parametrize(("role", "name", "expected"), EXAMPLES)
def test_example_of_row(role: ColumnRole, name: str, expected: bool) -> None:
    first = next((row.role for row in column_table() if row.pattern.fullmatch(name)), None)
    assert (first is role) is expected


def test_every_role_has_a_row() -> None:
    assert {row.role for row in column_table()} == set(ColumnRole) - {ColumnRole.NONE}


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (("项目名称", "责任事项"), {"项目名称": ColumnRole.MATTER, "责任事项": ColumnRole.DUTY}),
        (("序号", "责任事项"), {"序号": ColumnRole.NUMBER, "责任事项": ColumnRole.MATTER}),
        (("责 任\n单位",), {"责 任\n单位": ColumnRole.RESPONSIBLE}),
        (("责任单位（牵头）",), {"责任单位（牵头）": ColumnRole.LEAD}),
        (("责任（配合）",), {"责任（配合）": ColumnRole.COOPERATE}),
        (("牵头（主办）单位",), {"牵头（主办）单位": ColumnRole.LEAD}),
        (("指标", "单位", "数值"), {}),
    ],
)  # fmt: skip
def test_roles(columns: tuple[str, ...], expected: dict[str, ColumnRole]) -> None:
    assert column_roles(columns) == expected


def claim(value: str, source: ClaimSource = ClaimSource.USER) -> Claim:
    return Claim("column", value, source, "user")


def test_a_user_corrects_a_column() -> None:
    columns = ("事项", "甲方", "备注")
    claims = (
        claim("甲方=cooperate"),
        claim("甲方=lead"),
        claim("备注=none"),
        claim("没有的列=lead"),
        claim("事项=胡说"),
    )
    assert column_roles(columns, claims) == {"事项": ColumnRole.MATTER, "甲方": ColumnRole.LEAD}


def test_what_a_reader_claims_is_no_correction() -> None:
    assert column_roles(("甲方",), (claim("甲方=lead", ClaimSource.TEXT),)) == {}


def test_a_correction_is_kept_in_one_form() -> None:
    assert check_columns(" 甲方 = 牵头单位\n\n乙方=cooperate") == "甲方=lead\n乙方=cooperate"
    assert column_roles(("甲方", "乙方"), (claim("甲方=lead\n乙方=cooperate"),)) == {
        "甲方": ColumnRole.LEAD,
        "乙方": ColumnRole.COOPERATE,
    }


def test_a_use_that_there_is_not_is_refused() -> None:
    with pytest.raises(ClaimError, match="没有这个列用途"):
        check_columns("甲方=老板")
