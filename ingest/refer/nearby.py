"""Nearby places (前款, 前两款, 前条, 本条, 本款, 同条, 本章): what they mean from where they are written."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

from corpus import EId, Provision, ProvisionKind, parse_numeral

_STEPS = {"款": "para", "条": "art", "项": "item", "章": "chp", "节": "sec", "编": "part", "目": "sub"}


class Surroundings:
    """The provisions of one text, asked from within one of them."""

    def __init__(self, provisions: Sequence[Provision]) -> None:
        self.provisions = provisions
        self._starts = [provision.start for provision in provisions]

    def holder(self, offset: int) -> Provision | None:
        """The innermost provision whose span holds ``offset``; provisions stand in the order of the text."""
        for position in range(bisect_right(self._starts, offset) - 1, -1, -1):
            if offset < self.provisions[position].end:
                return self.provisions[position]
        return None

    @cached_property
    def known(self) -> Mapping[EId, Provision]:
        """Every provision by its id."""
        return {provision.eid: provision for provision in self.provisions}

    @cached_property
    def siblings(self) -> Mapping[tuple[EId | None, ProvisionKind], tuple[EId, ...]]:
        """The ids under one parent and of one kind, in the order of the text."""
        grouped: dict[tuple[EId | None, ProvisionKind], list[EId]] = {}
        for one in self.provisions:
            grouped.setdefault((one.parent, one.kind), []).append(one.eid)
        return {key: tuple(eids) for key, eids in grouped.items()}

    @cached_property
    def labels(self) -> frozenset[int]:
        """Where a provision begins with its own label: 第六条 there is no reference."""
        return frozenset(one.start for one in self.provisions if one.label)

    @cached_property
    def has_articles(self) -> bool:
        """Whether the text has any 条."""
        return any(one.kind is ProvisionKind.ARTICLE for one in self.provisions)

    @cached_property
    def groups(self) -> tuple[Provision, ...]:
        """Every 编, 章 and 节."""
        return tuple(p for p in self.provisions if p.kind in (_PART, _CHAPTER, _SECTION))

    def back(self, word: str, source: EId) -> tuple[EId | None, EId | None]:
        """前款 is the paragraph before this one; 前两款 the two before it, first and last."""
        here = source.ancestor(_STEPS[word[-1]])
        if here is None or here not in self.known:
            return None, None
        row = self.siblings[here.parent, self.known[here].kind]
        count = parse_numeral(word[1:-1]) or 1
        first = row.index(here) - count
        if first < 0:
            return None, None
        return row[first], row[first + count - 1] if count > 1 else None

    def this(self, word: str, source: Provision) -> EId | None:
        """本条, 本款, 本项 from the path; 本章, 本节, 本编 by span."""
        step = _STEPS[word]
        if step in ("chp", "sec", "part"):
            holding = [p.eid for p in self.groups if p.kind == step and p.start <= source.start < p.end]
            return holding[-1] if holding else None
        return source.eid.ancestor(step)

    def group(self, eid: EId) -> EId | None:
        """The 章 or 节 that ``eid`` (chp_3) means where chapters stand in 编: the only one that ends so."""
        if eid in self.known:
            return eid
        ending = [one.eid for one in self.groups if one.eid.endswith(f"__{eid}")]
        return ending[0] if len(ending) == 1 else None

    def item(self, article: EId, rest: str, near: EId | None = None) -> EId | None:
        """The item that 第（三）项 without a 款 means: of the paragraph at hand, else of the only one with it."""
        if near is not None and (own := EId(f"{near}__{rest}")) in self.known:
            return own
        paragraphs = self.siblings.get((article, ProvisionKind.PARAGRAPH), ())
        holding = [one for paragraph in paragraphs if (one := EId(f"{paragraph}__{rest}")) in self.known]
        return holding[0] if len(holding) == 1 else None


_PART, _CHAPTER, _SECTION = ProvisionKind.PART, ProvisionKind.CHAPTER, ProvisionKind.SECTION
