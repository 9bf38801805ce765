"""What part of the findings is shown: by kind, gravity, level, place, document and decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st

from corpus import Level
from duties import FindingKind, JudgedFinding, ReadText, ReviewState, Severity
from ui.components.choices import choose, level_word, present_levels, present_territories
from ui.components.duty_filter import draw_title_filter

SHOW_REJECTED = "显示已驳回的发现"


@dataclass(frozen=True, slots=True)
class FindingFilter:
    """Empty means no limit; rejected findings are left out unless ``with_rejected`` or asked for by their state."""

    titles: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    levels: tuple[Level, ...] = ()
    territories: tuple[str, ...] = ()
    states: tuple[ReviewState, ...] = ()
    with_rejected: bool = False

    def keeps(self, judged: JudgedFinding, text: ReadText | None) -> bool:
        """Whether a finding in ``text`` passes."""
        if judged.state is ReviewState.REJECTED and not (self.with_rejected or ReviewState.REJECTED in self.states):
            return False
        if (self.severities and judged.finding.severity not in self.severities) or (
            self.states and judged.state not in self.states
        ):
            return False
        return self._keeps_text(text)

    def _keeps_text(self, text: ReadText | None) -> bool:
        if text is None:
            return not (self.titles or self.levels or self.territories)
        one = text.instrument
        return (
            (not self.titles or one.title in self.titles)
            and (not self.levels or one.level in self.levels)
            and (not self.territories or one.territory.name in self.territories)
        )


def draw_finding_filter(texts: Sequence[ReadText]) -> FindingFilter:
    """Draw the filter."""
    instruments = [text.instrument for text in texts]
    return FindingFilter(
        titles=draw_title_filter(texts),
        severities=choose("严重程度", list(Severity), "finding_severities", lambda one: one.chinese),
        levels=choose("文件层级", present_levels(instruments), "finding_levels", level_word),
        territories=choose("地区", present_territories(instruments), "finding_territories", str),
        states=choose("审核", list(ReviewState), "finding_states", lambda one: one.value),
        with_rejected=st.toggle(SHOW_REJECTED, key="finding_rejected", persist_state="session"),
    )


def narrowed(
    found: Sequence[JudgedFinding], chosen: FindingFilter, texts: Mapping[str, ReadText]
) -> tuple[JudgedFinding, ...]:
    """The findings that pass."""
    return tuple(one for one in found if chosen.keeps(one, texts.get(one.finding.version_id)))


def draw_kinds(found: Sequence[JudgedFinding]) -> list[FindingKind]:
    """Draw the kinds with how many there are of each; those chosen, none for all."""
    counts = Counter(one.finding.kind for one in found)
    return st.pills(
        "类别",
        [kind for kind in FindingKind if counts[kind]],
        selection_mode="multi",
        format_func=lambda kind: f"{kind.chinese} {counts[kind]}",
        key="finding_kinds",
        label_visibility="collapsed",
    )
