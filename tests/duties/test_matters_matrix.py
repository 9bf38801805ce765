"""Matters and the matrix: what belongs together, and who stands at which level."""

from __future__ import annotations

from corpus import EId, Level
from duties import Duty, Modality, Role, build_matrix, group_matters


def duty(matter: str, body: str, *levels: Level, role: Role = Role.LEAD) -> Duty:
    quote = f"{body}{matter}"
    place = ("栖澜市养老服务条例", "v1", EId("art_1"))
    return Duty(*place, body, (body,), levels, role, Modality.MUST, matter, quote, 0, len(quote))


DUTIES = (
    duty("养老服务发展规划", "民政部门", Level.MUNICIPAL),
    duty("道路清扫保洁", "街道办事处", Level.TOWNSHIP),
    duty("养老服务规划", "人民政府", Level.MUNICIPAL, Level.COUNTY, role=Role.SUPPORT),
    duty("犬只狂犬病免疫", "农业农村部门"),
)


def test_duties_about_one_thing_are_one_matter() -> None:
    matters = group_matters(DUTIES)
    assert [[d.matter for d in matter.duties] for matter in matters] == [
        ["养老服务发展规划", "养老服务规划"],
        ["道路清扫保洁"],
        ["犬只狂犬病免疫"],
    ]


def test_every_duty_is_in_exactly_one_matter() -> None:
    grouped = [d.matter for matter in group_matters(DUTIES) for d in matter.duties]
    assert sorted(grouped) == sorted(d.matter for d in DUTIES)


def test_matrix_shows_bodies_with_roles_under_their_levels() -> None:
    matrix = build_matrix(DUTIES)
    assert matrix.levels == (Level.MUNICIPAL, Level.COUNTY, Level.TOWNSHIP, None)
    assert matrix.as_rows()[0] == {
        "事项": "养老服务发展规划",
        "市级": "民政部门（牵头负责）；人民政府（领导保障）",
        "区县级": "人民政府（领导保障）",
        "乡镇级": "",
        "层级未定": "",
    }


def test_topic_keeps_only_matters_that_share_words() -> None:
    assert [row.matter.name for row in build_matrix(DUTIES, "养老服务").rows] == ["养老服务发展规划"]
    assert build_matrix(DUTIES, "渔业").rows == ()
