"""Grouping into matters against pairs of duties judged by hand: do two duties belong in one row of a division table?

``eval/gold/matters/pairs.jsonl`` names duties by document, eid and hashes of their words, never by sentences. Likeness
of vectors (``--vectors``) is compared with likeness of words on the same pairs.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus import Settings, gazetteer
from duties import Duty, Matter, ReadText, extract_duties, group_matters
from eval.tables import markdown_table
from ingest import find_files, read_file

_ROOT = Path(__file__).resolve().parents[1]
PAIRS = _ROOT / "eval" / "gold" / "matters" / "pairs.jsonl"

Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two duties and whether a person put them in one row."""

    one: Key
    other: Key
    same: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``python -m eval matters``."""
    parser.add_argument("--laws", type=Path, default=_ROOT.parent / "shared" / "laws" / "zhejiang", help="the texts")
    parser.add_argument("--misses", action="store_true", help="print every pair judged otherwise")
    parser.add_argument("--vectors", action="store_true", help="likeness of vectors on the same pairs, too")


def run(args: argparse.Namespace) -> int:
    """Print precision, recall and F1 of the pairs; 2 where the texts are not there."""
    if not args.laws.is_dir():
        print(f"找不到 {args.laws}。请用 --laws 指出文本所在的文件夹", file=sys.stderr)
        return 2
    pairs = read_pairs(PAIRS)
    texts = _read(args.laws)
    matters = group_matters(texts)
    found = {duty_key(member.duty): (matter, member.duty) for matter in matters for member in matter.members}
    known = [pair for pair in pairs if pair.one in found and pair.other in found]
    together = [found[pair.one][0].id == found[pair.other][0].id for pair in known]
    lines = [("用语归并", *_figures(known, together))]
    if args.vectors:
        lines.append(("向量相似（最佳阈值）", *_by_vectors(known, found)))
    print(f"{len(texts)} 件文本，{sum(len(m.members) for m in matters)} 项职责，{len(matters)} 个事项；", end="")
    print(f"标注 {len(pairs)} 对，其中 {len(known)} 对的职责都在")
    print(markdown_table(("方法", "对数", "同一事项", "P", "R", "F1"), lines))
    if args.misses:
        _print_misses(known, together, found)
    return 0


def read_pairs(path: Path) -> list[Pair]:
    """The pairs of a jsonl file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return [Pair(_key(row["one"]), _key(row["other"]), bool(row["same"])) for row in rows]


def duty_key(duty: Duty) -> Key:
    """How the pairs name a duty."""
    return duty.doc, str(duty.eid), _hash(duty.quote, 10), _hash(duty.bearer, 6)


def pair_scores(judged: Sequence[bool], together: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs that were put together.

    >>> pair_scores([True, True, False], [True, False, True])
    (0.5, 0.5, 0.5)
    """
    hits = sum(a and b for a, b in zip(judged, together, strict=True))
    precision, recall = hits / max(1, sum(together)), hits / max(1, sum(judged))
    return precision, recall, 2 * precision * recall / (precision + recall) if hits else 0.0


def _figures(pairs: Sequence[Pair], together: Sequence[bool]) -> tuple[object, ...]:
    scores = pair_scores([pair.same for pair in pairs], together)
    return (len(pairs), sum(pair.same for pair in pairs), *(f"{score:.3f}" for score in scores))


def _by_vectors(pairs: Sequence[Pair], found: Mapping[Key, tuple[Matter, Duty]]) -> tuple[object, ...]:
    """The same by the cosine of topic and matter alone, at the threshold that suits these very pairs best."""
    from index import Encoder

    keys = sorted({key for pair in pairs for key in (pair.one, pair.other)})
    topics = {duty_key(m.duty): m.topic for matter, _ in found.values() for m in matter.members}
    rows = Encoder.load(Settings.from_environment()).passages(
        [f"{topics[key]}：{found[key][1].matter}" for key in keys]
    )
    vectors = dict(zip(keys, rows, strict=True))
    cosines = [float(vectors[pair.one] @ vectors[pair.other]) for pair in pairs]
    judged = [pair.same for pair in pairs]
    best = max(sorted(set(cosines)), key=lambda edge: pair_scores(judged, [c >= edge for c in cosines])[2])
    return _figures(pairs, [cosine >= best for cosine in cosines])


def _print_misses(pairs: Sequence[Pair], together: Sequence[bool], found: Mapping[Key, tuple[Matter, Duty]]) -> None:
    for pair, joined in zip(pairs, together, strict=True):
        if pair.same != joined:
            words = (
                f"{key[0]} {key[1]} {found[key][1].matter} [{found[key][0].name}]" for key in (pair.one, pair.other)
            )
            print("-" if pair.same else "+", " | ".join(words))


def _read(laws: Path) -> tuple[ReadText, ...]:
    parsed = [text for path in find_files([laws]) for text in read_file(path, gazetteer())]
    return tuple(ReadText(p.instrument, p.version, extract_duties(p.instrument, p.version)) for p in parsed)


def _key(row: Mapping[str, str]) -> Key:
    return row["doc"], row["eid"], row["quote"], row["bearer"]


def _hash(text: str, length: int) -> str:
    return sha256(text.encode()).hexdigest()[:length]
