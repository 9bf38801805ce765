"""Haystack components (组件): thin adapters, each calling one plain function of this room."""

from __future__ import annotations

from haystack import component

from answers.analysis import Analysis, analyse_question
from answers.answer import Answer, Statement
from answers.caution import cautions_of, with_remarks
from answers.draft import Draft
from answers.evidence import Evidence, gather_evidence
from answers.inquiry import Inquiry
from answers.library import Library
from answers.profile import Profile
from answers.question import Question
from answers.selection import draft_answer
from answers.verification import verify_statements
from answers.wording import word_answer
from index import SearchIndex


@component
class QuestionAnalyser:
    """Question → what it asks."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @component.output_types(analysis=Analysis)
    def run(self, question: Question) -> dict[str, Analysis]:
        """See ``analyse_question``."""
        return {"analysis": analyse_question(question, self.library.catalogue())}


@component
class EvidenceGatherer:
    """Analysis → whole provisions found by hybrid search."""

    def __init__(self, index: SearchIndex, library: Library) -> None:
        self.index = index
        self.library = library

    @component.output_types(evidence=tuple[Evidence, ...])
    def run(self, analysis: Analysis) -> dict[str, tuple[Evidence, ...]]:
        """See ``gather_evidence``."""
        return {"evidence": gather_evidence(analysis, self.index, self.library)}


@component
class AnswerDrafter:
    """Analysis and evidence → statements, or the reason for a refusal."""

    def __init__(self, library: Library, profile: Profile) -> None:
        self.library = library
        self.profile = profile

    @component.output_types(draft=Draft)
    def run(self, analysis: Analysis, evidence: tuple[Evidence, ...]) -> dict[str, Draft]:
        """See ``draft_answer``."""
        return {"draft": draft_answer(Inquiry(analysis, self.library, self.profile), evidence)}


@component
class CitationVerifier:
    """Draft → the statements whose quotations all hold."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @component.output_types(statements=tuple[Statement, ...])
    def run(self, draft: Draft) -> dict[str, tuple[Statement, ...]]:
        """See ``verify_statements``."""
        return {"statements": verify_statements(draft.statements, self.library)}


@component
class AnswerWriter:
    """Verified statements → the answer, or the refusal."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @component.output_types(answer=Answer)
    def run(
        self, question: Question, draft: Draft, statements: tuple[Statement, ...], evidence: tuple[Evidence, ...]
    ) -> dict[str, Answer]:
        """See ``word_answer``."""
        annotated = with_remarks(statements, self.library)
        cautions = cautions_of(annotated, self.library)
        return {"answer": word_answer(question, draft, annotated, evidence, cautions)}
