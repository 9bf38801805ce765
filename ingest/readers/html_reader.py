"""Web pages (html): the main text of a portal's page, without its menus, scripts and lists of links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from ingest.line import Line, LineStyle
from ingest.marks import read_article, read_list
from ingest.parcel import Reading
from ingest.pattern_table import read_table
from ingest.readers.decode import decode_text
from ingest.readers.html_flat import BLOCKS, FlatPage
from ingest.readers.html_table import is_data, unfold
from ingest.readers.html_visible import Visible, weight

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
_HEADINGS = {"h1": LineStyle.TITLE, "h2": LineStyle.HEADING, "h3": LineStyle.HEADING, "h4": LineStyle.HEADING}
_CONTAINERS = ("div", "main", "article", "section", "center", "form")
_MAX_DEPTH = 400
# lxml drops what lies deeper than 256 elements without a word: a tree of half the words is no tree.
_TREE_SHARE = 0.5
_DEEP = 200
_NESTED = re.compile(r"<(/?)(?:div|span|table|section|font|blockquote|center|ul|ol|b|i|em|strong)\b", re.I)
_KEPT = 0.9
_TAG = re.compile(r"<[^<>]*>")
_WIDE = "\u3000-\u303f\u4e00-\u9fff\uff00-\uffef"
_WRAP = re.compile(rf"(?<=[{_WIDE}])\s*\n\s*(?=[{_WIDE}])")


def read_html(data: bytes, name: str) -> Reading:
    """The lines of a page's main text; its charset as declared, if the bytes agree. Raises IngestError.

    >>> page = "<nav>首页</nav><p>第一条 甲。</p><p>第二条 乙。</p>"
    >>> [line.text for line in read_html(page.encode(), "a.html").lines]
    ['第一条 甲。', '第二条 乙。']
    """
    declared = _CHARSET.search(data[:4096])
    decoded = decode_text(data, name, declared[1].decode("ascii") if declared else "")
    found = _read_tree(decoded.text) if _depth(decoded.text) <= _DEEP else None
    lines, warnings = found or _read_flat(decoded.text)
    return Reading(_without_furniture(lines), (*decoded.warnings, *warnings))


def _depth(text: str) -> int:
    """How deep the tags nest at most, if every closing tag closes one."""
    depth = deepest = 0
    for match in _NESTED.finditer(text):
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


_Found = tuple[tuple[Line, ...], tuple[str, ...]]


def _read_flat(text: str) -> _Found:
    page = FlatPage()
    page.feed(text)
    return tuple(Line(line) for line in page.lines()), ("网页嵌套层次过深，已按出现顺序读取，请核对原文",)


def _read_tree(text: str) -> _Found | None:
    """The lines of the page's tree and what was left out; None where the tree lacks words or cannot be walked."""
    soup = BeautifulSoup(text, "lxml")
    if sum(map(len, soup.find_all(string=True))) < len(_TAG.sub("", text)) * _TREE_SHARE:
        return None
    visible = Visible(soup)
    try:
        visible.clear()
        lines = tuple(_Walk().read(_main_element(soup)))
    except RecursionError:
        return None
    return lines, tuple(_warn(visible))


def _warn(visible: Visible) -> Iterator[str]:
    if visible.hidden:
        yield f"已去除网页中隐藏的内容（{visible.hidden}字）"
    if visible.struck:
        yield f"已去除网页中带删除线的文字（{visible.struck}字）"


def _without_furniture(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines up to the first one that ends a portal's text (分享到, 相关文件), without those that only label it.

    Where the bulk of the words stands behind such a line (a share bar over the text), the line alone goes.
    """
    whole = sum(len(line.text) for line in lines)
    kept: list[Line] = []
    taken = 0
    for line in lines:
        row = next((row for row in read_table("readers/page_furniture") if row.pattern.match(line.text)), None)
        if row is not None and row.value == "cut" and len(kept) > 1 and taken * 2 > whole:
            break
        taken += len(line.text)
        if row is None:
            kept.append(line)
    return tuple(kept)


def _main_element(soup: BeautifulSoup) -> Tag:
    """The smallest element that still holds nine tenths of the words outside links, so that menus fall away."""
    here: Tag = soup.body or soup
    whole = weight(here)
    for _ in range(_MAX_DEPTH):
        children = [child for child in here.children if isinstance(child, Tag)]
        best = max(children, key=weight, default=None)
        if best is None or best.name not in _CONTAINERS or weight(best) < whole * _KEPT:
            return here
        here = best
    return here


class _Walk:
    """Collects the text of a tree into lines, one a block, table rows with their cells in one line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._tables = 0

    def read(self, root: Tag) -> Iterator[Line]:
        yield from self._visit(root)
        yield from self._flush(LineStyle.BODY)

    def _visit(self, element: Tag) -> Iterator[Line]:
        for child in element.children:
            if isinstance(child, NavigableString):
                yield from self._add(str(child), is_set=element.name == "pre")
            elif isinstance(child, Tag) and child.name == "table" and is_data(child):
                yield from self._flush(LineStyle.BODY)
                yield from self._read_table(child)
            elif isinstance(child, Tag):
                yield from self._visit_tag(child)

    def _add(self, text: str, *, is_set: bool) -> Iterator[Line]:
        """Words of a block; line ends count only where the page is set line by line (pre)."""
        if not is_set:
            self._parts.append(_WRAP.sub("", text).replace("\n", " "))
            return
        for number, part in enumerate(text.split("\n")):
            if number:
                yield from self._flush(LineStyle.BODY)
            self._parts.append(part)

    def _visit_tag(self, child: Tag) -> Iterator[Line]:
        is_block = child.name in BLOCKS
        if is_block:
            yield from self._flush(LineStyle.BODY)
        if child.name == "li":
            self._parts.append(_number(child))
        yield from self._visit(child)
        if is_block:
            yield from self._flush(_HEADINGS.get(child.name, LineStyle.BODY))

    def _flush(self, style: LineStyle) -> Iterator[Line]:
        text = "".join(self._parts).strip()
        self._parts.clear()
        if text:
            yield Line(text, style=style)

    def _read_table(self, table: Tag) -> Iterator[Line]:
        self._tables += 1
        for cells in unfold(table):
            yield Line(" | ".join(cells), style=LineStyle.ROW, table=self._tables, cells=cells)


def _number(item: Tag) -> str:
    """The number that a numbered list shows before its entry (1. ), unless the entry has one of its own."""
    above = item.parent
    is_plain = above is not None and above.name == "ol" and str(above.get("type") or "1") == "1"
    words = item.get_text().strip()
    if above is None or not is_plain or read_list(words) is not None or read_article(words) is not None:
        return ""
    first = str(above.get("start") or "1").strip()
    before = sum(1 for sibling in item.find_previous_siblings("li"))
    return f"{(int(first) if first.isdigit() else 1) + before}. "
