"""The report: tables that hold their figures, plots that are drawn without help, nothing a question could break."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from corpus import QuanzeError
from eval.retrieval.gains import compare_runs
from eval.retrieval.interval import mean_of
from eval.retrieval.measurement import Measurement
from eval.retrieval.measures import score_run
from eval.retrieval.plots import bars, curves, differences
from eval.retrieval.report import as_html, as_markdown, write_report
from eval.retrieval.topics import Topic

TOPICS = (
    Topic("a", "duty", "谁管 <b>犬只</b> | 谁发证？\n急", frozenset({"栖澜市养犬管理规定/2", "栖澜市养犬管理规定/6"})),
    Topic("b", "lookup", "牵引带多长？", frozenset({"栖澜市养犬管理规定/3"})),
)
BEFORE = {"search": {"a": ("栖澜市养犬管理规定/9",), "b": ("栖澜市养犬管理规定/3",)}}
NOW = {"search": {"a": ("栖澜市养犬管理规定/9", "栖澜市养犬管理规定/6"), "b": ("栖澜市养犬管理规定/3",)}}


@pytest.fixture(scope="module")
def found() -> Measurement:
    scores = {name: score_run(TOPICS, run) for name, run in NOW.items()}
    missing = frozenset({"栖澜市养犬管理规定/2"})
    return Measurement(TOPICS, NOW, scores, missing, compare_runs(TOPICS, NOW, BEFORE))


def test_recall_by_rank_grows_to_the_share_that_was_found(found: Measurement) -> None:
    recall = found.recall_by_rank("search")
    assert recall[:3] == [(0 + 1) / 2, (0.5 + 1) / 2, 0.75]
    assert (len(recall), recall[-1]) == (100, 0.75)
    assert found.figures("search")["Recall@100"] == 0.75


def test_the_tables_hold_the_figures(found: Measurement) -> None:
    text = as_markdown(found)
    assert "2 questions, 3 gold articles, of which the corpus does not hold 1: 栖澜市养犬管理规定/2" in text
    assert "| duty | 1 | search | 0.387 [0.387, 0.387] | 0.500 [0.500, 0.500] |" in text
    assert "| search | 2 | 1 | 0 | 0.193" in text
    assert "| a | duty | 谁管 <b>犬只</b> \\| 谁发证？ 急 | 0.000 | 0.387 | – | 2 |" in text


def test_words_of_a_question_are_no_html(found: Measurement) -> None:
    page = as_html(found, "<script>")
    assert "<b>犬只" not in page
    assert "<script>" not in page


@pytest.mark.parametrize(
    ("drawn", "shapes"),
    [
        (bars("nDCG@10", {"lexical & more": mean_of([0.2, 0.4]), "dense": mean_of([1.0])}), 1 + 2),
        (curves("Recall", {"lexical": [0.1, 0.2], "dense": [0.5]}), 1 + 2),
        (differences("gains", [0.5, -0.25, -1.0]), 1 + 3),
        (differences("no change", []), 1),
    ],
)
def test_a_plot_is_well_formed_and_draws_everything(drawn: str, shapes: int) -> None:
    root = ElementTree.fromstring(drawn)
    rectangles = root.findall("{http://www.w3.org/2000/svg}rect")
    assert len(rectangles) == shapes


def test_a_bar_is_as_long_as_its_figure() -> None:
    root = ElementTree.fromstring(bars("nDCG@10", {"half": mean_of([0.5]), "whole": mean_of([1.0])}))
    half, whole = (float(box.attrib["width"]) for box in root.findall("{http://www.w3.org/2000/svg}rect")[1:])
    assert half == whole / 2 > 0


def test_a_markdown_report_lies_beside_its_plots(found: Measurement, tmp_path: Path) -> None:
    write_report(found, tmp_path / "out" / "report.md", "检索")
    text = (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    names = sorted(file.name for file in (tmp_path / "out").glob("*.svg"))
    assert names == [f"report-{name}.svg" for name in ("gains-search", "kinds", "ndcg", "recall")]
    assert all(f"]({name})" in text for name in names)


def test_a_report_of_another_kind_is_refused(found: Measurement, tmp_path: Path) -> None:
    with pytest.raises(QuanzeError, match=r"\.html 或 \.md"):
        write_report(found, tmp_path / "report.pdf", "检索")
