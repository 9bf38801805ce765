"""The report of a measurement: markdown for the terminal, html with its plots inside for people."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from corpus import QuanzeError
from eval.retrieval.gains import JUDGED
from eval.retrieval.interval import mean_of
from eval.retrieval.measurement import Measurement
from eval.retrieval.plots import bars, curves, differences
from eval.retrieval.tables import Table, all_topics, by_kind, gains_and_losses, kinds, moved_topics
from eval.tables import markdown_table

_STYLE = (
    "body{font:15px/1.5 sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#222}"
    "table{border-collapse:collapse;margin:1rem 0;font-size:13px}td,th{border:1px solid #ddd;padding:.2rem .5rem;"
    "text-align:left}th{background:#f4f5f7}svg{display:block;margin:1.5rem 0;max-width:100%}"
)
_MISSING_SHOWN = 10
_WHOLE = "search"  # what people get, where it was measured


def headline(found: Measurement) -> str:
    """How many questions there are, and which of their provisions the corpus does not hold."""
    gold = {one for topic in found.topics for one in topic.gold}
    words = f"{len(found.topics)} questions, {len(gold)} gold articles"
    if not found.missing:
        return f"{words}, all of them in the corpus"
    shown = "、".join(sorted(found.missing)[:_MISSING_SHOWN])
    more = " …" if len(found.missing) > _MISSING_SHOWN else ""
    return f"{words}, of which the corpus does not hold {len(found.missing)}: {shown}{more}"


def sections(found: Measurement) -> Iterator[tuple[str, Table]]:
    """The tables with their headings."""
    yield "All questions (mean [95 % interval])", all_topics(found.scores)
    yield "By kind of question", by_kind(found.topics, found.scores)
    if found.comparisons:
        yield "Against the saved run", gains_and_losses(found.comparisons)
    for comparison in found.comparisons:
        if comparison.changes:
            yield f"Gains and losses: {comparison.retriever}", moved_topics(comparison)


def plots(found: Measurement) -> Iterator[tuple[str, str]]:
    """The plots with the names of their files."""
    totals = {name: mean_of(list(scores[JUDGED].values())) for name, scores in found.scores.items()}
    yield "ndcg", bars(f"{JUDGED} with 95 % interval", totals)
    yield "recall", curves("Recall by rank", {name: found.recall_by_rank(name) for name in found.runs})
    chosen = _WHOLE if _WHOLE in found.scores else next(iter(found.scores))
    scores = found.scores[chosen][JUDGED]
    by_kind_means = {
        f"{kind} ({len(ids)})": mean_of([scores[topic] for topic in ids]) for kind, ids in kinds(found.topics).items()
    }
    yield "kinds", bars(f"{JUDGED} by kind: {chosen}", by_kind_means)
    for comparison in found.comparisons:
        title = f"{JUDGED}, gains and losses: {comparison.retriever}"
        yield f"gains-{comparison.retriever}", differences(title, [c.difference for c in comparison.changes])


def as_markdown(found: Measurement) -> str:
    """Headline and tables."""
    parts = [headline(found)]
    parts += [f"## {title}\n\n{markdown_table(head, map(_plain, rows))}" for title, (head, rows) in sections(found)]
    return "\n\n".join(parts)


def as_html(found: Measurement, title: str) -> str:
    """One page that needs nothing else."""
    tables = "\n".join(f"<h2>{escape(name)}</h2>\n{_html_table(table)}" for name, table in sections(found))
    drawn = "\n".join(svg for _, svg in plots(found))
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>{escape(title)}</h1>\n<p>{escape(headline(found))}</p>\n"
        f"{drawn}\n{tables}\n</body></html>\n"
    )


def write_report(found: Measurement, path: Path, title: str) -> None:
    """``.html``: one page; ``.md``: markdown with the plots as .svg files beside it."""
    if path.suffix not in (".html", ".md"):
        raise QuanzeError("报告的文件名应以 .html 或 .md 结尾", place=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".html":
        path.write_text(as_html(found, title), encoding="utf-8")
        return
    drawn = {path.with_name(f"{path.stem}-{name}.svg"): svg for name, svg in plots(found)}
    for file, svg in drawn.items():
        file.write_text(svg, encoding="utf-8")
    images = "\n".join(f"![{file.stem}]({file.name})" for file in drawn)
    path.write_text(f"# {title}\n\n{as_markdown(found)}\n\n{images}\n", encoding="utf-8")


def _plain(row: tuple[str, ...]) -> tuple[str, ...]:
    """Without what would end a cell or a row."""
    return tuple(" ".join(cell.replace("|", "\\|").split()) for cell in row)


def _html_table(table: Table) -> str:
    head, rows = table
    written = "\n".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><tr>{''.join(f'<th>{escape(cell)}</th>' for cell in head)}</tr>\n{written}</table>"
