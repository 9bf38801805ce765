"""Reading (逐句判别): every sentence of a version with its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus import EId, Provision, ProvisionKind, Version
from duties.clauses.clause import Clause, ClauseKind
from duties.clauses.kind_of import kind_of, kind_of_list
from duties.clauses.split import split_sentences

_SPEAKS = frozenset(
    {
        ProvisionKind.PREAMBLE,
        ProvisionKind.ARTICLE,
        ProvisionKind.PARAGRAPH,
        ProvisionKind.ITEM,
        ProvisionKind.SUBITEM,
        ProvisionKind.HEADING1,
        ProvisionKind.HEADING2,
        ProvisionKind.HEADING3,
        ProvisionKind.HEADING4,
    }
)
_LIABILITY = re.compile(r"法\s*律\s*责\s*任|罚\s*则|奖\s*惩|处\s*罚|责任追究")
"""Names of chapters whose sentences tell what befalls a wrong."""
_LISTED = frozenset({ProvisionKind.ITEM, ProvisionKind.SUBITEM})


def clauses_of(version: Version) -> tuple[Clause, ...]:
    """Every sentence in the order of the text, items under the kind of their lead-in; rows of tables have none."""
    clauses: list[Clause] = []
    leads: dict[EId, ClauseKind] = {}
    on_liability = False
    for provision in version.provisions:
        if provision.kind is ProvisionKind.CHAPTER:
            on_liability = _LIABILITY.search(provision.heading) is not None
        if provision.kind in _SPEAKS and provision.text.strip():
            lead = leads.get(provision.parent) if provision.parent and provision.kind in _LISTED else None
            own = tuple(_own(version, provision, lead, on_liability=on_liability))
            clauses.extend(own)
            if own:
                words = version.text[own[-1].start : own[-1].end]
                leads[provision.eid] = kind_of_list(words, own[-1].kind)
    return tuple(clauses)


def _own(version: Version, provision: Provision, lead: ClauseKind | None, *, on_liability: bool) -> Iterator[Clause]:
    found = version.text.find(provision.text, provision.start, provision.end)
    base = found if found >= 0 else provision.start
    for ordinal, (start, end) in enumerate(split_sentences(provision.text), start=1):
        kind, cue = kind_of(provision.text[start:end], lead, on_liability=on_liability)
        yield Clause(provision.eid, ordinal, kind, base + start, base + end, cue)
