"""Every rule against the examples that stand beside it: what it must see, and what it must leave alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

import duties.findings
from corpus import CorpusStore, Gazetteer, ParsedText, ReferenceResolver, Settings, Territory, place_of
from corpus.level import Level
from duties import Finding, FindingKind, ReadText, extract_duties, find_findings
from duties.findings.surroundings import among
from ingest import read_file

ROOM = Path(duties.findings.__file__).parent
TODAY = date(2026, 11, 1)
PROVINCE = Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",))
CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
PLACES = Gazetteer((PROVINCE, CITY))


def _beside(kind: FindingKind) -> list[dict[str, Any]]:
    file = ROOM / f"{kind.value.replace('.', '_')}.yaml"
    return list(yaml.safe_load(file.read_text(encoding="utf-8"))["examples"])


CASES = [(kind, number, example) for kind in FindingKind for number, example in enumerate(_beside(kind), start=1)]


def _parse(folder: Path, title: str, body: str) -> ParsedText:
    file = folder / f"{title}.md"
    articles = body if body.lstrip().startswith("第一条") else f"第一条 为了规范有关活动，制定本条例。\n\n{body}"
    file.write_text(f"# {title}\n\n2024年3月1日 通过\n\n<!-- INFO END -->\n\n{articles}\n", encoding="utf-8")
    return read_file(file, PLACES)[0]


def _read(folder: Path, title: str, body: str) -> ReadText:
    parsed = _parse(folder, title, body)
    return ReadText(parsed.instrument, parsed.version, extract_duties(parsed.instrument, parsed.version))


def _read_against_corpus(folder: Path, bodies: dict[str, str]) -> list[ReadText]:
    """The texts with their references as they stand against a corpus of just these texts."""
    parsed = [_parse(folder, title, body) for title, body in bodies.items()]
    store = CorpusStore.open(Settings(folder / "corpus"))
    for text in parsed:
        store.add(text)
    resolver, day = ReferenceResolver(store), date(2024, 7, 1)
    return [
        ReadText(
            text.instrument,
            text.version,
            extract_duties(text.instrument, text.version),
            tuple(resolver.resolve(r, text.instrument, text.version, day) for r in text.version.references),
        )
        for text in parsed
    ]


def _written(finding: Finding) -> str:
    place = place_of(finding.eid)
    if (row := finding.eid.number("row")) is not None:
        return f"{place.article}(row {row})"
    return f"{place.article}({place.paragraph})"


@pytest.mark.parametrize(("kind", "number", "example"), CASES, ids=[f"{k}-{n}" for k, n, _ in CASES])
def test_the_rule_finds_what_its_example_says(
    kind: FindingKind, number: int, example: dict[str, Any], tmp_path: Path
) -> None:
    bodies = {"栖澜市民宿管理条例": example["text"]}
    if "higher" in example:
        bodies["云岫省民宿管理条例"] = example["higher"]
    bodies |= example.get("beside", {})
    texts = _read_against_corpus(tmp_path, bodies)

    found = [f for f in find_findings(texts, among(texts, TODAY)) if f.kind is kind and f.doc == "栖澜市民宿管理条例"]

    assert [_written(finding) for finding in found] == example["finds"]


@pytest.mark.parametrize("kind", list(FindingKind))
def test_every_rule_has_examples_of_both_sorts(kind: FindingKind) -> None:
    hits = [example for example in _beside(kind) if example["finds"]]
    assert hits
    assert len(_beside(kind)) > len(hits)


def test_a_finding_names_its_bearers_and_says_why_in_one_sentence(tmp_path: Path) -> None:
    text = _read(tmp_path, "栖澜市民宿管理条例", "第四条 市和区、县（市）人民政府应当建立民宿巡查机制。")

    (finding,) = find_findings([text])

    assert finding.bearers == ("市和区、县（市）人民政府",)
    assert finding.why.endswith("。")
    assert finding.why.count("。") == 1
    assert finding.as_row() == {
        "kind": "overlap.level",
        "doc": "栖澜市民宿管理条例",
        "article": 4,
        "paragraph": 1,
        "eid": "art_4__para_1",
        "version_id": text.version.id,
        "also": [],
        "bearers": ["市和区、县（市）人民政府"],
        "why": finding.why,
        "severity": "medium",
        "confidence": finding.confidence,
    }
    assert 0 < finding.confidence <= 1


def test_findings_come_in_one_order_whatever_the_order_of_the_texts(tmp_path: Path) -> None:
    body = "第四条 市和区、县（市）人民政府应当组织巡查。\n\n第五条 具体办法由市人民政府制定。"
    one = _read(tmp_path, "栖澜市民宿管理条例", body)
    two = _read(tmp_path, "云岫省民宿管理条例", "第六条 相关部门应当依据各自职责推动标准实施。")

    assert find_findings([one, two]) == find_findings([two, one])
    assert [_written(f) for f in find_findings([one])] == ["4(1)", "5(1)"]


def test_a_finding_names_its_bearers_as_the_text_writes_them(tmp_path: Path) -> None:
    body = (
        "第二条 市、县(市、区)人民政府应当建立民宿巡查机制。\n\n"
        "第三条 乡（镇）人民政府、街道办事处应当协助做好民宿管理工作。"
    )
    found = find_findings([_read(tmp_path, "栖澜市民宿管理条例", body)])
    named = {(str(f.kind.value), f.article): f.bearers for f in found}
    assert named["overlap.level", 2] == ("市、县(市、区)人民政府",)
    assert named["undefined.content", 3] == ("乡（镇）人民政府、街道办事处",)


def test_a_bearer_from_another_paragraph_brings_its_place_along(tmp_path: Path) -> None:
    body = (
        "第二条 市民宿主管部门负责全市民宿管理工作。\n\n区、县（市）民宿主管部门负责本行政区域的民宿管理工作。\n\n"
        "第三条 民宿主管部门应当组织安全检查。"
    )
    found = find_findings([_read(tmp_path, "栖澜市民宿管理条例", body)])
    [finding] = [f for f in found if f.kind is FindingKind.OVERLAP_LEVEL]
    assert [(p.article, p.paragraph) for p in (finding.main, *finding.also)] == [(2, 1), (3, 1), (2, 2)]
    assert "区、县（市）民宿主管部门" in finding.bearers


@pytest.mark.parametrize(("title", "confidence"), [("立法条例", 0.2), ("民宿管理条例", 0.3)])
def test_likeness_of_texts_on_making_law_is_less_sure(title: str, confidence: float, tmp_path: Path) -> None:
    body = "第二条 县级以上人民政府应当建立项目库并组织开展项目论证评估工作，编制年度项目计划。"
    texts = [_read(tmp_path, f"{place}{title}", body) for place in ("栖澜市", "云岫省")]
    found = [f for f in find_findings(texts) if f.kind is FindingKind.OVERLAP_REPEAT]
    assert [(f.doc, f.confidence) for f in found] == [(f"栖澜市{title}", confidence)]
