"""Example questions (示例问题) out of the corpus itself, so that the first click already gives a cited answer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import streamlit as st

from corpus import Instrument, QuanzeError
from duties import Duty, Role
from ui.components.home import CorpusKey, corpus_key, services
from ui.components.markup import plain_label

HOW_MANY = 6


def draw_examples() -> str | None:
    """Draw the examples; the one clicked, or None."""
    questions = _questions(corpus_key())
    if questions:
        st.html('<div class="qz-line">可以这样问：</div>')
    for number, question in enumerate(questions):
        if st.button(plain_label(question), key=f"example_{number}", type="tertiary", icon=":material/search:"):
            return question
    return None


@st.cache_data(show_spinner=False, max_entries=2)
def _questions(key: CorpusKey) -> tuple[str, ...]:
    instruments = sorted(services().store.instruments(), key=lambda i: (i.kind.rank, -i.level.depth, i.title))
    asked = (question for instrument in instruments[: 3 * HOW_MANY] for question in _asked_of(instrument))
    return tuple(islice(asked, HOW_MANY))


def _asked_of(instrument: Instrument) -> list[str]:
    try:
        return who_question(instrument.title, services().analysis.duties([instrument.title]))
    except QuanzeError:
        return []


def _is_telling(duty: Duty) -> bool:
    # 各级人民政府 lead nearly everything: a department and a matter of some length make the better example.
    return len(duty.matter) >= 6 and bool(duty.bodies) and not any("人民政府" in body for body in duty.bodies)


def who_question(title: str, duties: Sequence[Duty]) -> list[str]:
    """One question of who must do what by this instrument, or none where nobody leads anything."""
    leading = [duty for duty in duties if duty.role is Role.LEAD and _is_telling(duty)]
    return [f"《{title}》规定由哪个部门负责{leading[0].matter}？"] if leading else []
