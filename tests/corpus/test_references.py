"""References against a corpus: titles that are whole, the text of the day, what is missing, who cites whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from corpus import (
    NATION,
    Claim,
    ClaimSource,
    CorpusStore,
    Dates,
    EId,
    Instrument,
    Level,
    NormKind,
    Outcome,
    ParsedText,
    Provision,
    ProvisionKind,
    Reference,
    ReferenceResolver,
    ResolvedReference,
    Settings,
    Territory,
    TitleIndex,
    cite,
    cited_by,
    instrument_id,
    parse_citation,
    plain_title,
    references_of,
    resolve_citation,
    resolve_reference,
)
from tests.corpus import builders

PROVINCE = Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",))
OTHER_CITY = Territory("云岫省/砚塘市", "砚塘市", Level.MUNICIPAL, ("云岫省", "砚塘市"))
DAY = date(2024, 1, 1)
SOURCE = EId("art_1__para_1")
Made = tuple[str, Territory]


def _text(
    title: str,
    territory: Territory = NATION,
    *,
    articles: int = 3,
    starts: date = date(2020, 1, 1),
    claims: tuple[Claim, ...] = (),
    first: int = 1,
) -> ParsedText:
    """A text of some articles, each with a paragraph of two items and a second paragraph."""
    made = builders.regulation(f"{title}{starts}{first}")
    provisions = [p for number in range(first, first + articles) for p in _article(number)]
    instrument = Instrument(instrument_id(title, territory), title, NormKind.OTHER, territory)
    version = replace(
        made.version,
        instrument_id=instrument.id,
        dates=Dates(adopted_on=starts, effective_on=starts),
        provisions=tuple(provisions),
    )
    return ParsedText(instrument, version, claims, made.original)


def _article(number: int) -> list[Provision]:
    at, article, paragraph = number * 10, ProvisionKind.ARTICLE, ProvisionKind.PARAGRAPH
    eid = EId(f"art_{number}")
    one, two = eid.child("para", 1), eid.child("para", 2)
    return [
        Provision(eid, article, f"第{number}条", "", "", at, at + 9),
        Provision(one, paragraph, "", "", "甲", at + 1, at + 6),
        Provision(one.child("item", 1), ProvisionKind.ITEM, "（一）", "", "乙", at + 2, at + 3),
        Provision(one.child("item", 2), ProvisionKind.ITEM, "（二）", "", "丙", at + 4, at + 5),
        Provision(two, paragraph, "", "", "丁", at + 7, at + 8),
    ]


def _store(folder: Path, *texts: ParsedText) -> CorpusStore:
    store = CorpusStore.open(Settings(folder))
    for text in texts:
        store.add(text)
    return store


def _reference(quote: str, title: str | None, target: str | None, through: str | None = None) -> Reference:
    ends = EId(through) if through else None
    return Reference(SOURCE, 0, len(quote), quote, title, EId(target) if target else None, through=ends)


def _resolve(store: CorpusStore, reference: Reference, day: date | None = DAY) -> ResolvedReference:
    citing = _text("栖澜市河湖巡护条例", builders.CITY)
    return resolve_reference(reference, citing.instrument, citing.version, store, day)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("中华人民共和国湖泊法", "《湖泊法》"),
        ("湖泊法（2019年修正）", "湖泊法"),
        ("湖泊法(2019-08-26)", "湖泊法"),
        ("云岫省实施〈中华人民共和国湖泊法〉办法", "云岫省实施《湖泊法》办法"),
        ("湖泊 法", "湖泊法"),
    ],
)
def test_titles_are_the_same_but_for_form(one: str, other: str) -> None:
    assert plain_title(one) == plain_title(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("湖泊法实施条例", "湖泊法"),
        ("云岫省实施《湖泊法》办法", "湖泊法"),
        ("栖澜市湖泊条例", "砚塘市湖泊条例"),
        ("湖泊管理办法（试行）", "湖泊管理办法"),
        ("关于湖泊的解释（一）", "关于湖泊的解释（二）"),
    ],
)
def test_other_titles_stay_apart(one: str, other: str) -> None:
    assert plain_title(one) != plain_title(other)


@pytest.mark.parametrize(
    ("quote", "title", "target", "result"),
    [
        ("《湖泊法》第二条", "湖泊法", "art_2", (Outcome.RESOLVED, "中华人民共和国湖泊法")),
        ("《湖泊法》", "湖泊法", None, (Outcome.RESOLVED, "中华人民共和国湖泊法")),
        ("《湖泊法实施条例》第二条", "湖泊法实施条例", "art_2", (Outcome.UNKNOWN_INSTRUMENT, None)),
        ("《云岫省实施〈湖泊法〉办法》第二条", "云岫省实施〈湖泊法〉办法", "art_2", (Outcome.UNKNOWN_INSTRUMENT, None)),
        ("《湖泊条例》第二条", "湖泊条例", "art_2", (Outcome.UNKNOWN_INSTRUMENT, None)),
        ("《望汐市湖泊条例》第二条", "望汐市湖泊条例", "art_2", (Outcome.UNKNOWN_INSTRUMENT, None)),
        ("《湖泊法》第九条", "湖泊法", "art_9", (Outcome.NO_SUCH_PROVISION, "中华人民共和国湖泊法")),
        ("国有湖泊法第二条", "国有湖泊法", "art_2", (Outcome.UNKNOWN_INSTRUMENT, None)),
        ("泊法第二条", "泊法", "art_2", (Outcome.UNKNOWN_INSTRUMENT, None)),
        ("泊条例第二条", "湖条例", "art_2", (Outcome.UNKNOWN_INSTRUMENT, None)),
        ("养犬条例第二条", "养犬条例", "art_2", (Outcome.AMBIGUOUS, None)),
        ("砚塘市养犬条例第二条", "砚塘市养犬条例", "art_2", (Outcome.RESOLVED, "砚塘市养犬管理条例")),
    ],
)
def test_only_a_whole_title_is_an_instrument(
    tmp_path: Path, quote: str, title: str, target: str | None, result: tuple[Outcome, str | None]
) -> None:
    store = _store(
        tmp_path,
        _text("中华人民共和国湖泊法"),
        _text("砚塘市湖泊条例", OTHER_CITY),
        _text("砚塘市养犬管理条例", OTHER_CITY),
        _text("栖澜市养犬管理条例", builders.CITY),
    )
    found = _resolve(store, _reference(quote, title, target))
    assert (found.outcome, found.instrument and found.instrument.title) == result
    assert bool(found.problem) == (result[0] is not Outcome.RESOLVED)


def test_near_titles_are_named_but_never_taken(tmp_path: Path) -> None:
    store = _store(tmp_path, _text("栖澜市湖泊管理条例", builders.CITY))
    for title in ("湖泊管理条例", "栖澜市湖泊条例"):
        found = _resolve(store, _reference(f"《{title}》第二条", title, "art_2"))
        assert (found.outcome, found.instrument) == (Outcome.UNKNOWN_INSTRUMENT, None)
        assert [one.title for one in found.candidates] == ["栖澜市湖泊管理条例"]
        assert "《栖澜市湖泊管理条例》，是否为所指须由人判断" in found.problem


def test_a_namesake_of_another_place_is_not_meant(tmp_path: Path) -> None:
    store = _store(tmp_path, _text("湖泊条例", builders.CITY), _text("湖泊条例", OTHER_CITY))
    found = _resolve(store, _reference("《湖泊条例》第二条", "湖泊条例", "art_2"))
    assert found.instrument is not None
    assert found.instrument.territory == builders.CITY


@pytest.mark.parametrize(
    ("target", "through", "outcome", "meant"),
    [
        ("art_2__para_2", None, Outcome.RESOLVED, ["art_2__para_2"]),
        ("art_2__item_2", None, Outcome.RESOLVED, ["art_2__para_1__item_2"]),
        ("art_2__para_2__item_2", None, Outcome.NO_SUCH_PROVISION, []),
        ("art_1", "art_3", Outcome.RESOLVED, ["art_1", "art_2", "art_3"]),
        ("art_2__item_1", "art_2__item_2", Outcome.RESOLVED, ["art_2__para_1__item_1", "art_2__para_1__item_2"]),
        ("art_3", "art_1", Outcome.NO_SUCH_PROVISION, []),
        ("art_2", "art_9", Outcome.NO_SUCH_PROVISION, []),
    ],
)
def test_the_place_is_found_or_what_is_missing_is_said(
    tmp_path: Path, target: str, through: str | None, outcome: Outcome, meant: list[str]
) -> None:
    found = _resolve(_store(tmp_path, _text("湖泊法")), _reference("《湖泊法》…", "湖泊法", target, through))
    assert (found.outcome, [p.eid for p in found.provisions]) == (outcome, meant)


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("art_9__para_2", "《湖泊法》没有第九条"),
        ("art_2__para_5__item_1", "《湖泊法》第二条没有第五款"),
        ("art_2__item_7", "《湖泊法》第二条没有第（七）项"),
    ],
)
def test_the_outermost_missing_part_is_named(tmp_path: Path, target: str, problem: str) -> None:
    found = _resolve(_store(tmp_path, _text("湖泊法")), _reference("《湖泊法》…", "湖泊法", target))
    assert found.problem == problem


def test_an_incomplete_text_lets_nobody_judge(tmp_path: Path) -> None:
    text = _text("湖泊法")
    text = replace(text, version=replace(text.version, incomplete=("没有施行条款",)))
    found = _resolve(_store(tmp_path, text), _reference("《湖泊法》第九条", "湖泊法", "art_9"))
    assert found.outcome is Outcome.UNJUDGED
    assert "可能不完整" in found.problem


def test_the_text_in_force_on_the_day_counts(tmp_path: Path) -> None:
    store = _store(
        tmp_path,
        _text("湖泊法", articles=3, starts=date(2015, 1, 1)),
        _text("湖泊法", articles=9, starts=date(2022, 1, 1)),
    )
    ninth = _reference("《湖泊法》第九条", "湖泊法", "art_9")
    assert _resolve(store, ninth, date(2023, 1, 1)).outcome is Outcome.RESOLVED
    assert _resolve(store, ninth, date(2018, 1, 1)).outcome is Outcome.NO_SUCH_PROVISION
    # None: the citing text's own first day, 2020-01-01.
    assert _resolve(store, ninth, None).outcome is Outcome.NO_SUCH_PROVISION
    early = _resolve(store, ninth, date(2001, 1, 1))
    assert early.outcome is Outcome.UNJUDGED
    assert "没有2001-01-01有效的文本" in early.problem


def test_a_repealed_instrument_is_told_with_what_repealed_it(tmp_path: Path) -> None:
    said = Claim("repeals", "湖泊法", ClaimSource.TEXT, "同时废止", "《湖泊法》同时废止")
    store = _store(tmp_path, _text("湖泊法"), _text("湖泊保护法", starts=date(2023, 1, 1), claims=(said,)))
    reference = _reference("《湖泊法》第二条", "湖泊法", "art_2")
    assert _resolve(store, reference, date(2022, 1, 1)).outcome is Outcome.RESOLVED
    found = _resolve(store, reference, date(2024, 1, 1))
    assert found.outcome is Outcome.NOT_IN_FORCE
    assert "《湖泊保护法》废止" in found.problem


def test_what_is_repealed_is_known_without_its_text(tmp_path: Path) -> None:
    said = Claim("repeals", "中华人民共和国湖泊法", ClaimSource.TEXT, "同时废止", "《中华人民共和国湖泊法》同时废止")
    store = _store(tmp_path, _text("湖泊保护法", starts=date(2023, 1, 1), claims=(said,)))
    reference = _reference("《湖泊法》第二条", "湖泊法", "art_2")
    assert _resolve(store, reference, date(2024, 1, 1)).outcome is Outcome.NOT_IN_FORCE
    assert _resolve(store, reference, date(2022, 1, 1)).outcome is Outcome.UNKNOWN_INSTRUMENT


def test_a_code_kept_in_parts_is_one_text(tmp_path: Path) -> None:
    store = _store(tmp_path, _text("水法典 总则"), _text("水法典 湖泊编", articles=3, first=4))
    found = _resolve(store, _reference("水法典第五条", "水法典", "art_5"))
    assert found.instrument is not None
    assert (found.outcome, found.instrument.title) == (Outcome.RESOLVED, "水法典 湖泊编")
    assert _resolve(store, _reference("水法典第七十条", "水法典", "art_70")).outcome is Outcome.NO_SUCH_PROVISION


def test_a_text_without_articles_is_cited_by_its_numbers(tmp_path: Path) -> None:
    text = _text("湖泊法修正案（一）")
    heading = Provision(EId("h1_2"), ProvisionKind.HEADING1, "二、", "", "甲", 0, 3)
    store = _store(tmp_path, replace(text, version=replace(text.version, provisions=(heading,))))
    title = "湖泊法修正案（一）"
    assert _resolve(store, _reference("《湖泊法修正案（一）》第二条", title, "art_2")).target == "h1_2"
    found = _resolve(store, _reference("《湖泊法修正案（一）》第二条第二款", title, "art_2__para_2"))
    assert (found.outcome, "不分条" in found.problem) == (Outcome.UNJUDGED, True)


def test_a_former_text_is_left_to_people(tmp_path: Path) -> None:
    reference = replace(_reference("《湖泊法》第二条", "湖泊法", "art_2"), reason="指修改以前的文本，须由人核对")
    assert _resolve(_store(tmp_path, _text("湖泊法")), reference).outcome is Outcome.UNJUDGED


@pytest.mark.parametrize(
    ("behind", "outcome"),
    [
        ("同时废止。", Outcome.UNJUDGED),
        ("（栖政令第3号）和《栖澜市湖泊条例》同时废止。", Outcome.UNJUDGED),
        ("即行废止。", Outcome.UNJUDGED),
        ("施行之日起，《栖澜市湖泊条例》同时废止。", Outcome.RESOLVED),
        ("的规定，适用于巡护。旧规定同时废止。", Outcome.RESOLVED),
    ],
)
def test_an_older_text_of_the_same_title_that_is_repealed_is_not_this_one(
    tmp_path: Path, behind: str, outcome: Outcome
) -> None:
    citing = _text("栖澜市河湖巡护条例", builders.CITY)
    quote = f"《{citing.instrument.title}》"
    version = replace(citing.version, text=f"{quote}{behind}")
    reference = _reference(quote, citing.instrument.title, None)
    found = resolve_reference(reference, citing.instrument, version, _store(tmp_path, citing), DAY)
    assert found.outcome is outcome


def test_the_own_text_is_looked_into_itself(tmp_path: Path) -> None:
    store = _store(tmp_path)
    assert _resolve(store, _reference("本条例第二条", None, "art_2")).outcome is Outcome.RESOLVED
    found = _resolve(store, _reference("本条例第八条", None, "art_8"))
    assert (found.outcome, found.problem) == (Outcome.NO_SUCH_PROVISION, "《栖澜市河湖巡护条例》没有第八条")


def test_who_cites_a_provision_is_found(tmp_path: Path) -> None:
    law, city = _text("中华人民共和国湖泊法", articles=9), _text("栖澜市湖泊条例", builders.CITY)
    references = (
        _reference("《湖泊法》第二条至第四条", "湖泊法", "art_2", "art_4"),
        _reference("《湖泊法》第三条第二项", "湖泊法", "art_3__item_2"),
        _reference("《湖泊法》", "湖泊法", None),
        _reference("《湖泊法实施条例》第三条", "湖泊法实施条例", "art_3"),
    )
    city = replace(city, version=replace(city.version, references=references))
    store = _store(tmp_path, law, city)

    def cited(eid: str | None) -> list[str]:
        found = cited_by(law.instrument, store, EId(eid) if eid else None, DAY)
        return [one.reference.quote for one in found]

    assert cited(None) == ["《湖泊法》第二条至第四条", "《湖泊法》第三条第二项", "《湖泊法》"]
    assert cited("art_3") == ["《湖泊法》第二条至第四条", "《湖泊法》第三条第二项"]
    assert cited("art_3__para_1__item_2") == ["《湖泊法》第三条第二项"]
    assert cited("art_9") == []
    assert cited_by(law.instrument, store, None, DAY)[0].citation == cite("栖澜市湖泊条例", SOURCE)
    assert references_of(city.version, "art_1") == references
    assert references_of(city.version, "art_2") == ()


def test_the_citing_provision_is_named_as_its_text_names_it(tmp_path: Path) -> None:
    law, city = _text("中华人民共和国湖泊法"), _text("栖澜市湖泊条例", builders.CITY)
    first, second = (replace(_reference("《湖泊法》", "湖泊法", None), source=EId(f"art_{n}__para_1")) for n in (1, 2))
    provisions = tuple(p for p in city.version.provisions if p.eid != "art_2__para_2")
    city = replace(city, version=replace(city.version, provisions=provisions, references=(first, second)))
    found = cited_by(law.instrument, _store(tmp_path, law, city), None, DAY)
    assert [one.citation for one in found] == ["《栖澜市湖泊条例》第一条第一款", "《栖澜市湖泊条例》第二条"]


def test_the_resolver_of_the_store_follows_the_store(tmp_path: Path) -> None:
    store = _store(tmp_path)
    reference = _reference("《湖泊法》第二条", "湖泊法", "art_2")
    assert _resolve(store, reference).outcome is Outcome.UNKNOWN_INSTRUMENT
    store.add(_text("湖泊法"))
    assert _resolve(store, reference).outcome is Outcome.RESOLVED


def test_shortened_titles_are_never_chosen_among_several() -> None:
    index = TitleIndex(
        _text(title).instrument for title in ("栖澜市物业管理条例", "砚塘市物业管理条例", "物业收费办法")
    )
    assert [one.title for one in index.abbreviated("物业条例")] == ["栖澜市物业管理条例", "砚塘市物业管理条例"]
    assert [one.title for one in index.abbreviated("栖澜市物业条例")] == ["栖澜市物业管理条例"]
    assert index.abbreviated("业条例") == ()
    assert index.abbreviated("条例") == ()


@pytest.mark.parametrize(
    ("written", "citation", "problem"),
    [
        ("湖泊法第二条", "《中华人民共和国湖泊法》第二条", ""),
        ("《湖泊法》第二条第二项", "《中华人民共和国湖泊法》第二条第一款第（二）项", ""),
        ("《云岫省实施〈中华人民共和国湖泊法〉办法》第二条", "《云岫省实施《湖泊法》办法》第二条", ""),
        ("《湖泊法实施条例》第二条", "", "语料库中没有《湖泊法实施条例》，无法判断"),
        ("物业条例第二条", "", "“物业条例”可能指：《栖澜市物业管理条例》、《砚塘市物业管理条例》，请写明全称"),
        ("水法典第五条", "《水法典 湖泊编》第五条", ""),
        ("水法典第七十条", "", "“水法典”可能指：《水法典 总则》、《水法典 湖泊编》，请写明全称"),
    ],
)
def test_a_persons_citation_leads_to_its_provision_or_says_why_not(
    tmp_path: Path, written: str, citation: str, problem: str
) -> None:
    store = _store(
        tmp_path,
        _text("中华人民共和国湖泊法"),
        _text("云岫省实施《湖泊法》办法", PROVINCE),
        _text("栖澜市物业管理条例", builders.CITY),
        _text("砚塘市物业管理条例", OTHER_CITY),
        _text("水法典 总则"),
        _text("水法典 湖泊编", first=4),
    )
    parsed = parse_citation(written)
    assert parsed is not None
    found = resolve_citation(parsed, store, DAY)
    assert found.problem == problem
    assert citation == ("" if found.provision is None else cite(found.candidates[0].title, found.provision.eid))


def test_the_resolver_says_which_titles_the_corpus_cites(tmp_path: Path) -> None:
    text = _text("栖澜市湖泊条例", builders.CITY)
    named = (_reference("《湖泊法》", "湖泊法", None), _reference("前款", None, "art_1"))
    store = _store(tmp_path, replace(text, version=replace(text.version, references=named)))
    assert ReferenceResolver(store).cited_titles == ("湖泊法",)
