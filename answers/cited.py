"""Cited (指明条文): the question names the provision, so that very provision is given, or what of it does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from answers.analysis import CitedPlace
from answers.clause import Clause, clauses_of, unit_of
from answers.draft import Draft, state
from answers.excerpt import Excerpt
from answers.inquiry import Inquiry
from answers.terms import coverage
from answers.weighing import states
from corpus import EId, Instrument, Version

_READINGS = 3
"""How many texts a short name may mean before the question has to be asked again."""


def answer_cited(inquiry: Inquiry, cited: CitedPlace) -> Draft:
    """The provision cited, in the text in force on the day; with several texts so called, that of each.

    《栖澜市网格化服务管理条例》第九百条 is refused with 《栖澜市网格化服务管理条例》没有第九百条.
    """
    meant = _meant(inquiry, cited)
    if not meant:
        return Draft(reason="问题写明了条文序号，但没有写明是哪个文件，请写出文件名称")
    if len(meant) > _READINGS:
        names = "、".join(f"《{instrument.title}》" for instrument in meant[:_READINGS])
        return Draft(
            reason=f"“{cited.named.words if cited.named else ''}”可能指{names}等{len(meant)}个文件，请写明全称"
        )
    drafts = [_from_instrument(inquiry, cited, instrument) for instrument in meant]
    statements = tuple(s for draft in drafts for s in draft.statements)
    if not statements:
        return Draft(reason="；".join(dict.fromkeys(draft.reason for draft in drafts)))
    return Draft(statements, notes=_reading_note(cited, meant))


def _meant(inquiry: Inquiry, cited: CitedPlace) -> tuple[Instrument, ...]:
    if cited.named is not None:
        return cited.named.instruments
    titles = inquiry.analysis.question.filters.titles
    return tuple(i for title in titles for i in inquiry.library.catalogue().exactly(title))


def _reading_note(cited: CitedPlace, meant: tuple[Instrument, ...]) -> tuple[str, ...]:
    if cited.named is None or cited.named.is_exact:
        return ()
    return (f"（“{cited.named.words}”按{'、'.join(f'《{i.title}》' for i in meant)}理解）",)


def _from_instrument(inquiry: Inquiry, cited: CitedPlace, instrument: Instrument) -> Draft:
    analysis, library = inquiry.analysis, inquiry.library
    problem = library.problem_with(instrument, cited.eid, analysis.day)
    version = library.in_force(instrument, analysis.day)
    if problem or version is None:
        return Draft(reason=problem)
    clauses = tuple(_clauses(instrument, version, cited.eid))
    missing = [a for a in analysis.amounts if not any(states(a, clause, analysis) for clause in clauses)]
    if analysis.amounts and len(missing) == len(analysis.amounts):
        labels = "、".join(amount.chinese for amount in missing)
        return Draft(reason=f"《{instrument.title}》{cited.words}没有写明{labels}")
    return Draft(tuple(state(c, _piece(c, cited.eid, version)) for c in _telling(inquiry, clauses)))


def _clauses(instrument: Instrument, version: Version, eid: EId) -> Iterator[Clause]:
    """The clauses of the article cited, or the one clause (款) cited or holding the item cited."""
    unit = unit_of(version, eid)
    for clause in clauses_of(instrument, version, unit) if unit is not None else ():
        if f"{eid}__".startswith(f"{clause.eid}__") or f"{clause.eid}__".startswith(f"{eid}__"):
            yield clause


def _piece(clause: Clause, eid: EId, version: Version) -> Excerpt:
    provision = version.provision(eid)
    is_inside = eid.startswith(f"{clause.eid}__") and provision is not None
    return Excerpt(eid, version.whole_text(provision)) if is_inside and provision else Excerpt(clause.eid, clause.text)


def _telling(inquiry: Inquiry, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """All clauses of a short article; of a long one those that speak most of what is asked."""
    if len(clauses) <= inquiry.profile.limits.statements:
        return clauses
    ranked = sorted(clauses, key=lambda clause: coverage(inquiry.analysis.terms, clause.text), reverse=True)
    chosen = {clause.eid for clause in ranked[: inquiry.profile.limits.statements]}
    return tuple(clause for clause in clauses if clause.eid in chosen)
