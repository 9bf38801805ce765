"""The findings (发现) as a table for people: kind, the two places with their words, the bearers, the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from corpus import cite
from duties import Finding, FindingPlace, ReadText
from ui.exports.table import Cell, Table

HEADER = ("序号", "类别", "文件", "条款", "条文", "涉及主体", "理由", "相关条款", "相关条文")


def finding_table(findings: Iterable[Finding], texts: Mapping[str, ReadText]) -> Table:
    """The findings, numbered; ``texts`` by version id give the words of their places."""
    rows = (finding_row(number, finding, texts) for number, finding in enumerate(findings, start=1))
    return Table("发现", HEADER, tuple(rows))


def finding_row(number: int, finding: Finding, texts: Mapping[str, ReadText]) -> tuple[Cell, ...]:
    """One finding under ``HEADER``."""
    citation = place_citation(finding.main, texts)
    return (
        number,
        finding.kind.chinese,
        finding.doc,
        citation.rpartition("》")[2],
        place_words(finding.main, texts),
        "、".join(finding.bearers),
        finding.why,
        "\n".join(place_citation(place, texts) for place in finding.also),
        "\n".join(place_words(place, texts) for place in finding.also),
    )


def place_citation(place: FindingPlace, texts: Mapping[str, ReadText]) -> str:
    """How the place is named to people (《栖澜市养犬管理规定》第六条第二款)."""
    text = texts.get(place.version_id)
    return cite(text.instrument.title if text else place.doc, place.eid, text.version if text else None)


def place_words(place: FindingPlace, texts: Mapping[str, ReadText]) -> str:
    """The whole provision at the place, empty where the text is not at hand."""
    text = texts.get(place.version_id)
    provision = text.version.provision(place.eid) if text else None
    return text.version.whole_text(provision).strip() if text and provision else ""
