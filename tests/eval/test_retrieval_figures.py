"""The figures of retrieval: ids that are compared, the split, the measures' arithmetic, intervals, gains and losses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import EId, QuanzeError
from eval.retrieval import held_out
from eval.retrieval.gains import compare_runs
from eval.retrieval.interval import mean_of
from eval.retrieval.measures import MEASURES, score_run
from eval.retrieval.provision_id import gold_id, provision_id
from eval.retrieval.runs import Run, read_runs, save_runs
from eval.retrieval.topics import KNOWN, UNKNOWN, Topic, gold_hash, read_topics

TWO = Topic("a", "duty", "谁登记犬只？", frozenset({"栖澜市养犬管理规定/2", "栖澜市养犬管理规定/6"}))
ONE = Topic("b", "lookup", "牵引带多长？", frozenset({"栖澜市养犬管理规定/3"}))


@pytest.mark.parametrize(
    ("title", "eid", "place"),
    [
        ("中华人民共和国云岫法", "art_6", {"doc": "云岫法", "article": 6}),
        ("云岫法", "art_6__para_2", {"doc": "中华人民共和国云岫法", "article": 6, "paragraph": 1}),
        ("云岫法", "art_6-1", {"doc": "云岫法", "article": 6, "suffix": "之一"}),
        ("云岫法", "art_6-12", {"doc": "云岫法", "article": 6, "suffix": "之十二"}),
        ("云岫法", "art_6-1__para_1", {"doc": "云岫法", "article": "6-1", "suffix": None}),
        ("栖澜市工作方案", "h1_3__h2_1", {"doc": "栖澜市工作方案", "article": 3}),
        ("栖澜市责任清单", "tab_1__row_4", {"doc": "栖澜市责任清单", "article": 4}),
    ],
)
def test_a_provision_found_and_one_wanted_have_the_same_id(title: str, eid: str, place: dict[str, object]) -> None:
    assert provision_id(title, EId(eid)) == gold_id(place)


@pytest.mark.parametrize(
    ("title", "eid"),
    [("云岫法", "art_60"), ("云岫法", "art_6-1"), ("云岫法实施条例", "art_6"), ("云岫法", "pre_1")],
)
def test_a_near_miss_has_another_id(title: str, eid: str) -> None:
    assert provision_id(title, EId(eid)) != gold_id({"doc": "云岫法", "article": 6, "suffix": None})


def rows(count: int) -> list[dict[str, object]]:
    return [
        {"id": f"q{n}", "question": f"第{n}件事归谁管？", "gold": [{"doc": "云岫法", "article": n // 2}]}
        for n in range(count)
    ]


def test_a_fifth_is_held_out_whatever_the_order() -> None:
    given = rows(40)
    split, turned = held_out(given), held_out(given[::-1])
    assert (len(split.training), len(split.held_out)) == (32, 8)
    assert {row["id"] for row in split.held_out} == {row["id"] for row in turned.held_out}
    assert not {row["id"] for row in split.training} & {row["id"] for row in split.held_out}


def test_the_same_question_is_never_on_both_sides() -> None:
    given = [row | {"id": f"{row['id']}-{copy}"} for row in rows(20) for copy in "xy"]
    split = held_out(given)
    assert len(split.held_out) == 8
    assert not {r["question"] for r in split.training} & {r["question"] for r in split.held_out}


def test_a_held_out_question_is_unseen_where_no_question_to_train_on_shares_its_gold() -> None:
    split = held_out(rows(40))
    trained = {row["gold"][0]["article"] for row in split.training}  # type: ignore[index]
    expected = {row["id"] for row in split.held_out if row["gold"][0]["article"] not in trained}  # type: ignore[index]
    assert split.unseen == expected
    assert 0 < len(expected) < 8


def test_held_out_topics_are_told_by_whether_their_gold_was_trained_on(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows(40)), encoding="utf-8")
    unseen = held_out(rows(40)).unseen
    topics = read_topics(file, is_held_out=True)
    assert {topic.id: topic.kind for topic in topics} == {
        str(row["id"]): UNKNOWN if row["id"] in unseen else KNOWN for row in held_out(rows(40)).held_out
    }


def test_questions_without_an_answer_are_no_topics(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    lines = [
        {"id": "1", "kind": "duty", "question": "谁管？", "gold": [{"doc": "云岫法", "article": 6, "paragraph": 1}]},
        {"id": "2", "kind": "unanswerable", "question": "有几亩？", "gold": []},
    ]
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines) + "\n\n", encoding="utf-8")
    assert read_topics(file) == (Topic("1", "duty", "谁管？", frozenset({"云岫法/6"})),)


@pytest.mark.parametrize(
    "line", ["{", '{"id": "2", "question": "?"}', '{"id": "2", "question": "?", "gold": [{"article": 1}]}', "[1]"]
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "queries.jsonl"
    good = '{"id": "1", "question": "谁管？", "gold": [{"doc": "云岫法", "article": 6}]}'
    file.write_text(f"{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(QuanzeError, match=r"queries.jsonl 第2行"):
        read_topics(file)


def test_an_id_given_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "queries.jsonl"
    file.write_text('{"id": "1", "question": "谁管？", "gold": []}\n' * 2, encoding="utf-8")
    with pytest.raises(QuanzeError, match=r"重复的 id.*第2行：1"):
        read_topics(file)


def test_measures_are_those_of_the_books() -> None:
    ranking = ("云岫法/1", "栖澜市养犬管理规定/2", "云岫法/2", "云岫法/3", "云岫法/4", "栖澜市养犬管理规定/6")
    scores = score_run([TWO], {"a": ranking})
    # gains at ranks 2 and 6: (1/log2(3) + 1/log2(7)) / (1/log2(2) + 1/log2(3))
    assert scores["nDCG@10"]["a"] == pytest.approx((0.63093 + 0.35621) / (1 + 0.63093), abs=1e-4)
    assert [scores[name]["a"] for name in MEASURES[1:]] == [0.0, 0.5, 1.0, 1.0, 0.5]


def test_equal_names_break_no_tie_and_what_is_not_found_scores_nothing() -> None:
    scores = score_run([TWO, ONE], {"a": tuple(f"云岫法/{n}" for n in range(12)), "b": ("栖澜市养犬管理规定/3",)})
    assert scores["MRR@10"] == {"a": 0.0, "b": 1.0}
    assert score_run([TWO, ONE], {"a": (), "b": ()})["Recall@100"] == {"a": 0.0, "b": 0.0}
    eleventh = {"b": (*(f"云岫法/{n}" for n in range(10)), "栖澜市养犬管理规定/3")}
    scores = score_run([ONE], eleventh)
    assert (scores["MRR@10"]["b"], scores["Recall@10"]["b"], scores["Recall@100"]["b"]) == (0.0, 0.0, 1.0)


def test_an_interval_holds_the_mean_and_narrows_with_more_topics() -> None:
    few, many = mean_of([0.0, 1.0] * 5), mean_of([0.0, 1.0] * 500)
    assert few.low < few.value == 0.5 < few.high
    assert many.high - many.low < (few.high - few.low) / 5
    assert mean_of([0.0, 1.0] * 5) == few


def test_gains_and_losses_are_told_topic_by_topic() -> None:
    before = {"search": {"a": ("栖澜市养犬管理规定/2", "栖澜市养犬管理规定/6"), "b": ("云岫法/1",)}}
    now: dict[str, Run] = {
        "search": {"a": ("云岫法/1", "栖澜市养犬管理规定/2", "栖澜市养犬管理规定/6"), "b": ("栖澜市养犬管理规定/3",)},
        "new": {"a": (), "b": ()},
    }
    (comparison,) = compare_runs([TWO, ONE], now, before)
    (gain,), (loss,) = comparison.gains, comparison.losses
    assert (gain.topic.id, gain.difference, gain.rank_before, gain.rank_now) == ("b", 1.0, None, 1)
    assert (loss.topic.id, loss.rank_before, loss.rank_now) == ("a", 1, 2)
    assert comparison.difference.value == pytest.approx((gain.difference + loss.difference) / 2)


def test_only_topics_that_both_runs_have_are_compared() -> None:
    (comparison,) = compare_runs([TWO, ONE], {"search": {"a": (), "b": ()}}, {"search": {"b": ()}})
    assert (comparison.topics, comparison.changes) == (1, ())


def test_a_run_is_read_as_it_was_saved(tmp_path: Path) -> None:
    runs: dict[str, Run] = {"search": {"a": ("云岫法/1", "云岫法/6-1"), "b": ()}, "dense": {"a": ("云岫法/2",)}}
    save_runs(tmp_path / "run.jsonl", runs)
    assert read_runs(tmp_path / "run.jsonl") == runs
    (tmp_path / "bad.jsonl").write_text('{"retriever": "x"}', encoding="utf-8")
    with pytest.raises(QuanzeError, match=r"无法读取保存的检索结果.*--save"):
        read_runs(tmp_path / "bad.jsonl")


def test_the_hash_of_the_gold_changes_with_the_gold_alone() -> None:
    other = Topic("b", "lookup", "牵引带多长？", frozenset({"栖澜市养犬管理规定/4"}))
    assert gold_hash([TWO, ONE]) == gold_hash([ONE, TWO])
    assert gold_hash([TWO, ONE]) != gold_hash([TWO, other])
    assert gold_hash([TWO, ONE]) != gold_hash([TWO])
