"""The texts with their duties, and the findings, read once for each state of the corpus."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from duties import ClauseText, JudgedFinding, ReadText
from ui.components.home import CorpusKey, corpus_key, services


def read_texts() -> tuple[ReadText, ...]:
    """The newest text of every instrument with its duties."""
    return _texts(corpus_key())


def texts_by_version() -> Mapping[str, ReadText]:
    """The same by version id, to look up the words of a place."""
    return {text.version.id: text for text in read_texts()}


def judged_findings() -> tuple[JudgedFinding, ...]:
    """The findings of the whole corpus with what people decided about them."""
    return _judged(corpus_key(), services().store.review_revision())


def clause_texts() -> tuple[ClauseText, ...]:
    """The newest text of every instrument with its sentences by kind."""
    return _clauses(corpus_key())


@st.cache_resource(show_spinner="正在判别条款类型…", max_entries=1)
def _clauses(key: CorpusKey) -> tuple[ClauseText, ...]:
    return services().analysis.clauses()


@st.cache_resource(show_spinner="正在提取职责…", max_entries=1)
def _texts(key: CorpusKey) -> tuple[ReadText, ...]:
    return services().analysis.read_texts()


@st.cache_resource(show_spinner="正在比对职责…", max_entries=1)
def _judged(key: CorpusKey, reviews: int) -> tuple[JudgedFinding, ...]:
    return services().reviewing.findings()
