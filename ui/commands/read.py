"""``quanze read FILE``: what would be taken in from a file, without storing anything."""

from __future__ import annotations

import argparse
from pathlib import Path

from corpus import ParsedText
from ingest import IngestError, read_isolated
from ui.commands.output import print_json_line, say
from ui.commands.read_rows import read_row, refusal_row
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE and --json."""
    parser.add_argument("file", type=Path, metavar="FILE", help="要读取的文件")
    parser.add_argument("--json", action="store_true", help="以一行 JSON 输出：条文、表格行、全文与提示")


def run(args: argparse.Namespace, services: Services) -> int:
    """0 when the file can be read, 1 when it is refused."""
    try:
        texts = read_isolated(args.file, services.gazetteer, lambda progress: say(progress.words))
    except IngestError as error:
        if args.json:
            print_json_line(refusal_row(error))
        else:
            say(f"不能导入：{error}")
        return 1
    if args.json:
        print_json_line(read_row(texts))
    else:
        print("\n\n".join(map(_summary, texts)))
    return 0


def _summary(text: ParsedText) -> str:
    """A text on half a page: what it is, what stands in it, what people should know."""
    instrument, version, dates = text.instrument, text.version, text.version.dates
    days = (("通过", dates.adopted_on), ("公布", dates.promulgated_on), ("施行", dates.effective_on))
    facts = (
        ("名称", instrument.title),
        ("文号", instrument.document_number),
        ("制定机关", instrument.issuing_authority),
        ("日期", "，".join(f"{day.isoformat()} {what}" for what, day in days if day is not None)),
        ("条文", f"{len(version.articles)} 条，共 {len(version.provisions)} 个条文单位，{len(version.text)} 字"),
        ("引用", f"{len(version.references)} 处"),
        ("附注", f"{len(version.remarks)} 处" if version.remarks else ""),
        *(("提示", warning) for warning in version.warnings),
        *(("可能不全", reason) for reason in version.incomplete),
    )
    return "\n".join(f"{name}：{value}" for name, value in facts if value)
