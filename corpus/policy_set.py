"""PolicySet (文件集, “1+5”): a main policy document and the documents that were made to carry it out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.claim import Claim, ClaimSource
from corpus.instrument import Instrument
from corpus.norm_kind import NormKind
from corpus.relations import Titles
from corpus.store import CorpusStore

_MEMBERS = frozenset(
    {NormKind.POLICY_DOCUMENT, NormKind.NORMATIVE_DOCUMENT, NormKind.RESPONSIBILITY_LIST, NormKind.OTHER}
)


@dataclass(frozen=True, slots=True)
class Membership:
    """``instrument`` belongs to the set because of ``why`` (its own words, or 用户指定)."""

    instrument: Instrument
    why: str
    source: ClaimSource


@dataclass(frozen=True, slots=True)
class PolicySet:
    """``name`` is the main document's title; ``main`` is None where that is not in the corpus."""

    name: str
    main: Instrument | None
    supporting: tuple[Membership, ...]
    why: str = ""

    @property
    def formula(self) -> str:
        """How officials name its size.

        >>> PolicySet("栖澜市网格工作意见", None, ()).formula
        '1+0'
        """
        return f"1+{len(self.supporting)}"


def policy_sets(store: CorpusStore) -> tuple[PolicySet, ...]:
    """The sets of the corpus, by name.

    A document of policy belongs to the set of the one that it was made to carry out (为贯彻落实《…意见》), if both are
    of one territory: a district's measures are its own. A main document may name its supporting documents itself. What
    a person says (``policy_set`` is a title, or empty) goes before either.
    """
    instruments = {summary.id: summary.instrument for summary in store.summaries()}
    titles = Titles({instrument.id: instrument for instrument in instruments.values()}.values())
    sets: dict[str, PolicySet] = {}
    for version, claims in store.claimed("policy_set", "policy_part").items():
        for found in _read(titles, instruments[version], claims):
            sets[found.name] = _merged(sets[found.name], found) if found.name in sets else found
    left = _left(store, instruments)
    kept = (_without(found, left) for found in sets.values())
    return tuple(sorted((found for found in kept if _is_set(found)), key=lambda found: found.name))


def _without(found: PolicySet, left: set[str]) -> PolicySet:
    return replace(found, supporting=_in_order(m for m in found.supporting if m.instrument.id not in left))


def _read(titles: Titles, source: Instrument, claims: Sequence[Claim]) -> list[PolicySet]:
    said = [claim for claim in claims if claim.field == "policy_set" and claim.source is ClaimSource.USER]
    found = []
    for claim in said or [claim for claim in claims if claim.field == "policy_set"]:
        main = _main(titles, claim, source)
        name = main.title if main is not None else claim.value
        if name == source.title:
            found.append(PolicySet(name, source, (), claim.quote))
        elif claim.value and (said or _may_belong(source, main)):
            member = Membership(source, claim.quote or "用户指定", claim.source)
            found.append(PolicySet(name, main, (member,)))
    for claim in claims:
        parts = titles.meant(claim.value, source) if claim.field == "policy_part" else ()
        members = tuple(Membership(part, claim.quote, claim.source) for part in parts if part.id != source.id)
        found += [PolicySet(source.title, source, members, claim.quote)] if members else []
    return found


def _main(titles: Titles, claim: Claim, source: Instrument) -> Instrument | None:
    named = titles.named(claim.value) if claim.source is ClaimSource.USER else titles.meant(claim.value, source)
    return named[0] if len(named) == 1 else None


def _may_belong(source: Instrument, main: Instrument | None) -> bool:
    return source.kind in _MEMBERS and (
        main is None or (main.kind in _MEMBERS and main.territory.chain == source.territory.chain)
    )


def _merged(known: PolicySet, found: PolicySet) -> PolicySet:
    members = {m.instrument.id: m for m in (*found.supporting, *known.supporting)}
    return PolicySet(known.name, known.main or found.main, tuple(members.values()), known.why or found.why)


def _left(store: CorpusStore, instruments: Mapping[str, Instrument]) -> set[str]:
    """The instruments that a person has taken out of every set."""
    said = store.claimed("policy_set")
    return {
        instruments[version].id
        for version, claims in said.items()
        if any(claim.source is ClaimSource.USER and not claim.value for claim in claims)
    }


def _in_order(members: Iterable[Membership]) -> tuple[Membership, ...]:
    """By 文号, the number as a number, so that 9号 stands before 21号."""
    return tuple(sorted(members, key=lambda m: (_padded(m.instrument.document_number), m.instrument.title)))


def _padded(number: str) -> str:
    return re.sub(r"[0-9]+", lambda digits: digits[0].zfill(6), number)


def _is_set(found: PolicySet) -> bool:
    """One document with others; of a main document that is not here, two others must speak."""
    return bool(found.supporting) and (found.main is not None or len(found.supporting) > 1)
