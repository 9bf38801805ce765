"""The services of the data directory (QUANZE_HOME), one for all readers of the app."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import streamlit as st

from corpus import QuanzeError, Version, VersionSummary
from ui.services import Services, open_services

CorpusKey = tuple[str, int]
"""Data directory and revision: what has been read of one state of the corpus is kept under it."""


def services() -> Services:
    """The services, opened once a process: the embedded index has one owner."""
    return _services(os.environ.get("QUANZE_HOME", ""))


@st.cache_resource(show_spinner=False)
def _services(home: str) -> Services:
    return open_services(Path(home) if home else None)


def corpus_key() -> CorpusKey:
    """The state of the corpus now."""
    return os.environ.get("QUANZE_HOME", ""), services().store.revision()


def summaries() -> tuple[VersionSummary, ...]:
    """Every version without its text, read anew when the corpus has grown."""
    return _summaries(corpus_key())


@st.cache_resource(show_spinner=False, max_entries=2)
def _summaries(key: CorpusKey) -> tuple[VersionSummary, ...]:
    return services().store.summaries()


def summary_of(version_id: str) -> VersionSummary | None:
    """The version's summary, or None where the corpus has no such version."""
    return next((summary for summary in summaries() if summary.id == version_id), None)


@st.cache_resource(show_spinner=False, max_entries=64)
def _version(key: CorpusKey, version_id: str) -> Version:
    return services().store.version(version_id)


def read_version(version_id: str) -> Version:
    """The version with its text, read once for each state of the corpus; StoreError where there is none."""
    return _version(corpus_key(), version_id)


def today() -> date:
    """The day on which statuses are judged when nobody names one."""
    return date.today()


def show_problem(error: QuanzeError) -> None:
    """An error that a person can act on, as text: file names may hold signs of Markdown."""
    with st.container(border=True):
        st.text(f"⚠ {error.what}" + (f"（{error.place}）" if error.place else ""))
        if error.remedy:
            st.text(f"处理办法：{error.remedy}")
