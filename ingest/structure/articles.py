"""Texts written in articles (条): 编, 章, 节 around them, 款, 项, 目 inside them."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import ProvisionKind
from ingest.line import Line
from ingest.marks import ArticleMark, GroupMark, ListStyle
from ingest.structure.blocks import Blocks, Entry
from ingest.structure.groups import Groups
from ingest.structure.inline_lists import cut_lists
from ingest.structure.starts import find_starts
from ingest.structure.tree import Head, Node, Tree, id_of


class ArticleWalk:
    """Goes through the lines of a text in articles once and hangs every line into the tree."""

    def __init__(self, tree: Tree, lines: Sequence[Line], quoted: Sequence[bool], base: Node | None = None) -> None:
        self._tree = tree
        self._lines = lines
        self._quoted = quoted
        self._base = base
        self._groups = Groups(tree, base)
        self._article: Node | None = None
        self._entries: list[Entry] = []
        self._preambles = 0

    def walk(self) -> None:
        """Take every line."""
        starts = find_starts(self._lines, self._quoted)
        for line, mark, quoted in zip(self._lines, starts.marks, self._quoted, strict=True):
            if mark is None:
                self._entries.append(Entry(line, 0, quoted))
                continue
            self._close()
            if isinstance(mark, GroupMark):
                self._groups.open(line, mark)
            else:
                self._open_article(line, mark)
        self._close()
        self._tree.warnings.extend(starts.warnings)
        self._tree.remarks.extend(starts.remarks)

    def _open_article(self, line: Line, mark: ArticleMark) -> None:
        head = Head(ProvisionKind.ARTICLE, mark.number, id_of(self._base), mark.label, mark.heading)
        self._article = self._tree.open(head, line, self._groups.innermost, None)
        self._article.grow(line.end)
        if mark.body < len(line.text):
            self._entries.append(Entry(line, mark.body))

    def _close(self) -> None:
        """Give the lines since the last label to its article, or to a preamble where none is open."""
        if self._entries:
            owner = self._article if self._article is not None else self._open_preamble(self._entries[0].line)
            Blocks(self._tree, owner).fill(cut_lists(self._entries, ListStyle.BRACKETED))
        self._article = None
        self._entries = []

    def _open_preamble(self, line: Line) -> Node:
        self._preambles += 1
        head = Head(ProvisionKind.PREAMBLE, self._preambles, id_of(self._base))
        return self._tree.open(head, line, self._groups.innermost, None)
