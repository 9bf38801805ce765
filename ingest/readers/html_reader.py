"""Web pages (html): the main text of a portal's page, without its menus, scripts and lists of links."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import NavigableString

from ingest.errors import IngestError
from ingest.line import Line, LineStyle
from ingest.parcel import Reading
from ingest.pattern_table import read_table
from ingest.readers.decode import decode_text

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
_DROPPED = (
    "script", "style", "noscript", "template", "nav", "header", "footer", "aside", "form", "button", "select",
    "iframe", "object", "embed", "svg", "head", "link", "meta", "input", "textarea",
)  # fmt: skip
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_FURNITURE = re.compile(
    r"\b(?:nav|menu|breadcrumb|crumb|share|footer|header|sidebar|related|recommend|toolbar|copyright|pagination|login|search|ad|ads|spam)\b",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$)", re.I)
_MAIN = re.compile(r"\b(?:content|article|zoom|trs_editor|main|text|detail|news)", re.I)
_HEADINGS = {"h1": LineStyle.TITLE, "h2": LineStyle.HEADING, "h3": LineStyle.HEADING, "h4": LineStyle.HEADING}
_MAX_DEPTH = 400


def read_html(data: bytes, name: str) -> Reading:
    """The lines of a page's main text; its charset as declared, if the bytes agree. Raises IngestError.

    >>> page = "<nav>首页</nav><p>第一条 甲。</p><p>第二条 乙。</p>"
    >>> [line.text for line in read_html(page.encode(), "a.html").lines]
    ['第一条 甲。', '第二条 乙。']
    """
    declared = _CHARSET.search(data[:4096])
    decoded = decode_text(data, name, declared[1].decode("ascii") if declared else "")
    soup = BeautifulSoup(decoded.text, "lxml")
    _drop_furniture(soup)
    try:
        return Reading(_without_furniture(tuple(_Walk().read(_main_element(soup)))), decoded.warnings)
    except RecursionError as error:
        raise IngestError("网页嵌套层次过深", place=name, remedy="请复制正文另存为文本文件后导入") from error


def _drop_furniture(soup: BeautifulSoup) -> None:
    for element in soup.find_all(_DROPPED):
        element.decompose()
    for comment in soup.find_all(string=lambda string: isinstance(string, Comment)):
        comment.extract()
    for element in soup.find_all(_is_furniture):
        if not element.decomposed:
            element.decompose()


def _without_furniture(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines up to the first one that ends a portal's text (分享到, 相关文件), without those that only label it."""
    kept: list[Line] = []
    for line in lines:
        row = next((row for row in read_table("readers/page_furniture") if row.pattern.match(line.text)), None)
        if row is not None and row.value == "cut" and len(kept) > 2:
            break
        if row is None:
            kept.append(line)
    return tuple(kept)


def _is_furniture(element: Tag) -> bool:
    if element.name in ("html", "body") or element.attrs is None:
        return False
    named = " ".join([str(element.get("id") or ""), *_classes(element)]).replace("_", "-")
    hidden = element.has_attr("hidden") or _HIDDEN.search(str(element.get("style") or "")) is not None
    return hidden or _is_link_list(element) or (_FURNITURE.search(named) is not None and _MAIN.search(named) is None)


def _is_link_list(element: Tag) -> bool:
    """A block of links and little else: menus, related texts, hidden advertising."""
    if element.name not in ("div", "ul", "ol", "dl", "p", "section", "td"):
        return False
    links = element.find_all("a")
    return len(links) >= 4 and sum(len(link.get_text()) for link in links) > len(element.get_text()) * 0.6


def _classes(element: Tag) -> list[str]:
    classes = element.get("class")
    return [classes] if isinstance(classes, str) else [str(name) for name in classes or ()]


def _main_element(soup: BeautifulSoup) -> Tag:
    """The smallest element that still holds nine tenths of the words outside links, so that menus fall away."""
    here: Tag = soup.body or soup
    whole = _weight(here)
    for _ in range(_MAX_DEPTH):
        children = [child for child in here.children if isinstance(child, Tag)]
        best = max(children, key=_weight, default=None)
        if (
            best is None
            or best.name not in ("div", "main", "article", "section", "center")
            or _weight(best) < whole * 0.9
        ):
            return here
        here = best
    return here


def _weight(element: Tag) -> int:
    linked = sum(len(link.get_text()) for link in element.find_all("a"))
    return len(element.get_text()) - linked


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
                self._parts.append(str(child).replace("\n", " "))
            elif isinstance(child, Tag) and child.name == "table" and _is_data(child):
                yield from self._flush(LineStyle.BODY)
                yield from self._read_table(child)
            elif isinstance(child, Tag):
                yield from self._visit_tag(child)

    def _visit_tag(self, child: Tag) -> Iterator[Line]:
        is_block = child.name in _BLOCKS
        if is_block:
            yield from self._flush(LineStyle.BODY)
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
        for row in table.find_all("tr"):
            cells = [" ".join(cell.get_text().split()) for cell in row.find_all(["td", "th"], recursive=False)]
            if any(cells):
                yield Line(" | ".join(cells), style=LineStyle.ROW, table=self._tables)


def _is_data(table: Tag) -> bool:
    """A table with two rows of at least two cells; others only lay out the page."""
    rows = [row.find_all(["td", "th"], recursive=False) for row in table.find_all("tr")]
    return sum(len(cells) >= 2 for cells in rows) >= 2 and table.find("table") is None and len(table.find_all("p")) < 40
