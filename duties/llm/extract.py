"""Extraction by a language model: every row is checked against the text; what fails is dropped and counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from corpus import EId, Instrument, Provision, ProvisionKind, Version, short_title
from duties.act import Act
from duties.bearers import Mention, find_mention
from duties.details import details_of
from duties.duty import Duty, Modality, Role
from duties.llm.endpoint import Ask, LlmError
from duties.llm.proposal import Proposal, read_answer
from duties.llm.schema import INSTRUCTIONS
from duties.matter_words import LONGEST, matter_of
from duties.phrases import begins
from duties.subjects import Ledger

_KINDS = (
    ProvisionKind.PARAGRAPH,
    ProvisionKind.ITEM,
    ProvisionKind.HEADING1,
    ProvisionKind.HEADING2,
    ProvisionKind.HEADING3,
    ProvisionKind.HEADING4,
)
_END = re.compile(r"$")
PLACE, SCHEMA, QUOTE, BEARER = "没有这一条款", "不合格式", "原文中没有这段引文", "原文中没有这一主体"
"""Why a row is dropped."""


@dataclass(frozen=True, slots=True)
class LlmReading:
    """The duties that stood the check, how many rows were dropped for which reason, and what went wrong where."""

    duties: tuple[Duty, ...]
    dropped: Mapping[str, int]
    failures: tuple[tuple[str, str], ...]


def extract_with_llm(instrument: Instrument, version: Version, ask: Ask) -> LlmReading:
    """The duties that the model finds, article by article; a failure costs its article only.

    A quote must stand word for word in the provision named; a bearer in that article (it may be carried over).
    """
    ledger = Ledger.of(version.text, instrument.level)
    duties: list[Duty] = []
    dropped: Counter[str] = Counter()
    failures: list[tuple[str, str]] = []
    for units in _portions(version):
        try:
            proposals = read_answer(ask(INSTRUCTIONS, _shown(units.values())))
        except LlmError as error:
            failures.append((next(iter(units)), str(error)))
            continue
        for proposal in proposals:
            reason = _fault(proposal, units)
            if reason:
                dropped[reason] += 1
            else:
                duties.append(_duty(instrument, version, units[proposal.place], proposal, ledger))
    order = {provision.eid: rank for rank, provision in enumerate(version.provisions)}
    unique = dict.fromkeys(duties)
    return LlmReading(tuple(sorted(unique, key=lambda duty: order[duty.eid])), dict(dropped), tuple(failures))


def _portions(version: Version) -> Iterator[dict[str, Provision]]:
    """What is asked at once: an article, or a heading with what stands under it."""
    units = [provision for provision in version.provisions if provision.kind in _KINDS and provision.text.strip()]
    for _, portion in groupby(units, key=lambda unit: _top(unit.eid)):
        yield {str(unit.eid): unit for unit in portion}


def _top(eid: EId) -> EId | None:
    return eid.ancestor("art") or eid.ancestor("h2") or eid.ancestor("h1")


def _shown(units: Iterable[Provision]) -> str:
    return "\n".join(f"[{unit.eid}] {unit.text}" for unit in units)


def _fault(proposal: Proposal, units: Mapping[str, Provision]) -> str:
    if proposal.place not in units:
        return PLACE
    if not proposal.is_in_schema:
        return SCHEMA
    if proposal.quote not in units[proposal.place].text:
        return QUOTE
    return "" if any(proposal.bearer in unit.text for unit in units.values()) else BEARER


def _duty(instrument: Instrument, version: Version, unit: Provision, proposal: Proposal, ledger: Ledger) -> Duty:
    base = version.text.find(unit.text, unit.start, unit.end)
    base = base if base >= 0 else unit.start
    begin = unit.text.find(proposal.quote)
    end = begin + len(proposal.quote)
    mention = find_mention(proposal.bearer, 0, _END, ledger.terms, whole=True)
    if mention is None or mention.text != proposal.bearer:
        mention = Mention.of_words(proposal.bearer, 0, len(proposal.bearer))
    subject = ledger.subject(mention, base + max(0, unit.text.find(proposal.bearer)))
    role, modality = Role(proposal.role), Modality(proposal.modality)
    words = proposal.act if proposal.act and proposal.act in proposal.quote else ""
    held = bool(proposal.matter) and len(proposal.matter) <= LONGEST and proposal.matter in unit.text
    matter = proposal.matter if held else matter_of(words or proposal.quote)
    if role is Role.LEAD and begins("in_charge", words):
        ledger.learn(subject)
    details = details_of(unit.text, Act(subject, role, modality, matter, begin, end, words=words))
    return Duty(
        doc=short_title(instrument.title),
        version_id=version.id,
        eid=unit.eid,
        bearer=proposal.bearer,
        bodies=subject.bodies,
        levels=subject.levels,
        role=role,
        modality=modality,
        matter=matter,
        quote=proposal.quote,
        start=base + begin,
        end=base + end,
        act=details.act,
        condition=details.condition,
        time_limit=details.time_limit,
        counterparts=details.counterparts,
    )
