"""Provision (条文单位): one addressable node of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.eid import EId


class ProvisionKind(StrEnum):
    """The value is the eid step of the kind."""

    PREAMBLE = "pre"
    PART = "part"
    CHAPTER = "chp"
    SECTION = "sec"
    ARTICLE = "art"
    PARAGRAPH = "para"
    ITEM = "item"
    SUBITEM = "sub"
    HEADING1 = "h1"
    HEADING2 = "h2"
    HEADING3 = "h3"
    HEADING4 = "h4"
    ANNEX = "annex"
    TABLE = "tab"
    ROW = "row"

    @property
    def chinese(self) -> str:
        """编, 章, 节, 条, 款, 项, 目 …

        >>> ProvisionKind.PARAGRAPH.chinese
        '款'
        """
        return _CHINESE[self]


_CHINESE = {
    ProvisionKind.PREAMBLE: "序言",
    ProvisionKind.PART: "编",
    ProvisionKind.CHAPTER: "章",
    ProvisionKind.SECTION: "节",
    ProvisionKind.ARTICLE: "条",
    ProvisionKind.PARAGRAPH: "款",
    ProvisionKind.ITEM: "项",
    ProvisionKind.SUBITEM: "目",
    ProvisionKind.HEADING1: "一级标题",
    ProvisionKind.HEADING2: "二级标题",
    ProvisionKind.HEADING3: "三级标题",
    ProvisionKind.HEADING4: "四级标题",
    ProvisionKind.ANNEX: "附件",
    ProvisionKind.TABLE: "表",
    ProvisionKind.ROW: "行",
}


@dataclass(frozen=True, slots=True)
class Provision:
    """A node with its own words and the span of the version's text that it covers, children included.

    ``label`` is the number as written (第六条, （三）, 一、; empty for a paragraph), ``heading`` the name of a chapter
    or policy heading, ``text`` the node's own words without label, heading and children (an article has none: its
    paragraphs do). ``start`` and ``end`` are character offsets into ``Version.text``; ``page`` counts from 1 and is
    None where the source has no pages. ``cells`` are a table row's (column, value) pairs as written.
    """

    eid: EId
    kind: ProvisionKind
    label: str
    heading: str
    text: str
    start: int
    end: int
    page: int | None = None
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def parent(self) -> EId | None:
        """The eid of the provision this one is written under, by path; chapters are found by span instead."""
        return self.eid.parent
