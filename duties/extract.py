"""Extraction (职责提取): the duties that a version lays on public bodies, provision by provision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus import Claim, EId, Instrument, Provision, ProvisionKind, Version, claimed_roles, short_title
from duties.act import Act
from duties.assignments import read_assignments
from duties.details import details_of
from duties.division_notes import without_notes
from duties.duty import Duty, Role
from duties.matter_words import matter_of
from duties.phrases import begins, holds
from duties.reader import Reader, strip_words
from duties.roles import role_of
from duties.subjects import Ledger, Subject
from duties.verbs import VERB

_UNITS = {
    ProvisionKind.PARAGRAPH,
    ProvisionKind.HEADING1,
    ProvisionKind.HEADING2,
    ProvisionKind.HEADING3,
    ProvisionKind.HEADING4,
    ProvisionKind.ROW,
}


@dataclass(frozen=True, slots=True)
class _Unit:
    """A provision's own words and where they begin in the version's text."""

    provision: Provision
    text: str
    start: int


def extract_duties(instrument: Instrument, version: Version, claims: Iterable[Claim] = ()) -> tuple[Duty, ...]:
    """Every duty in the order of the text; ``claims`` may say what the columns of a list hold.

    A text with 第六条 市民政部门应当制定规划，建立协调机制。 has two duties of 市民政部门 at art_6__para_1.
    """
    ledger = Ledger.of(version.text, instrument.level)
    claimed = claimed_roles(claims)
    duties: list[Duty] = []
    subject: Subject | None = None
    article: EId | None = None
    for provision in version.provisions:
        if provision.kind not in _UNITS:
            continue
        here = provision.eid.ancestor("art")
        subject = subject if here is not None and here == article else None
        article = here
        unit = _unit(version, provision)
        reader = Reader(unit.text if here else without_notes(unit.text), unit.start, ledger, subject)
        beside = () if here else _beside(version, provision)
        acts = (
            [] if here else read_assignments(provision, unit.text, unit.start, ledger, claimed=claimed, beside=beside)
        )
        if provision.kind is not ProvisionKind.ROW:
            acts = [*reader.read(), *acts]
        duties.extend(_duty(instrument, version, act, unit, acts) for act in acts)
        if version.children(provision.eid):
            duties.extend(_listed(instrument, version, provision, reader, ledger))
        subject = reader.subject
    return tuple(_once(duties))


def _unit(version: Version, provision: Provision) -> _Unit:
    start = version.text.find(provision.text, provision.start, provision.end)
    return _Unit(provision, provision.text, start if start >= 0 else provision.start)


def _beside(version: Version, provision: Provision) -> tuple[Provision, ...]:
    """The measure over a line and the other lines under it, where notes stand in lines of their own."""
    above = provision.eid.parent
    measure = version.provision(above) if above is not None else None
    if provision.kind is not ProvisionKind.PARAGRAPH or measure is None:
        return ()
    return (measure, *(line for line in version.children(measure.eid) if line.eid != provision.eid))


def _listed(
    instrument: Instrument, version: Version, lead: Provision, reader: Reader, ledger: Ledger
) -> Iterator[Duty]:
    bearer = reader.subject if reader.lead_in else None
    for item in version.children(lead.eid):
        if item.kind is not ProvisionKind.ITEM:
            continue
        unit = _unit(version, item)
        inner = Reader(unit.text, unit.start, ledger, None)
        acts = inner.read()
        if bearer is not None and not any(act.subject.start == unit.start for act in acts):
            whole = _whole_item(unit, bearer, reader)
            filed = [act for act in acts if act.role is Role.PERMIT and begins("files", unit.text, act.start)]
            acts = [whole, *filed, *(act for act in acts if act.start > whole.end and act not in filed)]
        for act in acts:
            yield _duty(instrument, version, act, unit, acts)


def _whole_item(unit: _Unit, bearer: Subject, lead: Reader) -> Act:
    """An item that lists an act of the lead-in's bearer; one without a verb has the lead-in's role."""
    end = len(unit.text.partition("。")[0].rstrip("；;. \n"))
    words = strip_words(unit.text[:end])
    acting = words if VERB.match(words) and not holds("topics", words) else lead.lead_in
    role = role_of(acting, bearer.bodies, context=lead.state.text)
    if role is Role.LEAD:
        role = role_of(words, bearer.bodies, context=lead.state.text)
    if role is Role.LEAD and lead.lead_in and holds("inspects", lead.state.text):
        role = Role.SUPERVISE
    topic = next((clause for clause in words.split("，") if not clause.endswith("的")), words)
    return Act(bearer, role, lead.state.modality, matter_of(strip_words(topic)), 0, end)


def _within_sentence(text: str, act: Act) -> tuple[int, int]:
    """The characters of ``act``, without what belongs to the sentence before or behind its words."""
    at = text.find(act.words, act.start, act.end) if act.words else act.start
    at = max(at, act.start)
    start = text.rfind("。", act.start, at) + 1 or act.start
    stop = text.find("。", max(at, start), act.end)
    return start, stop if stop > start else act.end


def _once(duties: Iterable[Duty]) -> Iterator[Duty]:
    """One row for each bearer and run of words; where two forms of sentence gave it, the more telling role stays."""
    kept: dict[tuple[str, str, int, int], Duty] = {}
    for duty in duties:
        key = (str(duty.eid), duty.bearer, duty.start, duty.end)
        if key not in kept or kept[key].role is Role.LEAD:
            kept[key] = duty
    yield from kept.values()


def _duty(instrument: Instrument, version: Version, act: Act, unit: _Unit, acts: Sequence[Act]) -> Duty:
    start, end = (unit.start + at for at in _within_sentence(unit.text, act))
    details = details_of(unit.text, act, acts)
    return Duty(
        doc=short_title(instrument.title),
        version_id=version.id,
        eid=unit.provision.eid,
        bearer=act.subject.words,
        bodies=act.subject.bodies,
        levels=act.subject.levels,
        role=act.role,
        modality=act.modality,
        matter=act.matter,
        quote=version.text[start:end],
        start=start,
        end=end,
        act=details.act,
        condition=details.condition,
        time_limit=details.time_limit,
        counterparts=details.counterparts,
    )
