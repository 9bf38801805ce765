"""Texts written in articles (条): 编, 章, 节 around them, 款, 项, 目 inside them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import ProvisionKind
from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.marks import ArticleMark, GroupMark, ListStyle, read_article, read_group, read_list
from ingest.structure.blocks import Blocks
from ingest.structure.numbering import ArticleRun
from ingest.structure.tree import Head, Node, Tree, id_of

_RANK = {ProvisionKind.PART: 0, ProvisionKind.CHAPTER: 1, ProvisionKind.SECTION: 2}
_UNNUMBERED = frozenset({"附则", "附則", "总则", "罚则"})


def has_articles(lines: Sequence[Line]) -> bool:
    """Whether the text is written in articles: at least one certain 第N条 at the head of a line."""
    return any(
        (mark := read_article(line.text)) is not None and mark.is_certain
        for line in lines
        if line.style not in (LineStyle.ROW, LineStyle.NOTICE)
    )


class ArticleWalk:
    """Goes through the lines of a text in articles once and hangs every line into the tree."""

    def __init__(self, tree: Tree, lines: Sequence[Line], base: Node | None = None) -> None:
        self._tree = tree
        self._lines = lines
        self._base = base
        self._groups: list[Node] = []
        self._run = ArticleRun()
        self._blocks: Blocks | None = None
        self._preambles = 0
        self._starts = [self._read_start(line) for line in lines]

    def walk(self) -> None:
        """Take every line."""
        for position, line in enumerate(self._lines):
            start = self._starts[position]
            if isinstance(start, GroupMark):
                self._open_group(line, start)
            elif isinstance(start, ArticleMark):
                self._open_article(position, line, start)
            else:
                self._add(position, line)
        self._tree.warnings.extend(self._run.warnings)

    def _read_start(self, line: Line) -> GroupMark | ArticleMark | None:
        if line.style in (LineStyle.ROW, LineStyle.NOTICE):
            return None
        article = read_article(line.text)
        if article is not None:
            return article if self._run.accepts(article, line.opens_block) else None
        group = read_group(line.text)
        if group is not None and (line.style is LineStyle.HEADING or len(line.text) <= 40):
            return group
        return self._read_unnumbered(line)

    def _read_unnumbered(self, line: Line) -> GroupMark | None:
        """A heading without 第…章: 附则 alone on its line, or 一、一般规定 between articles."""
        if without_spaces(line.text) in _UNNUMBERED:
            return GroupMark(ProvisionKind.CHAPTER, "", "", without_spaces(line.text))
        mark = read_list(line.text) if line.style is LineStyle.HEADING else None
        if mark is not None and mark.style is ListStyle.IDEOGRAPH:
            return GroupMark(ProvisionKind.CHAPTER, mark.label, str(mark.number), line.text[mark.body :])
        return None

    def _open_group(self, line: Line, mark: GroupMark) -> None:
        kind, number = mark.kind, mark.number
        if not number:
            kind = self._groups[0].kind if self._groups else ProvisionKind.CHAPTER
            number = str(self._last_number(kind) + 1)
        while self._groups and _RANK[self._groups[-1].kind] >= _RANK[kind]:
            self._groups.pop()
        above = self._groups[-1] if self._groups else self._base
        node = self._tree.open(Head(kind, number, id_of(above), mark.label, mark.heading), line, above, None)
        node.grow(line.end)
        self._groups.append(node)
        self._blocks = None

    def _last_number(self, kind: ProvisionKind) -> int:
        numbers = [node.eid.number(kind.value) or "0" for node in self._groups if node.kind is kind]
        return int(numbers[-1].partition("-")[0]) if numbers else 0

    def _open_article(self, position: int, line: Line, mark: ArticleMark) -> None:
        above = self._groups[-1] if self._groups else self._base
        head = Head(ProvisionKind.ARTICLE, mark.number, id_of(self._base), mark.label, mark.heading)
        node = self._tree.open(head, line, above, None)
        node.grow(line.end)
        self._blocks = Blocks(self._tree, node)
        if line.text[mark.body :]:
            self._blocks.add(line, mark.body, self._following(position))

    def _add(self, position: int, line: Line) -> None:
        if self._blocks is None:
            self._blocks = self._open_preamble(line)
        self._blocks.add(line, 0, self._following(position))

    def _open_preamble(self, line: Line) -> Blocks:
        above = self._groups[-1] if self._groups else self._base
        self._preambles += 1
        head = Head(ProvisionKind.PREAMBLE, self._preambles, id_of(self._base))
        node = self._tree.open(head, line, above, None)
        return Blocks(self._tree, node)

    def _following(self, position: int) -> Sequence[Line]:
        end = position + 1
        while end < len(self._lines) and self._starts[end] is None:
            end += 1
        return self._lines[position + 1 : end]
