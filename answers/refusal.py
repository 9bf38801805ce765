"""Refusal (拒答): when it is right to say 未检索到依据, and why; each ground is one function, tried in order."""

from __future__ import annotations

import re

from answers.analysis import Analysis
from answers.candidate import Candidate
from answers.evidence import Evidence
from answers.inquiry import Inquiry
from answers.terms import Term


def refuse_before_search(analysis: Analysis) -> str:
    """The reason that the question itself gives: a text or a place that the corpus does not have. Empty for none."""
    return _no_words(analysis) or _unknown_text(analysis) or _unknown_place(analysis)


def refuse_on_evidence(inquiry: Inquiry, evidence: tuple[Evidence, ...], candidates: tuple[Candidate, ...]) -> str:
    """The reason that the evidence gives: nothing found, the amount not stated, the matter not spoken of."""
    if not candidates:
        return _nothing_in_force(inquiry.analysis)
    return _amount_not_stated(inquiry.analysis, candidates) or _matter_not_spoken_of(inquiry, evidence, candidates)


def _no_words(analysis: Analysis) -> str:
    """Signs alone (？！, 《》, a smiley) are no question: the nearest provision would be a guess."""
    return "" if re.search(r"\w", analysis.question.text) else "问题里没有可以检索的文字"


def _unknown_text(analysis: Analysis) -> str:
    unknown = [name.words for name in analysis.names if not name.instruments]
    cited = analysis.cited.named if analysis.cited is not None else None
    if cited is not None and not cited.instruments:
        return f"语料中没有《{cited.words}》"
    if unknown and not analysis.instruments:
        return "语料中没有" + "、".join(f"《{words}》" for words in unknown)
    return ""


def _unknown_place(analysis: Analysis) -> str:
    unknown = [place.territory.name for place in analysis.places if not place.is_known]
    is_any_known = any(place.is_known for place in analysis.places) or bool(analysis.instruments)
    return f"语料中没有{'、'.join(unknown)}的规定" if unknown and not is_any_known else ""


def _nothing_in_force(analysis: Analysis) -> str:
    titles = "、".join(f"《{instrument.title}》" for instrument in analysis.instruments)
    when = f"{analysis.day.isoformat()}有效" if analysis.day else "现行有效"
    return f"{titles or '语料'}中没有{when}的相关规定"


def _amount_not_stated(analysis: Analysis, candidates: tuple[Candidate, ...]) -> str:
    if not analysis.amounts or any(candidate.amounts for candidate in candidates):
        return ""
    labels = "、".join(dict.fromkeys(amount.chinese for amount in analysis.amounts))
    return f"检索到的规定没有写明{labels}"


def _matter_not_spoken_of(inquiry: Inquiry, evidence: tuple[Evidence, ...], candidates: tuple[Candidate, ...]) -> str:
    """Neither meaning (the cosine) nor words of the nearest provisions come near enough to the question's."""
    terms, thresholds = inquiry.analysis.terms, inquiry.profile.thresholds
    dense = max(one.hit.dense for one in evidence)
    covered = max(candidate.context for candidate in candidates)
    is_supported = dense + thresholds.word_worth * covered >= thresholds.support
    is_wordless = covered < thresholds.coverage and dense < thresholds.dense
    if not terms or (is_supported and not is_wordless):
        return ""
    return f"检索到的规定没有涉及{'、'.join(_absent(terms, candidates)) or '所问事项'}"


def _absent(terms: tuple[Term, ...], candidates: tuple[Candidate, ...]) -> tuple[str, ...]:
    best = max(candidates, key=lambda candidate: candidate.context)
    absent = sorted((t for t in terms if not t.found_in(best.clause.unit_text)), key=lambda t: t.weight, reverse=True)
    return tuple(f"“{term.word}”" for term in absent[:3])
