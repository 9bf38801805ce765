"""Advice (改写建议): one row of ``advice.yaml`` for each kind of finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from duties.findings import FindingKind

_NONE = "没有找到可参照的条文。请对照理由修改。"


@dataclass(frozen=True, slots=True)
class Advice:
    """What is looked for, what must not be wrong there, and the words with and without comparable provisions.

    ``form`` are the words where only the way of writing may be followed, the matter being another.
    """

    find: tuple[str, ...]
    clean_of: frozenset[str]
    found: str
    none: str
    basis: tuple[str, ...]
    form: str = ""

    def words(self, citations: Sequence[str], *, has_form_only: bool = False) -> str:
        """The sentence for the drafter.

        >>> advice = Advice(("named",), frozenset(), "可参照{cited}，写明部门。", "没有。", ())
        >>> advice.words(["《甲》第一条", "《乙》第二条"])
        '可参照《甲》第一条、《乙》第二条，写明部门。'
        """
        pattern = self.form if has_form_only else self.found
        return pattern.format(cited="、".join(citations)) if citations else self.none


def advice_for(kind: FindingKind) -> Advice:
    """The advice for a kind; a kind without a row is looked nothing up for."""
    return _rows().get(kind.value, Advice((), frozenset(), "", _NONE, ()))


@lru_cache(maxsize=1)
def _rows() -> Mapping[str, Advice]:
    written = yaml.safe_load((Path(__file__).parent / "advice.yaml").read_text(encoding="utf-8"))
    return {
        kind: Advice(
            tuple(row.get("find", ())),
            frozenset(row.get("clean_of", ())),
            row.get("found", ""),
            row["none"],
            tuple(row.get("basis", ())),
            row.get("form", ""),
        )
        for kind, row in written.items()
    }
