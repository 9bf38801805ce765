"""The versions of an instrument (历次文本), newest first, each a link, with its status on the day chosen."""

from __future__ import annotations

from datetime import date

import streamlit as st

from corpus import VersionSummary
from ui.components.citation_link import citation_link
from ui.components.day import reading_day
from ui.components.facts import day_words
from ui.components.home import summaries
from ui.components.status_tag import status_tag


def versions_by_instrument() -> dict[str, list[VersionSummary]]:
    """The versions of every instrument, by its id, the newest first."""
    grouped: dict[str, list[VersionSummary]] = {}
    for summary in sorted(summaries(), key=lambda summary: summary.interval.starts_on, reverse=True):
        grouped.setdefault(summary.instrument.id, []).append(summary)
    return grouped


def draw_versions(chosen: VersionSummary) -> None:
    """Draw one line for each version."""
    for summary in versions_by_instrument()[chosen.instrument.id]:
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            citation_link(version_words(summary), summary.id)
            here = '<span class="qz-tag">正在阅读</span>' if summary.id == chosen.id else ""
            st.html(status_tag(summary.status(reading_day())) + here, width="content")


def version_words(summary: VersionSummary) -> str:
    """How a version is named among its fellows (2024年5月1日起的文本)."""
    starts = summary.interval.starts_on
    return "施行日期未载明的文本" if starts == date.min else f"{day_words(starts)}起的文本"
