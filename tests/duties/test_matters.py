"""Matters: what belongs together whatever the order of the texts, why it does, and what people change for good."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest

from corpus import EditAction, Level, MatterEdit
from duties import Matter, Role, apply_edits, fingerprint, group_matters
from duties.matters import read_terms
from duties.table import read_table
from tests.duties.texts import CITY, OTHER, PROVINCE, read_text

M, C, T = (Level.MUNICIPAL,), (Level.COUNTY,), (Level.TOWNSHIP,)
DOGS = read_text(
    "栖澜市养犬管理条例",
    CITY,
    ("养犬管理工作的监督管理", "公安机关", Role.LEAD, M),
    ("犬只收容场所", "公安机关", Role.LEAD, M),
    ("犬只狂犬病免疫", "农业农村部门", Role.LEAD, M),
    ("备案", "公安机关", Role.PERMIT, M),
    ("纳入本级财政预算", "人民政府", Role.SUPPORT, M),
)
PROVINCE_DOGS = read_text(
    "云岫省犬只管理规定",
    PROVINCE,
    ("犬只收容场所的建设", "人民政府", Role.SUPPORT, C),
    ("犬只管理工作", "公安机关", Role.LEAD, C),
    ("所需经费列入财政预算", "人民政府", Role.SUPPORT, C),
)
STREETS = read_text(
    "望汐市道路清扫条例",
    OTHER,
    ("道路清扫工作", "街道办事处", Role.LEAD, T),
    ("备案", "城市管理部门", Role.PERMIT, M),
    ("纳入本级财政预算", "人民政府", Role.SUPPORT, M),
)
TEXTS = (DOGS, PROVINCE_DOGS, STREETS)


def groups(matters: Sequence[Matter]) -> set[frozenset[tuple[str, str]]]:
    return {frozenset((duty.doc[:3], duty.matter) for duty in matter.duties) for matter in matters}


def matter_with(matters: Sequence[Matter], words: str) -> Matter:
    return next(matter for matter in matters if any(duty.matter == words for duty in matter.duties))


def test_duties_about_one_thing_and_one_kind_of_work_are_one_matter_across_texts() -> None:
    assert groups(group_matters(TEXTS)) == {
        frozenset({("栖澜市", "养犬管理工作的监督管理"), ("云岫省", "犬只管理工作"), ("栖澜市", "备案")}),
        frozenset({("栖澜市", "犬只收容场所"), ("云岫省", "犬只收容场所的建设")}),
        frozenset({("栖澜市", "犬只狂犬病免疫")}),
        frozenset({("栖澜市", "纳入本级财政预算"), ("云岫省", "所需经费列入财政预算")}),
        frozenset({("望汐市", "道路清扫工作"), ("望汐市", "备案")}),
        frozenset({("望汐市", "纳入本级财政预算")}),
    }


def test_every_duty_is_in_exactly_one_matter() -> None:
    grouped = [fingerprint(duty) for matter in group_matters(TEXTS) for duty in matter.duties]
    assert sorted(grouped) == sorted(fingerprint(duty) for text in TEXTS for duty in text.duties)


def test_the_order_of_the_texts_changes_nothing() -> None:
    results = {tuple(group_matters(order)) for order in permutations(TEXTS)}
    assert len(results) == 1


def test_a_matter_tells_why_each_duty_belongs_to_it() -> None:
    matter = matter_with(group_matters(TEXTS), "犬只收容场所")
    assert {"犬", "收容", "场所"} <= set(matter.words)
    for member in matter.members:
        assert set(member.reason.words) <= set(matter.words)
        assert 0.5 < member.reason.likeness <= 1
        assert re.fullmatch(r"词语相同：.*犬.*（[01]\.\d\d）", member.reason.chinese)


def test_a_name_is_a_wording_and_one_that_names_no_thing_is_headed_by_the_topic() -> None:
    matters = group_matters(TEXTS)
    assert matter_with(matters, "犬只收容场所").name in {"犬只收容场所", "犬只收容场所的建设"}
    assert matter_with(matters, "纳入本级财政预算").name.startswith(("养犬：", "犬只：", "道路清扫："))


@pytest.mark.parametrize(
    ("words", "things", "aspects"),
    [
        ("养犬登记证", {"犬"}, {"登记"}),
        ("实施统一监督管理", set(), {"主管"}),
        ("纳入国民经济和社会发展规划", set(), {"纳规"}),
        ("收集、运输车辆停放", {"收运", "车辆", "停放"}, set()),
        ("批准后公布实施", set(), set()),
        ("《云岫省犬只管理规定》规定的职责", set(), set()),
    ],
)
def test_terms_are_things_and_kinds_of_work(words: str, things: set[str], aspects: set[str]) -> None:
    terms = read_terms(words)
    assert (set(terms.things), set(terms.aspects)) == (things, aspects)


@pytest.mark.parametrize("table", ["aspects", "synonyms"])
def test_the_first_row_that_matches_gives_each_example_its_value(table: str) -> None:
    for row in read_table(table):
        for example in row.must:
            terms = read_terms(example)
            assert str(row.value) in terms.things | terms.aspects, (table, row.name, example)


def edit(action: EditAction, matters: Sequence[Matter], *, name: str = "", picked: Sequence[str] = ()) -> MatterEdit:
    prints = picked or [fingerprint(duty) for matter in matters for duty in matter.duties]
    return MatterEdit(action, tuple(m.id for m in matters), tuple(prints), name, "甲", sequence=7)


def test_merged_matters_are_one_and_say_who_merged_them() -> None:
    matters = group_matters(TEXTS)
    two = [matter_with(matters, "犬只收容场所"), matter_with(matters, "犬只狂犬病免疫")]
    after = apply_edits(matters, [edit(EditAction.MERGE, two, name="收容与免疫")])
    merged = matter_with(after, "犬只收容场所")
    assert (merged.name, len(merged.members), len(after)) == ("收容与免疫", 3, len(matters) - 1)
    moved = next(m for m in merged.members if m.duty.matter == "犬只狂犬病免疫")
    assert moved.reason.chinese == "由甲合并为“收容与免疫”"
    assert merged.edits == ("由甲合并为“收容与免疫”",)


def test_split_duties_leave_their_matter() -> None:
    matters = group_matters(TEXTS)
    whole = matter_with(matters, "犬只收容场所")
    picked = [fingerprint(duty) for duty in whole.duties if duty.matter == "犬只收容场所"]
    after = apply_edits(matters, [edit(EditAction.SPLIT, [whole], name="收容场所设立", picked=picked)])
    assert [d.matter for d in matter_with(after, "犬只收容场所").duties] == ["犬只收容场所"]
    assert matter_with(after, "犬只收容场所").name == "收容场所设立"
    assert [d.matter for d in matter_with(after, "犬只收容场所的建设").duties] == ["犬只收容场所的建设"]


def test_an_undone_edit_changes_nothing_and_later_edits_stay() -> None:
    matters = group_matters(TEXTS)
    whole, other = matter_with(matters, "犬只收容场所"), matter_with(matters, "道路清扫工作")
    first = edit(EditAction.RENAME, [whole], name="收容")
    second = replace(edit(EditAction.RENAME, [other], name="扫路"), sequence=8)
    undo = MatterEdit(EditAction.UNDO, undoes=7, sequence=9)
    after = apply_edits(matters, [first, second, undo])
    assert matter_with(after, "犬只收容场所").name == whole.name
    assert matter_with(after, "道路清扫工作").name == "扫路"


def test_edits_hold_when_ids_are_gone_and_a_wording_was_amended() -> None:
    matters = group_matters(TEXTS)
    two = [matter_with(matters, "犬只收容场所"), matter_with(matters, "犬只狂犬病免疫")]
    made = replace(edit(EditAction.MERGE, two, name="收容与免疫"), matters=("m-gone", "m-lost"))
    duties = tuple(
        replace(d, version_id="v2", start=d.start + 40, end=d.end + 40, quote=d.quote.replace("应当", "应当依法"))
        for d in DOGS.duties
    )
    amended = replace(DOGS, version=replace(DOGS.version, id="v2"), duties=duties)
    after = apply_edits(group_matters((amended, PROVINCE_DOGS, STREETS)), [made])
    merged = matter_with(after, "犬只狂犬病免疫")
    assert {d.matter for d in merged.duties} == {"犬只收容场所", "犬只收容场所的建设", "犬只狂犬病免疫"}
    assert {d.version_id for d in merged.duties if d.doc == DOGS.doc} == {"v2"}


def test_an_edit_of_duties_that_are_gone_changes_nothing() -> None:
    whole = matter_with(group_matters(TEXTS), "犬只狂犬病免疫")
    without = group_matters((PROVINCE_DOGS, STREETS))
    for action in (EditAction.MERGE, EditAction.SPLIT, EditAction.RENAME):
        assert apply_edits(without, [edit(action, [whole], name="免疫")]) == without


def test_the_same_general_words_in_texts_about_other_things_are_other_matters() -> None:
    matters = group_matters(TEXTS)
    dogs, streets = (m for m in matters if any(d.matter == "纳入本级财政预算" for d in m.duties))
    assert {d.doc for d in dogs.duties}.isdisjoint({d.doc for d in streets.duties})


SEEDED = """
from tests.duties.test_matters import TEXTS
from duties import build_matrix, group_matters, scope_of
import json
print(json.dumps(build_matrix(group_matters(TEXTS), scope_of(TEXTS), ["养犬"]).as_json(), ensure_ascii=False))
"""


def test_another_seed_of_hashes_gives_the_same_bytes() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", SEEDED],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1
    assert "养犬".encode() in found.pop()
