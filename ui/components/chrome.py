"""What every page carries: the style, and the script that copies, scrolls and speaks Chinese."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import streamlit as st
import yaml

_HERE = Path(__file__).parent


def draw_style() -> None:
    """Put the style sheet in."""
    st.html(_HERE / "theme.css")


def draw_behaviour() -> None:
    """Put the script in; it watches the page for the cited provision and for English words of Streamlit's own."""
    st.html(_script(), unsafe_allow_javascript=True)


@lru_cache(maxsize=1)
def _script() -> str:
    labels = yaml.safe_load((_HERE / "chrome_labels.yaml").read_text(encoding="utf-8"))
    code = (_HERE / "behaviour.js").read_text(encoding="utf-8")
    return f"<script>{code.replace('LABELS', json.dumps(labels, ensure_ascii=False), 1)}</script>"
