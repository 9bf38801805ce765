"""``quanze describe TITLE``: what an instrument is taken for and why; ``--set`` and ``--unset`` correct it."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date

from corpus import (
    FIELDS,
    Claim,
    ClaimSource,
    PolicySet,
    QuanzeError,
    VersionSummary,
    policy_sets,
    resolve_claim,
    resolve_many,
)
from ui.commands.compare import one_instrument
from ui.commands.output import print_json
from ui.services import Services

_SOURCES = {
    ClaimSource.USER: "用户更正",
    ClaimSource.HISTORY: "题注",
    ClaimSource.TITLE_PAGE: "首页",
    ClaimSource.TEXT: "正文",
    ClaimSource.FILE_NAME: "文件名",
    ClaimSource.DEFAULT: "推定",
}
_MANY = ("implements", "basis", "repeals", "policy_set")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TITLE, --on, --set, --unset, --sets and --json."""
    parser.add_argument("title", metavar="TITLE", nargs="?", default="", help="文件名称，如 栖澜市网格化服务管理条例")
    parser.add_argument(
        "--on", type=date.fromisoformat, default=None, metavar="DATE", help="在这一天有效的文本（默认最新的文本）"
    )
    words = f"更正一项，可重复；FIELD 为 {'、'.join(FIELDS)}"
    parser.add_argument("--set", action="append", default=[], metavar="FIELD=VALUE", help=words)
    parser.add_argument("--unset", action="append", default=[], metavar="FIELD", help="撤销一项更正，可重复")
    parser.add_argument("--sets", action="store_true", help="列出语料库中的文件集（“1+5”）")
    parser.add_argument("--json", action="store_true", help="以 JSON 输出")


def run(args: argparse.Namespace, services: Services) -> int:
    """Correct what is asked for, then print the description; QuanzeError for a value that cannot be right."""
    if args.sets or not args.title:
        return _print_sets(policy_sets(services.store), args.json)
    summary = _summary(args.title, args.on, services)
    for field in args.unset:
        services.withdraw(summary.id, field)
    for claim in [_correction(text) for text in args.set]:
        services.correct(summary.id, claim)
    summary = next(one for one in services.store.summaries() if one.id == summary.id)
    claims = services.store.claims(summary.id)
    if args.json:
        print_json(_row(summary, claims))
    else:
        _print(summary, claims)
    return 0


def _summary(title: str, day: date | None, services: Services) -> VersionSummary:
    instrument = one_instrument(title, services)
    texts = [one for one in services.store.summaries() if one.instrument.id == instrument.id]
    if day is not None:
        texts = [one for one in texts if one.interval.starts_on <= day < one.interval.ends_on]
    if not texts:
        raise QuanzeError(f"在{day}没有有效文本", place=f"《{instrument.title}》", remedy="请换一个日期")
    return max(texts, key=lambda one: one.interval.starts_on)


def _correction(text: str) -> Claim:
    field, sign, value = text.partition("=")
    if not sign:
        raise QuanzeError("更正应写成 FIELD=VALUE", place=text, remedy="例如 --set effective_on=2024-05-01")
    return Claim(field.strip(), value.strip(), ClaimSource.USER, "用户更正")


def _value(field: str, claims: Sequence[Claim]) -> str:
    return "；".join(resolve_many(claims, field)) if field in _MANY else resolve_claim(claims, field)


def _row(summary: VersionSummary, claims: Sequence[Claim]) -> dict[str, object]:
    return {
        "doc": summary.instrument.title,
        "version": summary.id,
        "status": summary.status(date.today()).value,
        "description": {field: _value(field, claims) for field in FIELDS},
        "claims": [
            {"field": c.field, "value": c.value, "source": _SOURCES[c.source], "rule": c.rule, "quote": c.quote}
            for c in claims
        ],
    }


def _print(summary: VersionSummary, claims: Sequence[Claim]) -> None:
    print(f"《{summary.instrument.title}》 {summary.status(date.today()).value}")
    for field, words in FIELDS.items():
        named = [claim for claim in claims if claim.field == field]
        best = min(named, key=lambda claim: claim.source, default=None)
        if best is not None:
            quote = f"：{best.quote}" if best.quote else ""
            print(f"{words}（{field}）：{_value(field, claims)}　〔{_SOURCES[best.source]}，{best.rule}{quote}〕")


def _print_sets(found: Sequence[PolicySet], as_json: bool) -> int:
    if as_json:
        print_json([{"name": s.name, "in_corpus": s.main is not None, "formula": s.formula,
                     "supporting": [{"doc": m.instrument.title, "why": m.why} for m in s.supporting]}
                    for s in found])  # fmt: skip
        return 0
    for one in found:
        print(f"{one.formula}　《{one.name}》{'' if one.main is not None else '（不在语料库中）'}")
        for member in one.supporting:
            print(f"　　《{member.instrument.title}》：{member.why}")
    return 0
