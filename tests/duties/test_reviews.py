"""Reviews: a decision holds for the words it was made about, wherever they stand, and tells when they have changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus import (
    Basis,
    Dates,
    EId,
    Instrument,
    Level,
    NormKind,
    Provision,
    ProvisionKind,
    Review,
    SourceFile,
    Territory,
    Verdict,
    Version,
)
from duties import (
    ENOUGH,
    Finding,
    FindingKind,
    FindingPlace,
    JudgedFinding,
    ReadText,
    ReviewState,
    holding_reviews,
    judge,
    rule_precision,
)

CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
TITLE = "栖澜市犬只规定"
RULE = "犬只收容的具体办法由市公安机关制定。"


def read_text(words: str = RULE, article: int = 9, version: str = "v1", title: str = TITLE) -> ReadText:
    eid, para = EId(f"art_{article}"), EId(f"art_{article}__para_1")
    provisions = (
        Provision(eid, ProvisionKind.ARTICLE, "第九条", "", "", 0, len(words)),
        Provision(para, ProvisionKind.PARAGRAPH, "", "", words, 0, len(words)),
    )
    source = SourceFile("ab" * 32, "犬只.md", "text/markdown", 10)
    return ReadText(
        Instrument(title, title, NormKind.LOCAL_REGULATION, CITY),
        Version(version, title, source, words, Dates(), provisions),
        (),
    )


def finding_in(text: ReadText, bearers: tuple[str, ...] = ("市公安机关",)) -> Finding:
    eid = text.version.provisions[1].eid
    return Finding(FindingKind.UNDEFINED_RULE, text.doc, text.version.id, eid, (), bearers, "没有期限。")


def judged(text: ReadText, *reviews: Review, bearers: tuple[str, ...] = ("市公安机关",)) -> JudgedFinding:
    (one,) = judge([finding_in(text, bearers)], {text.version.id: text}, reviews)
    return one


def decision(one: JudgedFinding, verdict: Verdict = Verdict.CONFIRMED) -> Review:
    bases = tuple(evidence.basis for evidence in one.evidence)
    return Review(one.fingerprint, one.finding.kind.value, bases, one.finding.bearers, verdict, "理由", "审核员")


def test_nothing_is_decided_at_first() -> None:
    one = judged(read_text())
    assert (one.state, one.changed, len(one.id)) == (ReviewState.OPEN, "", 10)
    assert one.confidence_words == "95%（规则估计）"


@pytest.mark.parametrize(
    "newer",
    [
        read_text(version="v2"),
        read_text(article=11, version="v2"),
        read_text("犬只收容的具体办法，由市公安机关制定", version="v2"),
        read_text("犬只收容的具体办法 由市公安\n机关制定。", version="v2"),
    ],
    ids=["read anew", "renumbered", "punctuation", "broken line"],
)
def test_a_decision_holds_where_the_words_are_the_same(newer: ReadText) -> None:
    made = decision(judged(read_text()), Verdict.REJECTED)
    one = judged(newer, made)
    assert (one.state, one.review, one.changed) == (ReviewState.REJECTED, made, "")


def test_changed_words_ask_for_a_new_decision() -> None:
    made = decision(judged(read_text()))
    one = judged(read_text("犬只收容的具体办法由市公安机关会同市农业农村部门制定。", version="v2"), made)
    assert (one.state, one.review, one.earlier) == (ReviewState.CHANGED, None, made)
    assert one.changed == "依据的条文已改动，需重新确认"
    assert judged(read_text(), made, bearers=("公安机关",)).changed == "认定的主体已改动，需重新确认"


@pytest.mark.parametrize(
    "other",
    [read_text("养犬管理费的收取标准另行制定。", version="v2"), read_text(version="v2", title="栖澜市猫只规定")],
    ids=["another provision", "another text"],
)
def test_a_decision_says_nothing_of_other_provisions_and_texts(other: ReadText) -> None:
    assert judged(other, decision(judged(read_text()))).state is ReviewState.OPEN


def test_a_decision_that_still_holds_is_not_taken_for_one_about_changed_words() -> None:
    first, second = read_text(), read_text("犬只收容的具体办法由市公安机关另行制定。", article=10, version="v3")
    made = decision(judged(first))
    both = judge([finding_in(first), finding_in(second)], {"v1": first, "v3": second}, [made])
    assert [one.state for one in both] == [ReviewState.CONFIRMED, ReviewState.OPEN]


def test_the_words_of_every_place_count() -> None:
    text, other = read_text(), read_text("具体办法由省公安机关制定。", version="h1", title="云岫省犬只条例")
    changed = read_text("具体办法由省民政部门制定。", version="h1", title="云岫省犬只条例")
    place = FindingPlace(other.doc, "h1", other.version.provisions[1].eid)
    finding = replace(finding_in(text), also=(place,))
    (one,) = judge([finding], {"v1": text, "h1": other}, [])
    (then,) = judge([finding], {"v1": text, "h1": changed}, [decision(one)])
    assert (then.state, then.changed) == (ReviewState.CHANGED, "依据的条文已改动，需重新确认")


def test_the_last_decision_holds_until_it_is_taken_back() -> None:
    one = judged(read_text())
    first, second = decision(one), decision(one, Verdict.REJECTED)
    assert judged(read_text(), first, second).state is ReviewState.REJECTED
    assert judged(read_text(), first, second, replace(second, is_withdrawn=True)).state is ReviewState.OPEN
    assert holding_reviews([first, replace(first, is_withdrawn=True)]) == {}


def made_up(number: int, verdict: Verdict) -> Review:
    return Review(f"{number:064}", "undefined.rule", (Basis("甲", "《甲》第一条", "乙"),), (), verdict, "", "")


def test_precision_is_the_confirmed_among_the_decided() -> None:
    reviews = [made_up(n, Verdict.CONFIRMED if n < 7 else Verdict.REJECTED) for n in range(9)]
    counted = rule_precision([*reviews, made_up(8, Verdict.CONFIRMED)])
    rule = counted[FindingKind.UNDEFINED_RULE]
    assert (rule.confirmed, rule.rejected, rule.share) == (7 + 1, 1, 8 / 9)
    assert not rule.is_enough
    assert counted[FindingKind.OVERLAP_BODY].share is None
    assert set(counted) == set(FindingKind)


def test_the_reviewers_share_becomes_the_confidence_once_enough_is_decided() -> None:
    reviews = [made_up(n, Verdict.CONFIRMED if n < 4 else Verdict.REJECTED) for n in range(ENOUGH)]
    one = judged(read_text(), *reviews)
    assert (one.confidence, one.confidence_words) == (4 / 10, "40%（审核 10 项，确认 4 项）")
    assert judged(read_text(), *reviews[1:]).confidence_words == "95%（规则估计）"


def test_a_row_tells_id_verdict_and_evidence() -> None:
    row = judged(read_text(), decision(judged(read_text()))).as_row()
    assert (row["verdict"], row["reason"], row["reviewed_by"]) == ("confirmed", "理由", "审核员")
    assert row["evidence"] == [
        {
            "doc": TITLE, "article": 9, "paragraph": 1, "eid": "art_9__para_1", "version_id": "v1",
            "citation": f"《{TITLE}》第九条", "text": RULE,
        }
    ]  # fmt: skip
