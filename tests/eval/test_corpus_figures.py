"""The measurement of a whole folder: unnamed bodies counted by article, findings drawn by a seed."""

from __future__ import annotations

import pytest

from corpus import gazetteer
from eval.corpus import UNNAMED, Measured, measure, sample_page, tables, unnamed_table

REGULATION = """# {title}

<!-- INFO END -->

第一条 为了加强{topic}管护，制定本条例。

第二条 有关部门应当建立{topic}档案。相关单位应当配合。

第三条 市园林绿化部门应当编制{topic}规划。具体办法由市园林绿化部门制定。
"""


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    folder = tmp_path_factory.mktemp("laws")
    for topic in ("绿道", "公园"):
        title = f"栖澜市{topic}管护条例"
        (folder / f"{title}.md").write_text(REGULATION.format(title=title, topic=topic), encoding="utf-8")
    return measure(sorted(folder.glob("*.md")), gazetteer())


def test_articles_with_an_unnamed_body_are_counted_once(measured: Measured) -> None:
    total = unnamed_table(measured).splitlines()[-1]
    assert total == "| 合计 |  | 2 | 6 | 2 | 33.3% | 2 | 33.3% |"


def test_every_table_has_its_total(measured: Measured) -> None:
    speed, kinds, _, clauses = tables(measured)
    assert "| texts (failed) | 2 (0) |" in speed
    assert "| undefined.bearer | 2 |" in kinds
    assert "| 合计 |  | 10 |" in clauses


def test_a_sample_is_the_same_for_one_seed_and_leaves_out_what_it_is_told(measured: Measured) -> None:
    page = sample_page(measured, 100, 0)
    assert page == sample_page(measured, 100, 0)
    assert page.count("### ") == len(measured.findings)
    assert "> 《栖澜市绿道管护条例》第二条" in page
    assert "绿道" not in sample_page(measured, 100, 0, ["栖澜市绿道管护条例"])


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("有关部门", True),
        ("相关单位", True),
        ("有关行政主管部门", True),
        ("有关公安机关", False),
        ("部门有关规定", False),
    ],
)
def test_words_for_an_unnamed_body(words: str, expected: bool) -> None:
    assert (UNNAMED.search(words) is not None) is expected
