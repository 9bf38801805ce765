"""The index as the pages see it: brought up to the corpus before it is asked, with its progress on the page."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock

import streamlit as st

from answers import Answer, Question
from ui.components.home import CorpusKey, corpus_key, services, summaries


@dataclass(slots=True)
class _Synced:
    """The state of the corpus that the index was last brought up to by this process."""

    lock: Lock
    key: CorpusKey = ("", -1)


@st.cache_resource(show_spinner=False)
def _synced() -> _Synced:
    return _Synced(Lock())


def sync_index() -> None:
    """Bring the index up to the corpus under a progress bar; returns at once where it is there already."""
    state, key = _synced(), corpus_key()
    if state.key == key:
        return
    bar = st.progress(0.0, "正在更新索引…")

    def on_progress(done: int, total: int) -> None:
        bar.progress(min(done / total, 1.0) if total else 1.0, f"正在更新索引：{done}/{total} 条")

    with state.lock:
        services().index.sync(on_progress)
        state.key = key
    bar.empty()


def answer_of(question: Question) -> Answer:
    """The answer of an index that is up to date; raises QuanzeError where another process owns the index."""
    sync_index()
    return services().answerer.ask(question)


def indexed_versions() -> int:
    """How many versions of the corpus the index holds; raises QuanzeError where another process owns it."""
    held = {summary.id for summary in summaries()}
    return sum(version in held for version in services().index.versions())
