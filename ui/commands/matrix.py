"""``quanze matrix TOPIC… [--territory T] [--json|--xlsx OUT]``: who stands where, matter by matter, level by level.

--json prints ``{"topic": […], "territory", "levels": ["national", …, "open"], "notes": […], "matters": [{"id", "name",
"why", "found_by", "duties": [{"fingerprint", "matter", "why"}], "cells": {level: {"state", "note", "entries": [{"body",
"written", "canonical", "role", "citations": [{"doc", "version", "eid", "citation", "bearer", "quote"}]}]}}}]}``.
``state`` is ``filled``, ``no_rule`` (texts of that level are there and say nothing), ``no_text`` (the corpus has none
of that level for the territory) or ``none`` (the column of duties whose level is left open); ``found_by`` is ``words``
or ``search``.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus import QuanzeError
from duties import Matrix
from ui.commands.learning import learn_wordings
from ui.commands.output import print_json, say
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """TOPIC…, --territory, --json, --xlsx."""
    parser.add_argument(
        "topics", nargs="*", metavar="TOPIC", help="主题，如 生活垃圾分类（多个主题取并集；默认全部事项）"
    )
    parser.add_argument(
        "--territory", default="", metavar="T", help="行政区域，如 杭州市（含其上级和所辖区县，不含其他城市；默认全部）"
    )
    parser.add_argument(
        "--no-vectors",
        action="store_true",
        help="不补算事项用语的向量，只用已有的（大语料首次补算需几分钟，可中断续算）",
    )
    out = parser.add_mutually_exclusive_group()
    out.add_argument("--json", action="store_true", help="以 JSON 输出")
    out.add_argument("--xlsx", type=Path, metavar="OUT", help="写成 Excel 文件")


def run(args: argparse.Namespace, services: Services) -> int:
    """Print the matrix as JSON or one line for each filled cell, or write the workbook."""
    if not args.no_vectors:
        learn_wordings(services)
    matrix = services.matters.matrix(args.topics, args.territory)
    for note in matrix.notes:
        say(f"说明：{note}")
    if args.json:
        print_json(matrix.as_json())
    elif args.xlsx is not None:
        _write(args.xlsx, matrix)
    else:
        _print_lines(matrix)
    return 0


def _write(path: Path, matrix: Matrix) -> None:
    from ui.exports import matrix_provisions, matrix_table, write_xlsx

    try:
        path.write_bytes(write_xlsx(matrix_table(matrix), matrix_provisions(matrix)))
    except OSError as error:
        raise QuanzeError("无法写入文件", place=str(path), remedy="请检查文件夹是否存在、是否可写") from error
    say(f"已写入 {path}：{len(matrix.rows)} 个事项")


def _print_lines(matrix: Matrix) -> None:
    for row in matrix.rows:
        print(f"■ {row.matter.name}（{row.matter.id}）")
        for level in matrix.levels:
            cell = row.cells[level]
            if cell.words:
                name = level.chinese if level is not None else "层级未定"
                print(f"  {name}：{cell.words}")
    if not matrix.rows:
        say("没有符合条件的事项。")
