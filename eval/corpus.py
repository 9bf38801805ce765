"""A whole folder of texts: duties per second and memory, duties and findings by kind, unnamed bodies, kinds of clause.

``--sample-findings`` prints findings drawn by chance with their provisions, for checking by hand; to stdout only.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import EId, Gazetteer, Instrument, Level, NormKind, Version, cite, gazetteer
from duties import (
    ClauseKind,
    Finding,
    FindingKind,
    ReadText,
    Shares,
    clauses_of,
    extract_duties,
    find_findings,
    shares_of,
)
from eval.tables import markdown_table
from ingest import IngestError, find_files, read_file

_LAWS = Path(__file__).resolve().parents[2] / "shared" / "laws"
UNNAMED = re.compile(
    r"(?:有关|相关)(?:行政|主管|职能|管理|监督管理|行政主管|行政管理|行政执法|监管)*(?:部门|单位|机关|机构)"
)
"""有关部门, 相关单位, 有关行政管理部门 …: a body that nobody is named by."""
Group = tuple[NormKind, Level]


@dataclass(slots=True)
class Measured:
    """What was read and how long each step took, in seconds of this process's own work."""

    texts: list[ReadText] = field(default_factory=list)
    shares: dict[Group, Shares] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    findings: tuple[Finding, ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--laws, --every, --sample-findings, --seed."""
    parser.add_argument("--laws", type=Path, default=_LAWS, help="folder with the texts")
    parser.add_argument("--every", type=int, default=1, help="only every Nth text")
    parser.add_argument("--without", nargs="*", default=[], metavar="TITLE", help="texts to leave out of the sample")
    parser.add_argument("--sample-findings", type=int, default=0, metavar="N", help="print N findings drawn by chance")
    parser.add_argument("--seed", type=int, default=0, help="of the sample")


def run(args: argparse.Namespace) -> int:
    """Print the tables, or the sample; 2 where there is no such folder."""
    if not args.laws.is_dir():
        print(f"找不到 {args.laws}。请用 --laws 指出文本所在的文件夹", file=sys.stderr)
        return 2
    measured = measure(find_files([args.laws])[:: args.every], gazetteer())
    if args.sample_findings:
        print(sample_page(measured, args.sample_findings, args.seed, args.without))
        return 0
    for table in tables(measured):
        print(table, end="\n\n")
    return 0


def measure(files: Sequence[Path], places: Gazetteer) -> Measured:
    """Read every file, extract, tell the kinds of clause, then find among all the texts."""
    measured = Measured()
    for number, path in enumerate(files, start=1):
        try:
            _measure_file(path, places, measured)
        except IngestError as error:
            measured.failed.append(f"{path.name}: {error}")
        if number % 200 == 0:
            print(f"{number}/{len(files)} texts", file=sys.stderr, flush=True)
    began = time.process_time()
    measured.findings = find_findings(measured.texts)
    measured.seconds["findings"] = time.process_time() - began
    return measured


def _measure_file(path: Path, places: Gazetteer, measured: Measured) -> None:
    began = time.process_time()
    parsed = read_file(path, places)
    read = time.process_time()
    texts = [ReadText(p.instrument, p.version, extract_duties(p.instrument, p.version)) for p in parsed]
    extracted = time.process_time()
    for text in texts:
        group = _group(text.instrument)
        shares = shares_of(clauses_of(text.version))
        measured.shares[group] = measured.shares.get(group, Shares({})) + shares
    told = time.process_time()
    measured.texts.extend(texts)
    for name, spent in (("reading", read - began), ("duties", extracted - read), ("clauses", told - extracted)):
        measured.seconds[name] = measured.seconds.get(name, 0.0) + spent


def _group(instrument: Instrument) -> Group:
    return instrument.kind, instrument.level


def tables(measured: Measured) -> Iterator[str]:
    """Everything measured, as markdown."""
    yield _speed_table(measured)
    yield _kind_table(measured)
    yield unnamed_table(measured)
    yield _clause_table(measured)


def _speed_table(measured: Measured) -> str:
    duties = sum(len(text.duties) for text in measured.texts)
    sentences = sum(shares.total for shares in measured.shares.values())
    seconds = measured.seconds
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    rows = (
        ("texts (failed)", f"{len(measured.texts)} ({len(measured.failed)})"),
        ("duties", duties),
        ("duties per second of processor time", _rate(duties, seconds["duties"])),
        ("sentences", sentences),
        ("sentences per second", _rate(sentences, seconds["clauses"])),
        ("findings", len(measured.findings)),
        ("findings per second", _rate(len(measured.findings), seconds["findings"])),
        *((f"seconds: {name}", f"{spent:.1f}") for name, spent in seconds.items()),
        ("peak memory, all texts held (MB)", peak),
    )
    return markdown_table(("measure", "figure"), rows)


def _rate(number: int, seconds: float) -> int:
    return round(number / seconds) if seconds else 0


def _kind_table(measured: Measured) -> str:
    kinds = Counter(finding.kind for finding in measured.findings)
    roles = Counter(duty.role.value for text in measured.texts for duty in text.duties)
    rows = [*((f"duty: {role}", number) for role, number in roles.most_common())]
    return markdown_table(
        ("kind", "number"), [*rows, *((kind.value, kinds[kind]) for kind in FindingKind if kinds[kind])]
    )


def unnamed_table(measured: Measured) -> str:
    """Articles that carry 有关部门 and the like, and those with a duty that has no named bearer, by kind and level."""
    judged: dict[str, set[EId]] = {}
    for finding in measured.findings:
        if finding.kind is FindingKind.UNDEFINED_BEARER:
            for place in (finding.main, *finding.also):
                judged.setdefault(place.version_id, set()).add(place.eid.ancestor("art") or place.eid)
    counted: dict[Group, Counter[str]] = {}
    for text in measured.texts:
        tally = counted.setdefault(_group(text.instrument), Counter())
        articles = {article.eid for article in text.version.articles}
        tally["texts"] += 1
        tally["articles"] += len(articles)
        tally["words"] += sum(bool(UNNAMED.search(text.version.whole_text(a))) for a in text.version.articles)
        tally["findings"] += len(articles & judged.get(text.version.id, set()))
    total = sum(counted.values(), Counter[str]())
    rows = [
        (kind.value, level.chinese, *_unnamed_row(counted[kind, level])) for kind, level in sorted(counted, key=_order)
    ]
    head = ("类型", "层级", "文件", "条", "含有关部门等字样的条", "占比", "其中职责无主体的条", "占比")
    return markdown_table(head, [*rows, ("合计", "", *_unnamed_row(total))])


def _unnamed_row(tally: Counter[str]) -> tuple[object, ...]:
    articles = tally["articles"] or 1
    shares = (f"{tally[name] / articles:.1%}" for name in ("words", "findings"))
    return tally["texts"], tally["articles"], tally["words"], next(shares), tally["findings"], next(shares)


def _order(group: Group) -> tuple[int, str, int]:
    kind, level = group
    return kind.rank, kind.value, level.depth


def _clause_table(measured: Measured) -> str:
    groups = sorted(measured.shares, key=_order)
    rows = [(kind.value, level.chinese, *_shares_row(measured.shares[kind, level])) for kind, level in groups]
    total = sum(measured.shares.values(), Shares({}))
    head = ("类型", "层级", "句", *(kind.value for kind in ClauseKind))
    return markdown_table(head, [*rows, ("合计", "", *_shares_row(total))])


def _shares_row(shares: Shares) -> tuple[object, ...]:
    return shares.total, *(f"{shares.of(kind):.1%}" for kind in ClauseKind)


def sample_page(measured: Measured, number: int, seed: int, without: Sequence[str] = ()) -> str:
    """``number`` findings drawn by ``seed``, each with the text of its provisions, as markdown."""
    versions = {text.version.id: text.version for text in measured.texts}
    among = [finding for finding in measured.findings if finding.doc not in without]
    drawn = random.Random(seed).sample(among, min(number, len(among)))
    return "\n\n".join(_sampled(place, finding, versions) for place, finding in enumerate(drawn, start=1))


def _sampled(number: int, finding: Finding, versions: dict[str, Version]) -> str:
    lines = [f"### {number}. {finding.kind.value}　{cite(finding.doc, finding.eid)}", finding.why]
    if finding.bearers:
        lines.append("主体：" + "、".join(finding.bearers))
    for place in (finding.main, *finding.also[:3]):
        version = versions.get(place.version_id)
        provision = version.provision(place.eid) if version else None
        if version and provision:
            lines.append(
                f"> {cite(place.doc, place.eid)}：{version.whole_text(provision).strip()}".replace("\n", "\n> ")
            )
    return "\n\n".join(lines)
