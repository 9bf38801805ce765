"""``quanze review list|confirm|reject|undo``: what people decide about findings, kept by the words they rest on."""

from __future__ import annotations

import argparse
import getpass
from collections.abc import Sequence

from corpus import QuanzeError, Review, Verdict
from duties import FindingKind, JudgedFinding
from ui.commands.output import print_json, say
from ui.services import Services

ACTIONS = {"list": "列出有效的审核结论", "confirm": "确认一项发现", "reject": "驳回一项发现", "undo": "撤销审核结论"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The action, ID, --reason, --by, --in and --json."""
    words = "；".join(f"{name} {what}" for name, what in ACTIONS.items())
    parser.add_argument("action", choices=list(ACTIONS), help=words)
    parser.add_argument("id", nargs="?", default="", metavar="ID", help="发现的编号（quanze findings 中的十个字符）")
    parser.add_argument("--reason", default="", help="理由；驳回时必须写")
    parser.add_argument("--by", default=None, metavar="NAME", help="审核人（默认登录名）")
    parser.add_argument(
        "--in", dest="titles", action="append", default=[], metavar="TITLE", help="只在这些文件的发现中找，可重复"
    )
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """List the decisions, or take one down; QuanzeError for an unknown id and a rejection without a reason."""
    if args.action == "list":
        _print(services.reviewing.holding(), args.json)
        return 0
    if not args.id:
        raise QuanzeError(
            "没有写明是哪一项发现", place=args.action, remedy="请写编号，如 quanze review confirm 1a2b3c4d5e"
        )
    judged = services.reviewing.finding(args.id, args.titles)
    by = args.by if args.by is not None else login_name()
    if args.action == "undo":
        services.reviewing.undo(judged, by)
    else:
        verdict = Verdict.CONFIRMED if args.action == "confirm" else Verdict.REJECTED
        services.reviewing.decide(judged, verdict, args.reason, by)
    _print_one(services.reviewing.finding(judged.fingerprint, args.titles), args.json)
    if (places := services.reviewing.same_words(judged, args.titles)) > 1:
        say(f"同样的文字在这份文件中共有 {places} 处，一并处理")
    return 0


def login_name() -> str:
    """Who sits at this machine, empty where the system does not say.

    >>> isinstance(login_name(), str)
    True
    """
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _print_one(judged: JudgedFinding, as_json: bool) -> None:
    if as_json:
        print_json(judged.as_row())
        return
    say(f"{judged.id}　{judged.state.value}：{judged.evidence[0].citation}　{judged.finding.kind.chinese}")


def review_row(review: Review) -> dict[str, object]:
    """One decision as a plain mapping."""
    return {
        "id": review.fingerprint[:10],
        "kind": review.kind,
        "verdict": review.verdict.value,
        "reason": review.reason,
        "by": review.by,
        "at": review.at.isoformat(timespec="seconds") if review.at else None,
        "bearers": list(review.bearers),
        "evidence": [{"doc": b.doc, "citation": b.citation, "text": b.words} for b in review.bases],
    }


def _print(reviews: Sequence[Review], as_json: bool) -> None:
    if as_json:
        print_json([review_row(review) for review in reviews])
        return
    for review in reviews:
        kind = next((kind.chinese for kind in FindingKind if kind.value == review.kind), review.kind)
        when = review.at.strftime("%Y-%m-%d") if review.at else ""
        where = review.bases[0].citation if review.bases else ""
        told = (review.fingerprint[:10], review.verdict.chinese, kind, where, review.reason, review.by, when)
        print("\t".join(told))
    if not reviews:
        say("还没有审核结论。")
