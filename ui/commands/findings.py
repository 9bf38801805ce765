"""``quanze findings [TITLE…]``: where duties are undefined or overlap."""

from __future__ import annotations

import argparse
from collections.abc import Iterable

from duties import ENOUGH, JudgedFinding, RulePrecision
from ui.commands.output import print_json, say
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TITLE…, --reviews, --suggestions and --json."""
    parser.add_argument("titles", nargs="*", metavar="TITLE", help="文件名称（默认全部）")
    parser.add_argument("--reviews", action="store_true", help="只显示每类发现迄今的审核结果与准确率")
    parser.add_argument("--suggestions", action="store_true", help="附上可参照的条文（要读完整个语料库）")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """Print the findings as a JSON array of rows, or one line each."""
    if args.reviews:
        _print_precision(services.reviewing.precision().values(), args.json)
        return 0
    found = services.reviewing.findings(args.titles)
    if args.json:
        print_json([_row(judged, services, args.suggestions) for judged in found])
        return 0
    for judged in found:
        finding = judged.finding
        print(
            f"{judged.id}\t{finding.kind.chinese}\t{judged.evidence[0].citation}\t{judged.state.value}\t{finding.why}"
        )
        if args.suggestions:
            print(f"　　{services.reviewing.suggestion(judged).advice}")
    if not found:
        say("没有发现。")
    return 0


def _row(judged: JudgedFinding, services: Services, with_suggestion: bool) -> dict[str, object]:
    row = judged.as_row()
    return row | {"suggestion": services.reviewing.suggestion(judged).as_row()} if with_suggestion else row


def _print_precision(kinds: Iterable[RulePrecision], as_json: bool) -> None:
    if as_json:
        print_json([one.as_row() for one in kinds])
        return
    for one in kinds:
        share = "尚无" if one.share is None else f"{one.share:.0%}"
        shown = "" if one.is_enough else f"　满 {ENOUGH} 项前显示规则估计 {one.kind.traits.confidence:.0%}"
        print(f"{one.kind.chinese}\t确认 {one.confirmed}\t驳回 {one.rejected}\t准确率 {share}{shown}")
