"""What part of the duties is shown: by document, level, role and body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import streamlit as st

from corpus import Level
from duties import Duty, ReadText, Role
from ui.components.choices import choose, level_word


@dataclass(frozen=True, slots=True)
class DutyFilter:
    """Empty means no limit; ``body`` is part of a bearer's or body's name."""

    titles: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    roles: tuple[Role, ...] = ()
    body: str = ""

    def keeps(self, duty: Duty) -> bool:
        """Whether the duty passes; the document is judged by ``narrowed``."""
        return (
            (not self.levels or bool(set(self.levels) & set(duty.levels)))
            and (not self.roles or duty.role in self.roles)
            and any(self.body in name for name in (duty.bearer, *duty.bodies))
        )

    def narrowed(self, texts: Iterable[ReadText]) -> tuple[ReadText, ...]:
        """The chosen texts with the duties that pass."""
        chosen = (text for text in texts if not self.titles or text.instrument.title in self.titles)
        return tuple(replace(text, duties=tuple(filter(self.keeps, text.duties))) for text in chosen)


def draw_duty_filter(texts: Sequence[ReadText]) -> DutyFilter:
    """Draw the filter."""
    duties = [duty for text in texts for duty in text.duties]
    present = {level for duty in duties for level in duty.levels}
    return DutyFilter(
        titles=draw_title_filter(texts),
        levels=choose("层级", [level for level in Level if level in present], "duty_levels", level_word),
        roles=choose("职责类型", list(Role), "duty_roles", lambda role: role.chinese),
        body=st.text_input("机构", key="duty_body", placeholder="名称中的文字", persist_state="session").strip(),
    )


def draw_title_filter(texts: Sequence[ReadText]) -> tuple[str, ...]:
    """Draw the choice of documents, one for duties, matrix and findings alike."""
    return choose("文件", sorted({text.instrument.title for text in texts}), "duty_titles", str)
