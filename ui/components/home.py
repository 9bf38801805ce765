"""The services of the data directory (QUANZE_HOME), one for all readers of the app."""

from __future__ import annotations

from datetime import date

import streamlit as st

from corpus import QuanzeError, VersionSummary
from ui.services import Services, open_services


@st.cache_resource(show_spinner=False)
def services() -> Services:
    """The services, opened once a process: the embedded index has one owner."""
    return open_services()


@st.cache_data(show_spinner=False, max_entries=4)
def _summaries(revision: int) -> tuple[VersionSummary, ...]:
    return services().store.summaries()


def summaries() -> tuple[VersionSummary, ...]:
    """Every version without its text, read anew when the corpus has grown."""
    return _summaries(services().store.revision())


def summary_of(version_id: str) -> VersionSummary | None:
    """The version's summary, or None where the corpus has no such version."""
    return next((summary for summary in summaries() if summary.id == version_id), None)


def today() -> date:
    """The day on which statuses are judged when nobody names one."""
    return date.today()


def show_problem(error: QuanzeError) -> None:
    """An error that a person can act on, as text: file names may hold signs of Markdown."""
    with st.container(border=True):
        st.text(f"⚠ {error.what}" + (f"（{error.place}）" if error.place else ""))
        if error.remedy:
            st.text(f"处理办法：{error.remedy}")
