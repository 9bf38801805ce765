"""The gate: floors under the figures and the hash of the gold they were measured on, not to be lowered quietly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from math import floor
from pathlib import Path

import yaml

from corpus import QuanzeError

GATE = Path(__file__).parents[1] / "gold" / "retrieval_gate.yaml"
_HEAD = """\
# Floors of `python -m eval retrieval --gate NAME` and the hash of its questions. `--pin` raises a floor; lowering one,
# or other gold, needs `--because REASON`, which is kept here. `highest` is the highest floor there ever was.
"""


@dataclass(frozen=True, slots=True)
class Lowered:
    """A floor that was taken back, and why."""

    measure: str
    before: float
    after: float
    reason: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The hash of the questions that the floors hold for, and why they are these."""

    sha256: str
    reason: str


@dataclass(frozen=True, slots=True)
class Gate:
    """``gold`` are the hashes since the beginning, the last of them valid."""

    queries: str
    gold: tuple[Gold, ...]
    floors: Mapping[str, float]
    highest: Mapping[str, float]
    lowered: tuple[Lowered, ...] = ()

    def failures(self, figures: Mapping[str, float], sha256: str) -> tuple[str, ...]:
        """What is wrong with ``figures`` measured on the questions with this hash; empty: the gate is passed."""
        if not self.floors:
            return (f"{self.queries} 还没有下限，请加 --pin 固定",)
        wrong = () if sha256 == self.gold[-1].sha256 else (f"查询文件已变（{self.queries}）：下限不再适用",)
        below = (
            f"{name} {figures.get(name, 0.0):.3f} 低于下限 {least:.3f}"
            for name, least in self.floors.items()
            if figures.get(name, 0.0) < least
        )
        return (*wrong, *below, *self.quietly_lowered())

    def quietly_lowered(self) -> tuple[str, ...]:
        """Floors below the highest there were without an entry that says why, and gold that says no reason."""
        told = {entry.measure: entry.after for entry in self.lowered if entry.reason.strip()}
        bare = (
            f"{name} 的下限被降到 {self.floors.get(name, 0.0):.3f}（曾为 {most:.3f}），没有写明理由"
            for name, most in self.highest.items()
            if self.floors.get(name, 0.0) < told.get(name, most)
        )
        return (*bare, *(f"查询文件 {one.sha256[:8]} 没有写明理由" for one in self.gold if not one.reason.strip()))


def floors_under(figures: Mapping[str, float], topics: int) -> dict[str, float]:
    """Floors so far below ``figures`` that one topic may be lost: processors round differently, and ranks may swap.

    >>> floors_under({"MRR@10": 0.7}, topics=50)
    {'MRR@10': 0.68}
    """
    return {name: max(floor(round((figure - 1 / topics) * 1000, 6)) / 1000, 0.0) for name, figure in figures.items()}


def pin(gate: Gate, floors: Mapping[str, float], sha256: str, reason: str = "") -> Gate:
    """The gate with these floors; raises where one falls, or the gold is other, without a reason.

    >>> old = Gate("q.jsonl", (Gold("ab", "first"),), {"MRR@10": 0.5}, {"MRR@10": 0.5})
    >>> pin(old, {"MRR@10": 0.7}, "ab").floors
    {'MRR@10': 0.7}
    >>> pin(old, {"MRR@10": 0.4}, "ab")
    Traceback (most recent call last):
    corpus.errors.QuanzeError: 下限只能在说明理由后降低（MRR@10 0.500 → 0.400）。请加 --because 理由
    """
    lower = {n: (least, floors.get(n, 0.0)) for n, least in gate.floors.items() if floors.get(n, 0.0) < least}
    is_other = sha256 != gate.gold[-1].sha256
    if (lower or is_other) and not reason.strip():
        changed = [f"{name} {before:.3f} → {after:.3f}" for name, (before, after) in lower.items()]
        place = "，".join([*changed, *(["查询文件已变"] if is_other else [])])
        raise QuanzeError("下限只能在说明理由后降低", place=place, remedy="请加 --because 理由")
    highest = {name: max(gate.highest.get(name, 0.0), least) for name, least in {**gate.highest, **floors}.items()}
    return replace(
        gate,
        gold=(*gate.gold, *([Gold(sha256, reason)] if is_other else [])),
        floors=dict(floors),
        highest=highest,
        lowered=(*gate.lowered, *(Lowered(name, before, after, reason) for name, (before, after) in lower.items())),
    )


def read_gates(path: Path = GATE) -> dict[str, Gate]:
    """The gates by name."""
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: _read(row) for name, row in content.items()}


def _read(row: Mapping[str, object]) -> Gate:
    fields = dict(row)
    gold, lowered = fields.pop("gold"), fields.pop("lowered", None) or []
    made = (tuple(Gold(**one) for one in gold), tuple(Lowered(**one) for one in lowered))  # type: ignore[attr-defined]
    return Gate(**fields, gold=made[0], lowered=made[1])  # type: ignore[arg-type]


def write_gates(gates: Mapping[str, Gate], path: Path = GATE) -> None:
    """Write all gates, each with its history."""
    rows = {name: _row(gate) for name, gate in gates.items()}
    path.write_text(_HEAD + yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=120), encoding="utf-8")


def _row(gate: Gate) -> dict[str, object]:
    row = asdict(gate)
    return row | {"gold": [asdict(one) for one in gate.gold], "lowered": [asdict(one) for one in gate.lowered]}
