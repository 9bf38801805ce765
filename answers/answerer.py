"""Answerer (答复器): the pipeline from a question to its answer."""

from __future__ import annotations

from typing import cast

from haystack import Pipeline

from answers.answer import Answer
from answers.components import AnswerDrafter, AnswerWriter, CitationVerifier, EvidenceGatherer, QuestionAnalyser
from answers.library import Library
from answers.profile import Profile, default_profile
from answers.question import Question
from corpus import CorpusStore
from index import SearchIndex


def build_pipeline(index: SearchIndex, library: Library, profile: Profile) -> Pipeline:
    """question → analyser → gatherer → drafter → verifier → writer, as a Haystack pipeline."""
    pipeline = Pipeline()
    pipeline.add_component("analyser", QuestionAnalyser(library))
    pipeline.add_component("gatherer", EvidenceGatherer(index, library))
    pipeline.add_component("drafter", AnswerDrafter(library, profile))
    pipeline.add_component("verifier", CitationVerifier(library))
    pipeline.add_component("writer", AnswerWriter(library))
    for source, target in _WIRES:
        pipeline.connect(source, target)
    return pipeline


_WIRES = (
    ("analyser.analysis", "gatherer.analysis"),
    ("analyser.analysis", "drafter.analysis"),
    ("gatherer.evidence", "drafter.evidence"),
    ("drafter.draft", "verifier.draft"),
    ("drafter.draft", "writer.draft"),
    ("verifier.statements", "writer.statements"),
    ("gatherer.evidence", "writer.evidence"),
)


class Answerer:
    """Answers questions from the corpus, each statement with its citation; never from anything else."""

    def __init__(self, index: SearchIndex, store: CorpusStore, profile: Profile | None = None) -> None:
        self._pipeline = build_pipeline(index, Library(store), profile or default_profile())

    def ask(self, question: Question) -> Answer:
        """The answer, or a refusal with its reason and the nearest provisions."""
        given = {"analyser": {"question": question}, "writer": {"question": question}}
        return cast(Answer, self._pipeline.run(given)["writer"]["answer"])
