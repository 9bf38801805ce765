"""The filters that ``search`` and ``ask`` share: --level --territory --kind --as-of."""

from __future__ import annotations

import argparse
from datetime import date

from corpus import Level, NormKind
from index import SearchFilters


def add_filters(parser: argparse.ArgumentParser) -> None:
    """The four filters, each but the date repeatable."""
    levels = "、".join(f"{level.value}（{level.chinese}）" for level in Level)
    parser.add_argument("--level", action="append", type=Level, default=[], metavar="L", help=f"层级：{levels}")
    parser.add_argument("--territory", action="append", default=[], metavar="T", help="行政区域，如 杭州市（含其上级）")
    kinds = "、".join(kind.value for kind in NormKind)
    parser.add_argument("--kind", action="append", type=NormKind, default=[], metavar="K", help=f"文件类型：{kinds}")
    parser.add_argument(
        "--as-of", type=date.fromisoformat, default=None, metavar="DATE", help="时间点，如 2024-01-31（默认今天）"
    )


def read_filters(args: argparse.Namespace) -> SearchFilters:
    """The filters out of the parsed arguments."""
    return SearchFilters(
        levels=tuple(args.level), kinds=tuple(args.kind), territories=tuple(args.territory), as_of=args.as_of
    )
