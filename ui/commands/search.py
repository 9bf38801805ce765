"""``quanze search QUERY``: the provisions nearest to a question or a wording."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from corpus import QuanzeError, place_of
from index import Hit, SearchQuery, SearchResult
from ui.commands.batch import run_batch
from ui.commands.filters import add_filters, read_filters
from ui.commands.output import print_json, say
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """QUERY or --batch FILE, --top-k, --explain, the filters, --json."""
    add_query(parser)
    parser.add_argument("--explain", action="store_true", help="先显示对问题的理解与检索方案")
    parser.add_argument("--top-k", type=positive, default=10, metavar="N", help="返回条数（默认 10）")


def positive(written: str) -> int:
    """A number of hits: 1 or more; ValueError (wrong use) for anything else."""
    number = int(written)
    if number < 1:
        raise ValueError(written)
    return number


def add_query(parser: argparse.ArgumentParser) -> None:
    """QUERY or --batch FILE.jsonl, the filters and --json: what ``search`` and ``ask`` share."""
    parser.add_argument("query", nargs="?", metavar="QUERY", help="问题或措辞")
    parser.add_argument("--batch", type=Path, metavar="FILE", help='每行一个 {"id", "question"} 的 JSONL 文件')
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")
    add_filters(parser)


def run(args: argparse.Namespace, services: Services) -> int:
    """Print the hits; 2 where neither a query nor a batch is given."""
    filters = read_filters(args)
    if args.batch:
        return run_batch(
            args.batch, lambda text: result_row(_search(services, SearchQuery(text, args.top_k, filters)), args.explain)
        )
    if not (args.query or "").strip():
        return missing_query()
    query = SearchQuery(args.query, args.top_k, filters)
    if query.problem:
        say(f"错误：{query.problem}")
        return 2
    result = _search(services, query)
    if args.json:
        print_json(result_row(result, args.explain))
    else:
        _print_result(result, args.explain)
    return 0


def missing_query() -> int:
    """Say what is missing; 2, wrong use."""
    say("错误：请给出问题，或用 --batch 指定文件")
    return 2


def _search(services: Services, query: SearchQuery) -> SearchResult:
    if query.problem:
        raise QuanzeError(query.problem)
    return services.ready_index().search(query)


def result_row(result: SearchResult, is_explained: bool = False) -> Mapping[str, object]:
    """``{"hits": […]}`` for one query, with its ``plan`` where that is asked for."""
    plan = {"plan": str(result.plan).splitlines()} if is_explained else {}
    return {**plan, "hits": [hit_row(hit) for hit in result.hits]}


def hit_row(hit: Hit) -> dict[str, object]:
    """One hit as the contract has it, with its eid beside."""
    place = place_of(hit.eid)
    return {
        "doc": hit.title,
        "version": hit.version_id,
        "article": place.article,
        "paragraph": place.paragraph,
        "item": place.item,
        "eid": str(hit.eid),
        "citation": hit.citation,
        "text": hit.text,
        "score": round(hit.score, 6),
    }


def _print_result(result: SearchResult, is_explained: bool) -> None:
    if is_explained:
        print(f"{result.plan}\n")
    elif result.plan.is_uncited:
        say(result.plan.analysis.reasons[-1])
    for number, hit in enumerate(result.hits, 1):
        print(f"{number}. {hit.citation}  [{hit.score:.3f}]\n{hit.text}\n")
