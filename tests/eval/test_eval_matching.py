"""Matching of rows: the arithmetic of the figures."""

from __future__ import annotations

from eval.matching import Score, accuracy, pair_duties, pair_findings, quote_tail


def row(bearer: str, quote: str = "", **fields: object) -> dict[str, object]:
    return {"doc": "甲条例", "article": 6, "paragraph": 1, "item": None, "bearer": bearer, "quote": quote, **fields}


def test_rows_match_as_a_multiset() -> None:
    gold = [row("市人民政府"), row("市人民政府"), row("区人民政府")]
    predicted = [row("市人民政府"), row("市民政部门")]
    assert len(pair_duties(gold, predicted)) == 1


def test_rows_whose_quotes_end_alike_are_paired() -> None:
    gold = [row("市人民政府", "建立协调机制", role="support"), row("市人民政府", "划定禁止区域", role="lead")]
    predicted = [
        row("市人民政府", "应当划定禁止区域", role="lead"),
        row("市人民政府", "应当建立协调机制", role="support"),
    ]
    pairs = pair_duties(gold, predicted)
    assert len(pairs) == 2
    assert accuracy(pairs, "role") == 1.0


def test_gold_without_a_quote_is_paired_by_its_tail() -> None:
    acts = (("support", "市人民政府应当建立协调机制"), ("lead", "市人民政府应当划定禁止区域"))
    gold = [{**row("市人民政府"), "role": role, "tail": quote_tail(quote)} for role, quote in acts]
    for kept in gold:
        del kept["quote"]
    predicted = [row("市人民政府", quote, role=role) for role, quote in reversed(acts)]
    assert accuracy(pair_duties(gold, predicted), "role") == 1.0
    for kept in gold:
        del kept["tail"]
    assert accuracy(pair_duties(gold, predicted), "role") == 0.0


def test_lists_agree_whatever_their_order() -> None:
    pairs = [(row("甲", levels=["county", "municipal"]), row("甲", levels=["municipal", "county"]))]
    assert accuracy(pairs, "levels") == 1.0


def finding(kind: str, *places: int) -> dict[str, object]:
    first, *others = ({"doc": "甲条例", "article": number, "paragraph": 1} for number in places)
    return {"kind": kind, **first, "also": others}


def test_finding_counts_by_kind_and_one_shared_place() -> None:
    gold = [finding("overlap.level", 5, 9)]
    assert len(pair_findings(gold, [finding("overlap.level", 9)])) == 1
    assert pair_findings(gold, [finding("overlap.level", 6)]) == ()
    assert pair_findings(gold, [finding("overlap.body", 9)]) == ()


def test_most_pairs_are_found_even_where_the_first_choice_blocks() -> None:
    gold = [finding("overlap.level", 5, 9), finding("overlap.level", 5)]
    predicted = [finding("overlap.level", 5), finding("overlap.level", 9)]
    assert len(pair_findings(gold, predicted)) == 2


def test_scores_add_up() -> None:
    total = Score(1, 2, 2) + Score(2, 2, 4)
    assert (total.precision, total.recall, total.f1) == (3 / 4, 3 / 6, 2 * 3 / (4 + 6))
