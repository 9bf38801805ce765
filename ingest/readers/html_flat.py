"""Pages too deep for a tree (嵌套过深的网页): the tags one by one, in the order of the file, however they nest."""

from __future__ import annotations

from html.parser import HTMLParser

from ingest.readers.html_visible import hides

BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "br", "caption", "center", "dd", "div", "dl", "dt", "fieldset",
    "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p", "pre",
    "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
))  # fmt: skip
"""Tags that begin a new line."""
_SKIPPED = frozenset((
    "script", "style", "noscript", "template", "nav", "footer", "aside", "select", "iframe", "object", "svg",
    "textarea", "head", "del",
))  # fmt: skip
_EMPTY = frozenset((
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
))  # fmt: skip


class FlatPage(HTMLParser):
    """Collects the lines of a page; time and memory grow with its length only, not with its depth.

    >>> page = FlatPage()
    >>> page.feed("<div>" * 3 + "<p>第一条 甲。</p><script>第九条</script>第二条 乙。")
    >>> page.lines()
    ('第一条 甲。', '第二条 乙。')
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._lines: list[str] = []
        self._open: list[str] = []
        self._hidden_from = -1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; everything inside a hidden one is passed over."""
        if tag in BLOCKS:
            self._flush()
        if tag in _EMPTY:
            return
        self._open.append(tag)
        style = next((value for name, value in attrs if name == "style" and value), "")
        if self._hidden_from < 0 and (tag in _SKIPPED or hides(style)):
            self._hidden_from = len(self._open)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name, where one is near."""
        if tag in BLOCKS:
            self._flush()
        near = self._open[-8:]
        if tag not in near:
            return
        del self._open[len(self._open) - len(near) + _last(near, tag) :]
        if len(self._open) < self._hidden_from:
            self._hidden_from = -1

    def handle_data(self, data: str) -> None:
        """Take words that are seen."""
        if self._hidden_from < 0:
            self._parts.append(data)

    def _flush(self) -> None:
        text = " ".join("".join(self._parts).split())
        self._parts.clear()
        if text:
            self._lines.append(text)

    def lines(self) -> tuple[str, ...]:
        """The lines, once everything was fed."""
        self._flush()
        return tuple(self._lines)


def _last(tags: list[str], tag: str) -> int:
    return len(tags) - 1 - tags[::-1].index(tag)
