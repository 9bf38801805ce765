"""The matrix: which texts hold in a place, what an empty cell means, who leads, and what a topic brings."""

from __future__ import annotations

from corpus import Level
from duties import CellState, Matrix, Role, build_matrix, group_matters, scope_of
from tests.duties.texts import CITY, DISTRICT, OTHER, PROVINCE, STATE, read_text

M, C = (Level.MUNICIPAL,), (Level.COUNTY,)
LAW = read_text("动物防疫法", STATE, ("犬只狂犬病免疫", "畜牧兽医部门", Role.LEAD, C))
PROVINCIAL = read_text("云岫省养犬管理条例", PROVINCE, ("养犬管理工作", "公安机关", Role.LEAD, C))
OWN = read_text(
    "栖澜市养犬管理条例",
    CITY,
    ("养犬管理工作", "环境保护部门", Role.COOPERATE, M),
    ("养犬管理工作", "公安部门", Role.LEAD, M),
    ("养犬登记", "公安机关", Role.LEAD, ()),
    ("道路清扫保洁", "街道办事处", Role.LEAD, (Level.TOWNSHIP,)),
)
LOCAL = read_text("东港区养犬工作意见", DISTRICT, ("养犬管理工作", "民政部门", Role.COOPERATE, C))
NEXT_DOOR = read_text("望汐市养犬管理条例", OTHER, ("养犬管理工作", "农业农村部门", Role.LEAD, M))
ALL = (LAW, PROVINCIAL, OWN, LOCAL, NEXT_DOOR)


def matrix(*topics: str, texts: tuple[object, ...] = ALL) -> Matrix:
    return build_matrix(group_matters(ALL), scope_of(texts, CITY), topics)  # type: ignore[arg-type]


def test_a_territory_has_the_law_of_those_above_and_in_it_and_of_no_neighbour() -> None:
    scope = scope_of(ALL, CITY)
    assert {text.doc for text in scope.texts.values()} == {t.doc for t in (LAW, PROVINCIAL, OWN, LOCAL)}
    assert "望汐市" in str(build_matrix(group_matters(ALL), scope_of(ALL), ["养犬"]).as_json())
    assert "望汐市" not in str(matrix("养犬").as_json())
    assert scope_of(ALL, DISTRICT).texts == scope.texts
    assert len(scope_of(ALL).texts) == len(ALL)


def test_leaders_come_first_and_former_names_stay_visible() -> None:
    row = next(row for row in matrix("养犬管理").rows if len(row.cells[Level.MUNICIPAL].entries) > 1)
    cell = row.cells[Level.MUNICIPAL]
    assert [(entry.names, entry.written, entry.role) for entry in cell.entries] == [
        (("公安机关",), ("公安部门",), Role.LEAD),
        (("生态环境部门",), ("环境保护部门",), Role.COOPERATE),
    ]
    assert cell.words == "公安机关〔公安部门〕（牵头负责）；生态环境部门〔环境保护部门〕（协同配合）"
    assert [e.citations for e in cell.entries] == [
        ("《栖澜市养犬管理条例》第二条第一款",),
        ("《栖澜市养犬管理条例》第一条第一款",),
    ]


def test_an_empty_cell_says_whether_the_corpus_has_texts_of_that_level() -> None:
    row = next(row for row in matrix("道路清扫").rows if row.matter.duties[0].matter == "道路清扫保洁")
    states = {level: (cell.state, cell.note) for level, cell in row.cells.items()}
    assert states[Level.TOWNSHIP] == (CellState.FILLED, "")
    assert states[Level.PROVINCIAL] == (CellState.NO_RULE, "在库 1 件，未见规定")
    without = next(row for row in matrix("道路清扫", texts=(OWN,)).rows)
    assert without.cells[Level.PROVINCIAL].state is CellState.NO_TEXT
    assert without.cells[Level.PROVINCIAL].note == "本级无文本在库"


def test_duties_whose_level_is_left_open_have_a_column_of_their_own() -> None:
    found = matrix("养犬登记")
    assert found.levels[-1] is None
    row = next(row for row in found.rows if row.matter.duties[0].matter == "养犬登记")
    assert row.cells[None].words == "公安机关（牵头负责）"
    assert row.cells[Level.MUNICIPAL].state is CellState.NO_RULE
    assert None not in matrix("道路清扫").levels


def test_a_topic_brings_matters_by_words_and_synonyms_the_kind_of_work_first() -> None:
    assert {d.matter for row in matrix("犬只登记").rows[:1] for d in row.matter.duties} == {"养犬登记"}
    assert {d.matter for row in matrix("狂犬病免疫").rows for d in row.matter.duties} == {"犬只狂犬病免疫"}
    assert matrix("渔业").rows == ()
    both = {d.matter for row in matrix("道路清扫", "狂犬病免疫").rows for d in row.matter.duties}
    assert both == {"道路清扫保洁", "犬只狂犬病免疫"}


def test_provisions_that_only_a_search_found_come_last() -> None:
    near = {(OWN.version.id, OWN.duties[3].eid.ancestor("art") or OWN.duties[3].eid)}
    rows = build_matrix(group_matters(ALL), scope_of(ALL, CITY), ("狂犬病免疫",), near).rows
    assert [(row.matter.duties[0].matter, row.by_search) for row in rows] == [
        ("犬只狂犬病免疫", False),
        ("道路清扫保洁", True),
    ]


def test_the_data_has_the_shape_of_the_contract() -> None:
    data = matrix("养犬").as_json()
    assert list(data) == ["topic", "territory", "levels", "notes", "matters"]
    assert (data["topic"], data["territory"]) == (["养犬"], "栖澜市")
    assert data["levels"] == ["national", "provincial", "municipal", "county", "township", "open"]
    matters = data["matters"]
    assert isinstance(matters, list)
    for matter in matters:
        assert set(matter) == {"id", "name", "why", "found_by", "duties", "cells"}
        assert list(matter["cells"]) == data["levels"]
    entry = next(e for m in matters for e in m["cells"]["municipal"]["entries"])
    assert set(entry) == {"body", "written", "canonical", "role", "citations"}
    assert entry["citations"][0]["citation"].startswith("《栖澜市养犬管理条例》第")
