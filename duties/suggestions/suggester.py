"""Suggester (改写参考): for one finding the comparable provisions of other instruments, ranked, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from duties.findings import Finding, ReadText
from duties.suggestions.advice import Advice, advice_for
from duties.suggestions.by_duty import by_duty, of_the_higher_text
from duties.suggestions.by_unit import UNITS, by_unit
from duties.suggestions.comparable import Comparable, Suggestion
from duties.suggestions.defects import Place
from duties.suggestions.forms import FORMS, dated, form_of
from duties.suggestions.need import Need, need_of
from duties.suggestions.pool import Near, Pool, Scored, near_places, nothing_near

MOST = 3
_CONGRESS = re.compile(r"代表大会|常务委员会|专门委员会|法制委员会|主任会议|主席团|人民法院|人民检察院")
"""How congresses and courts go about their work is no duty of an executive body: nothing comparable divides it."""


class Suggester:
    """``texts`` may be cited: those in force, with their duties; ``findings`` tell which places have defects."""

    def __init__(self, texts: Iterable[ReadText], findings: Iterable[Finding]) -> None:
        self._pool = Pool(texts, findings)

    def suggest(
        self, finding: Finding, text: ReadText, others: Iterable[ReadText] = (), near: Near = nothing_near
    ) -> Suggestion:
        """What could stand at ``finding`` in ``text``; ``others`` are the texts of its other places.

        ``near`` asks the search index, where there is one, for provisions whose words or titles differ.
        """
        advice = advice_for(finding.kind)
        need = need_of(finding, text, {**self._pool.texts, **{one.version.id: one for one in others}})
        found, is_form = self._found(need, advice, near)
        words = advice.words([one.citation for one in found], has_form_only=is_form)
        return Suggestion(finding.kind, words, advice.basis, found)

    def _found(self, need: Need, advice: Advice, ask: Near) -> tuple[tuple[Comparable, ...], bool]:
        """The comparables, and whether they only show a way of writing."""
        if not advice.find or any(map(_CONGRESS.search, need.finding.bearers)):
            return (), False
        near, found = near_places(need, ask), tuple[Comparable, ...]()
        for find in advice.find:
            if find not in FORMS:
                found = _best(found, self._search(need, advice, find, near))
            elif not found:
                return _best((), form_of(self._pool, need, advice, find))[:1], True
        return found, False

    def _search(self, need: Need, advice: Advice, find: str, near: Mapping[Place, float]) -> Iterable[Scored]:
        if find == "rule":
            return dated(self._pool, need)
        if find == "over":
            return of_the_higher_text(self._pool, need)
        search = by_unit if find in UNITS else by_duty
        return search(self._pool, need, advice, find, near)


def _best(before: tuple[Comparable, ...], scored: Iterable[Scored]) -> tuple[Comparable, ...]:
    """``before`` and the best of the others up to three, one of each instrument, in an order that never changes."""
    ordered: Sequence[Scored] = sorted(scored, key=lambda one: (-round(one[0], 9), one[1].doc, one[1].start))
    chosen = {one.doc: one for one in before}
    for _, one in ordered:
        if len(chosen) < MOST and one.quote:
            chosen.setdefault(one.doc, one)
    return tuple(chosen.values())
