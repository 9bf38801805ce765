"""Outline (结构): from cleaned lines to the tree of provisions of the whole text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import Provision, ProvisionKind, Remark
from ingest.frozen import Frozen
from ingest.line import ASIDE_STYLES, CleanText, Line, LineStyle
from ingest.structure.annexes import Segment, split_annexes
from ingest.structure.articles import ArticleWalk
from ingest.structure.completeness import find_gaps, find_lost_labels
from ingest.structure.headings import HeadingWalk
from ingest.structure.quotations import find_quotations
from ingest.structure.starts import has_articles
from ingest.structure.tables import is_list, name_columns, open_list
from ingest.structure.tree import Head, Node, Tree

_NUMBERED = frozenset({ProvisionKind.ARTICLE, ProvisionKind.HEADING1, ProvisionKind.HEADING2, ProvisionKind.HEADING3})


@dataclass(frozen=True, slots=True)
class Outline(Frozen):
    """The cleaned text, its provisions, the lines that are in none of them, and what is odd about it (Chinese).

    ``incomplete`` says why the text is probably not whole; ``remarks`` are the doubts about its structure.
    """

    text: str
    provisions: tuple[Provision, ...]
    asides: tuple[Line, ...]
    warnings: tuple[str, ...]
    incomplete: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlines(Frozen):
    """The outlines of a file's texts, in their order."""

    outlines: tuple[Outline, ...]


def structure_text(clean: CleanText) -> Outline:
    """The tree of provisions of a cleaned text; every character of it is in a provision or in an aside line."""
    asides = tuple(line for line in clean.lines if line.style in ASIDE_STYLES and line.style is not LineStyle.NOTICE)
    lines = name_columns([n for n in clean.lines if n.style not in ASIDE_STYLES or n.style is LineStyle.NOTICE])
    tree = Tree()
    if is_list(lines):
        asides = (*asides, *open_list(tree, lines))
        return Outline(clean.text, tree.provisions(), asides, (*clean.warnings, *tree.warnings))
    quotations = find_quotations(lines)
    for number, segment in enumerate(split_annexes(lines, quotations.quoted)):
        _walk(tree, segment, number)
    provisions = tree.provisions()
    warnings = (
        *clean.warnings,
        *tree.warnings,
        *quotations.warnings,
        *find_lost_labels(provisions),
        *_warn_form(provisions),
    )
    incomplete = find_gaps(clean.lines, provisions)
    return Outline(clean.text, provisions, asides, warnings, incomplete, tuple(tree.remarks))


def _walk(tree: Tree, segment: Segment, number: int) -> None:
    base: Node | None = None
    if segment.opening:
        head = Head(ProvisionKind.ANNEX, number, None, segment.label, segment.heading)
        base = tree.open(head, segment.opening[0], None, None)
        base.grow(segment.opening[-1].end)
    is_in_articles = has_articles(segment.lines, segment.quoted)
    walk = ArticleWalk if is_in_articles else HeadingWalk
    walk(tree, segment.lines, segment.quoted, base).walk()


def _warn_form(provisions: Sequence[Provision]) -> tuple[str, ...]:
    if any(p.kind in _NUMBERED for p in provisions):
        return ()
    return ("未识别到条文或序号，按自然段收录",)
