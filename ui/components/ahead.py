"""Working ahead (后台提取) on the pages: begun when the app starts and when the corpus changes, shown while it runs."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import streamlit as st

from corpus import Settings
from ui.components.heading import draw_note
from ui.components.home import corpus_key, summaries
from ui.preparing import Stage
from ui.worker import State, Worker, command_for

SWITCH = "QUANZE_PREPARE"
"""Set by ``quanze serve``; without it pages work out what they show when they show it."""
_EVERY = 1.5
"""Seconds between two looks at the worker."""


@st.cache_resource(show_spinner=False)
def _worker(home: str) -> Worker:
    return Worker(command_for(Settings.from_environment(Path(home) if home else None).home))


def current_worker() -> Worker | None:
    """The app's worker; None where none is wanted."""
    return _worker(os.environ.get("QUANZE_HOME", "")) if os.environ.get(SWITCH) else None


def work_ahead() -> None:
    """Begin, where the corpus has texts and has changed since; findings hang on the day too."""
    worker = current_worker()
    if worker is not None and summaries():
        worker.ensure((corpus_key(), date.today()))


def draw_waiting(stage: Stage) -> bool:
    """While ``stage`` is not through, draw how far the worker is, and say so."""
    worker = current_worker()
    if worker is None or worker.is_through(stage) or worker.state is State.FAILED:
        return False
    if worker.state is State.STOPPED:
        draw_note("已停止提取，提取完的部分已留存。")
        st.button("继续提取", icon=":material/play_arrow:", on_click=worker.resume)
    else:
        _draw_progress(stage)
    return True


@st.fragment(run_every=_EVERY)
def _draw_progress(stage: Stage) -> None:
    worker = current_worker()
    if worker is None or worker.is_through(stage) or worker.state is not State.WORKING:
        st.rerun()
        return
    step = worker.latest
    share = step.done / step.total if step is not None and step.total else 0.0
    st.progress(min(share, 1.0), step.words if step is not None else "正在准备提取职责…")
    draw_note("首次打开或语料库有变化后，职责与发现在后台提取一次并留存；其间其他页面可照常使用。")
    if st.button("停止", help="提取完的部分已留存，可随时继续", key="stop_prepare"):
        worker.stop()
        st.rerun()
