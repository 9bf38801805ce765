"""``quanze cite FILE|-``: every reference in a text, and whether what it names exists."""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import date
from pathlib import Path

from corpus import EId, Instrument, Reference, ReferenceResolver, ResolvedReference, Version, cite
from ingest import IngestError, read_draft, read_isolated
from ui.commands.output import print_json, say
from ui.services import Services

_Draft = tuple[Instrument, Version]
_PLAIN = (".txt", ".md")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE, --as-of and --json."""
    parser.add_argument("file", metavar="FILE", help="要核对引用的文件；- 为标准输入的文字")
    parser.add_argument("--as-of", type=date.fromisoformat, default=None, metavar="DATE", help="时间点（默认今天）")
    parser.add_argument("--json", action="store_true", help="以 JSON 数组输出每处引用")


def run(args: argparse.Namespace, services: Services) -> int:
    """Print every reference of the text: 0 whatever they lead to; a file that cannot be read is an error."""
    day, resolver = args.as_of or date.today(), ReferenceResolver(services.store)
    drafts = _read_input(services) if args.file == "-" else read_file(Path(args.file), services)
    found = [(draft, resolver.resolve(one, *draft, day)) for draft in drafts for one in draft[1].references]
    if args.json:
        print_json([reference_row(draft, result) for draft, result in found])
        return 0
    for draft, result in found:
        said = result.problem or written(result, draft[0])
        print(f"{_place(draft, result.reference)}\t{result.reference.quote}\t{result.outcome.chinese}\t{said}")
    say(f"共 {len(found)} 处引用，{sum(bool(result.problem) for _, result in found)} 处须核对")
    return 0


def _read_input(services: Services) -> tuple[_Draft, ...]:
    """The words on standard input."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "草稿.txt")
        file.write_bytes(sys.stdin.buffer.read())
        return read_file(file, services)


def read_file(path: Path, services: Services) -> tuple[_Draft, ...]:
    """The texts of a file with their articles; words without any, official or not, line by line as they stand."""
    try:
        texts = read_isolated(path, services.gazetteer, lambda progress: say(progress.words))
    except IngestError as error:
        # It could be read, and only is no official text.
        if not error.what.startswith("未识别到"):
            raise
        texts = ()
    is_prose = path.suffix.lower() in _PLAIN and not any(text.version.articles for text in texts)
    if is_prose or not texts:
        return (read_draft(path.read_bytes(), path.name),)
    return tuple((text.instrument, text.version) for text in texts)


def reference_row(draft: _Draft, result: ResolvedReference) -> dict[str, object]:
    """One reference as a row: where it stands, what it names, what became of it."""
    reference, citing = result.reference, draft[0]
    target = result.target or reference.target
    is_other = result.version is not None and result.version is not draft[1]
    return {
        "doc": citing.title,
        "source": str(reference.source),
        "quote": reference.quote,
        "start": reference.start,
        "end": reference.end,
        "kind": reference.kind.value,
        "title": reference.title,
        "target": None if target is None else str(target),
        "through": None if reference.through is None else str(reference.through),
        "citation": written(result, citing),
        "outcome": result.outcome.value,
        "problem": result.problem,
        "version": result.version.id if is_other and result.version is not None else None,
        "candidates": [one.title for one in result.candidates],
    }


def written(result: ResolvedReference, citing: Instrument) -> str:
    """The reference as drafters write it, 《…条例》第八条至第十条, with the title that the corpus has."""
    reference = result.reference
    named = result.instrument.title if result.instrument is not None else reference.title or citing.title
    target = result.target or reference.target
    if target is None:
        return f"《{named}》"
    last = result.provisions[-1].eid if len(result.provisions) > 1 else reference.through
    return cite(named, target, result.version) + (f"至{_tail(last, target)}" if last is not None else "")


def _tail(last: EId, first: EId) -> str:
    """第十条 of 第八条至第十条, 第（五）项 of 第六条第（一）项至第（五）项."""
    whole, above = cite("", last).removeprefix("《》"), last.parent
    if above is None or above != first.parent:
        return whole
    return whole.removeprefix(cite("", above).removeprefix("《》"))


def _place(draft: _Draft, reference: Reference) -> str:
    title, version = draft[0].title, draft[1]
    if not version.articles:
        return f"第{version.text.count(chr(10), 0, reference.start) + 1}行"
    return cite(title, reference.source, version).removeprefix(f"《{title}》")
