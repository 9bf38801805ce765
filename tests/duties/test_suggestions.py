"""Suggestions: comparable provisions of other instruments, word for word, without the same defect, or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import EId, Gazetteer, Level, Territory
from duties import Finding, FindingKind, ReadText, Suggester, Suggestion, extract_duties
from duties.suggestions import advice_for
from duties.suggestions.by_unit import UNITS
from duties.suggestions.fitness import FITS
from duties.suggestions.forms import FORMS
from ingest import read_file

CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
OTHER = Territory("云岫省/汀溪市", "汀溪市", Level.MUNICIPAL, ("云岫省", "汀溪市"))
PLACES = Gazetteer((CITY, OTHER))
HERE, THERE = "栖澜市绿道管护条例", "汀溪市绿道管护条例"


def read(folder: Path, title: str, body: str) -> ReadText:
    file = folder / f"{title}.md"
    words = f"# {title}\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n第一条 为了规范有关活动，制定本条例。\n\n{body}\n"
    file.write_text(words, encoding="utf-8")
    parsed = read_file(file, PLACES)[0]
    return ReadText(parsed.instrument, parsed.version, extract_duties(parsed.instrument, parsed.version))


def finding(kind: FindingKind, text: ReadText, *bearers: str, eid: str = "art_2__para_1") -> Finding:
    return Finding(kind, text.doc, text.version.id, EId(eid), (), bearers, "理由。")


def suggest(folder: Path, kind: FindingKind, body: str, bearers: tuple[str, ...], other: str) -> Suggestion:
    here, there = read(folder, HERE, body), read(folder, THERE, other)
    found = finding(kind, here, *bearers)
    return Suggester([here, there], [found]).suggest(found, here)


Case = tuple[FindingKind, str, tuple[str, ...], str, str]
CASES: list[Case] = [
    (
        FindingKind.UNDEFINED_BEARER,
        "第二条 有关部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。",
        ("有关部门",),
        "第二条 市园林绿化部门应当建立绿道巡查档案，记录护栏和标识的损坏情况并及时修复。",
        "市园林绿化部门应当建立绿道巡查档案",
    ),
    (
        FindingKind.UNDEFINED_DESIGNATION,
        "第二条 区人民政府应当明确相应的部门，负责绿道护栏和照明设施的日常维护。",
        ("相应的部门",),
        "第二条 区园林绿化部门负责绿道护栏和照明设施的日常维护。",
        "区园林绿化部门负责绿道护栏和照明设施的日常维护。",
    ),
    (
        FindingKind.UNDEFINED_SUBJECT,
        "第二条 应当建立绿道损坏举报奖励制度，受理市民举报并兑现奖励。",
        (),
        "第二条 市园林绿化部门应当建立绿道损坏举报奖励制度，受理市民举报并兑现奖励。",
        "市园林绿化部门应当建立绿道损坏举报奖励制度",
    ),
    (
        FindingKind.UNDEFINED_RULE,
        "第二条 绿道认养的具体办法由市园林绿化部门制定。",
        ("市园林绿化部门",),
        "第二条 市园林绿化部门应当自本条例施行之日起六个月内制定绿道认养办法。",
        "六个月内制定绿道认养办法",
    ),
    (
        FindingKind.UNDEFINED_DIVISION,
        "第二条 市园林绿化、交通运输、水行政等部门按照各自职责，协同做好绿道管护工作。",
        ("市园林绿化、交通运输、水行政等部门",),
        "第二条 市园林绿化部门负责绿道绿化养护。市交通运输部门负责绿道与道路交叉处的标志标线。"
        "市水行政部门负责沿河绿道的防洪安全。",
        "市交通运输部门负责绿道与道路交叉处的标志标线",
    ),
    (
        FindingKind.OVERLAP_LEVEL,
        "第二条 市和区人民政府应当编制绿道建设规划，安排绿道管护经费。",
        ("市和区人民政府",),
        "第二条 市人民政府应当编制绿道建设规划。区人民政府应当安排绿道管护经费。",
        "区人民政府应当安排绿道管护经费",
    ),
    (
        FindingKind.UNDEFINED_CONTENT,
        "第二条 街道办事处应当做好绿道管护相关工作。",
        ("街道办事处",),
        "第二条 街道办事处应当每月巡查辖区内绿道，劝阻占用绿道的行为。",
        "街道办事处应当每月巡查辖区内绿道",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=[kind.value for kind, *_ in CASES])
def test_the_provision_of_another_city_is_cited_word_for_word(tmp_path: Path, case: Case) -> None:
    kind, body, bearers, other, words = case
    suggestion = suggest(tmp_path, kind, body, bearers, other)
    (one,) = suggestion.comparables
    assert one.citation == f"《{THERE}》第二条"
    assert words in one.quote
    assert one.quote in other
    assert one.same_topic
    assert one.citation in suggestion.advice


@pytest.mark.parametrize(
    "other",
    [
        "第二条 市交通运输部门应当建立公交站点信息公示制度，公布首末班时间。",
        "第二条 有关部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。",
        "第二条 园林绿化、水行政等部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。",
        "第二条 市园林绿化部门和其他有关单位应当建立绿道巡查档案，记录护栏和标识的损坏情况。",
    ],
    ids=["another matter", "as unnamed", "a list", "with others unnamed"],
)
def test_what_does_not_help_is_not_cited(tmp_path: Path, other: str) -> None:
    kind, body, bearers, _, _ = CASES[0]
    suggestion = suggest(tmp_path, kind, body, bearers, other)
    assert suggestion.comparables == ()
    assert suggestion.advice.startswith("没有找到可参照的条文")


def test_a_provision_with_the_same_defect_and_the_own_text_are_not_cited(tmp_path: Path) -> None:
    kind, body, bearers, other, _ = CASES[0]
    here, there = read(tmp_path, HERE, f"{body}\n\n第三条 {other[4:]}"), read(tmp_path, THERE, other)
    found = finding(kind, here, *bearers)
    assert Suggester([here], [found]).suggest(found, here).comparables == ()
    flagged = finding(FindingKind.UNDEFINED_DIVISION, there)
    assert Suggester([here, there], [found, flagged]).suggest(found, here).comparables == ()


def test_one_provision_of_each_instrument_and_always_in_one_order(tmp_path: Path) -> None:
    kind, body, bearers, other, _ = CASES[0]
    here = read(tmp_path, HERE, body)
    others = [
        read(tmp_path, f"汀溪市绿道管护{name}", f"{other}\n\n第三条 {other[4:]}")
        for name in ("条例", "办法", "规定", "细则")
    ]
    found = finding(kind, here, *bearers)
    one, again = (Suggester(texts, [found]).suggest(found, here) for texts in ([here, *others], [*others[::-1], here]))
    assert [c.citation for c in one.comparables] == [c.citation for c in again.comparables]
    assert len(one.comparables) == 3
    assert len({c.doc for c in one.comparables}) == 3


def test_penalties_are_compared_by_what_is_punished(tmp_path: Path) -> None:
    body = "第二条 违反本条例第五条规定，占用绿道堆放物料的，由有关部门责令改正，处五百元以上五千元以下罚款。"
    like = "第二条 违反本条例第八条规定，占用绿道堆放物料的，由综合行政执法部门责令清除，处二百元以上二千元以下罚款。"
    unlike = (
        "第二条 违反本条例第八条规定，携犬进入儿童游乐场的，由综合行政执法部门责令改正，处五百元以上五千元以下罚款。"
    )
    kind, bearers = FindingKind.UNDEFINED_BEARER, ("有关部门",)
    assert len(suggest(tmp_path, kind, body, bearers, like).comparables) == 1
    assert suggest(tmp_path, kind, body, bearers, unlike).comparables == ()


@pytest.mark.parametrize("kind", list(FindingKind))
def test_every_kind_has_its_advice(kind: FindingKind) -> None:
    advice = advice_for(kind)
    assert advice.none.endswith("。")
    assert not advice.find or "{cited}" in advice.found
    assert set(advice.find) <= set(FITS) | set(UNITS) | FORMS | {"rule", "over"}
    assert advice.clean_of <= {one.value for one in FindingKind}


def test_the_higher_text_that_a_finding_names_is_cited_first(tmp_path: Path) -> None:
    here = read(tmp_path, HERE, "第二条 市城市管理部门应当建立绿道巡查档案，记录护栏和标识的损坏情况。")
    higher = read(tmp_path, "云岫省绿道条例", "第二条 园林绿化部门应当建立绿道巡查档案，记录损坏情况。")
    place = higher.place(EId("art_2__para_1"))
    bearers = ("市城市管理部门",)
    found = Finding(FindingKind.OVERLAP_CONFLICT, HERE, here.version.id, EId("art_2__para_1"), (place,), bearers, "。")
    suggestion = Suggester([here, higher], [found]).suggest(found, here)
    assert [one.citation for one in suggestion.comparables] == ["《云岫省绿道条例》第二条"]
    assert suggestion.comparables[0].quote == "园林绿化部门应当建立绿道巡查档案，记录损坏情况。"


def test_what_only_the_province_can_do_is_not_copied_into_the_text_of_a_city(tmp_path: Path) -> None:
    here = read(tmp_path, HERE, "第二条 市城市管理部门负责绿道管护工作的统筹协调。")
    higher = read(tmp_path, "云岫省绿道条例", "第二条 省园林绿化部门负责全省绿道管护工作的统筹协调。")
    place = higher.place(EId("art_2__para_1"))
    bearers = ("市城市管理部门",)
    found = Finding(FindingKind.OVERLAP_CONFLICT, HERE, here.version.id, EId("art_2__para_1"), (place,), bearers, "。")
    assert Suggester([here, higher], [found]).suggest(found, here).comparables == ()


def test_where_nothing_is_on_the_matter_the_way_of_writing_is_shown_and_called_so(tmp_path: Path) -> None:
    here = read(tmp_path, HERE, "第二条 绿道认养的具体办法由市园林绿化部门制定。")
    there = read(tmp_path, "汀溪市井盖规定", "第二条 市建设部门应当自本规定施行之日起六个月内制定井盖普查办法。")
    found = finding(FindingKind.UNDEFINED_RULE, here, "市园林绿化部门")
    suggestion = Suggester([here, there], [found]).suggest(found, here)
    assert suggestion.advice.startswith("没有找到同一事项的条文；期限的写法可参照《汀溪市井盖规定》第二条")
    assert [(one.likeness, one.same_topic) for one in suggestion.comparables] == [(0.0, False)]


def test_levels_that_share_such_work_show_how_to_write_it(tmp_path: Path) -> None:
    body = "第二条 市和区人民政府应当将绿道管护经费纳入本级财政预算，保障绿道管护所需经费。"
    funded = "第二条 市人民政府应当将井盖普查经费纳入市级财政预算。区人民政府应当将井盖维修经费纳入区级财政预算。"
    other = "第二条 市人民政府应当组织井盖宣传活动。区人民政府应当开展井盖安全教育。"
    here = read(tmp_path, HERE, body)
    found = finding(FindingKind.OVERLAP_LEVEL, here, "市和区人民政府")
    for words, expected in ((funded, ["《汀溪市井盖规定》第二条"]), (other, [])):
        there = read(tmp_path, "汀溪市井盖规定", words)
        suggestion = Suggester([here, there], [found]).suggest(found, here)
        assert [one.citation for one in suggestion.comparables] == expected


def test_one_unnamed_item_does_not_spoil_the_others_of_its_list(tmp_path: Path) -> None:
    kind, body, bearers, _, _ = CASES[4]
    listed = (
        "第二条 有关部门按照下列分工做好绿道管护工作：\n\n（一）市园林绿化部门负责绿道绿化养护；\n\n"
        "（二）市交通运输部门负责绿道与道路交叉处的标志标线；\n\n（三）市水行政部门负责沿河绿道的防洪安全；\n\n"
        "（四）市文化、体育等部门按照各自职责做好相关工作。"
    )
    here, there = read(tmp_path, HERE, body), read(tmp_path, THERE, listed)
    found = finding(kind, here, *bearers)
    spoiled = finding(kind, there, "市文化、体育等部门")
    whole = Suggester([here, there], [found]).suggest(found, here)
    assert "市交通运输部门负责绿道与道路交叉处的标志标线" in whole.comparables[0].quote
    (one,) = Suggester([here, there], [found, spoiled]).suggest(found, here).comparables
    assert "市文化、体育等部门" not in one.quote


def test_how_congresses_go_about_their_work_is_compared_with_nothing(tmp_path: Path) -> None:
    body = "第二条 专门委员会、常务委员会工作机构应当按照各自职责做好绿道立法调研工作。"
    other = "第二条 常务委员会工作机构应当做好绿道立法调研工作，听取各方面意见。"
    bearers = ("专门委员会、常务委员会工作机构",)
    assert suggest(tmp_path, FindingKind.UNDEFINED_DIVISION, body, bearers, other).comparables == ()
