"""The findings (发现) as a table for people: kind, places with their words, reason, decision, suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from duties import JudgedFinding, Suggestion
from ui.exports.table import Cell, Table

HEADER = (
    *("序号", "类别", "文件", "条款", "条文", "涉及主体", "理由", "相关条款", "相关条文"),
    *("严重程度", "置信度", "审核", "审核理由", "审核人", "编号"),
)
SUGGESTED = ("改写建议", "可参照条文")


def finding_table(findings: Iterable[JudgedFinding], suggestions: Mapping[str, Suggestion] | None = None) -> Table:
    """The findings, numbered; with ``suggestions`` by finding id two more columns."""
    header = HEADER if suggestions is None else HEADER + SUGGESTED
    rows = (
        finding_row(number, judged) + (() if suggestions is None else suggested_cells(suggestions.get(judged.id)))
        for number, judged in enumerate(findings, start=1)
    )
    return Table("发现", header, tuple(rows))


def finding_row(number: int, judged: JudgedFinding) -> tuple[Cell, ...]:
    """One finding under ``HEADER``."""
    finding, (main, *others) = judged.finding, judged.evidence
    decided = judged.review or judged.earlier
    return (
        number,
        finding.kind.chinese,
        finding.doc,
        main.citation.rpartition("》")[2],
        main.words,
        "、".join(finding.bearers),
        finding.why,
        "\n".join(one.citation for one in others),
        "\n".join(one.words for one in others),
        finding.severity.chinese,
        judged.confidence_words,
        judged.changed or judged.state.value,
        decided.reason if decided else "",
        decided.by if decided else "",
        judged.id,
    )


def suggested_cells(suggestion: Suggestion | None) -> tuple[Cell, ...]:
    """The advice, and the comparable provisions with their words."""
    if suggestion is None:
        return "", ""
    cited = (f"{one.citation}：{one.quote}" for one in suggestion.comparables)
    basis = f"（依据：{'、'.join(suggestion.basis)}）" if suggestion.basis else ""
    return suggestion.advice + basis, "\n".join(cited)
