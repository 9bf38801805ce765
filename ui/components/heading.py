"""Headings of parts of a page, denser than Streamlit's own."""

from __future__ import annotations

import streamlit as st

from ui.components.markup import escaped


def draw_heading(words: str) -> None:
    """Draw a heading, as in 依据条文."""
    st.html(f'<h2 class="qz-heading">{escaped(words)}</h2>')


def draw_note(words: str) -> None:
    """Draw a quiet line of explanation or a count."""
    st.html(f'<div class="qz-line">{escaped(words)}</div>')
