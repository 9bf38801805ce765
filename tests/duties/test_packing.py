"""Packing: duties and findings come back as they went, every field of them."""

from __future__ import annotations

from dataclasses import fields

from corpus import EId, Level
from duties import (
    Counterpart,
    Dealing,
    Duty,
    Finding,
    FindingKind,
    FindingPlace,
    Modality,
    Role,
    Severity,
    pack,
    unpack,
)

DUTY = Duty(
    doc="栖澜市绿道管理条例",
    version_id="v1",
    eid=EId("art_6__para_1__item_2"),
    bearer="市、区人民政府",
    bodies=("人民政府",),
    levels=(Level.MUNICIPAL, Level.COUNTY),
    role=Role.SUPPORT,
    modality=Modality.MUST,
    matter="绿道规划",
    quote="市、区人民政府应当编制绿道规划",
    start=4,
    end=19,
    act="编制绿道规划",
    condition="需要新建的",
    time_limit="每年一月底前",
    counterparts=(Counterpart(Dealing.APPROVAL, "省人民政府", ("人民政府",)),),
)
FINDING = Finding(
    FindingKind.UNDEFINED_RULE,
    "栖澜市绿道管理条例",
    "v1",
    EId("art_9__para_2"),
    (FindingPlace("云岫省绿道条例", "v2", EId("art_3")),),
    ("市人民政府",),
    "没有规定期限。",
    next(iter(Severity)),
    0.5,
)


def test_duties_come_back_as_they_went() -> None:
    bare = Duty(**{f.name: getattr(DUTY, f.name) for f in fields(Duty)} | {"counterparts": (), "levels": ()})
    assert unpack(pack([DUTY, bare]), Duty) == (DUTY, bare)
    assert type(unpack(pack([DUTY]), Duty)[0].eid) is EId


def test_findings_come_back_with_what_may_be_empty() -> None:
    plain = Finding(FINDING.kind, FINDING.doc, "v1", FINDING.eid, (), (), "")
    assert unpack(pack([FINDING, plain]), Finding) == (FINDING, plain)


def test_many_duties_take_little_room() -> None:
    assert len(pack([DUTY] * 1000)) < 20_000
