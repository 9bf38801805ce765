"""What of a page people see (可见内容): hidden blocks, menus and lists of links fall away before the text is read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Comment, Tag
from bs4.element import PageElement

_DROPPED = (
    "script", "style", "noscript", "template", "nav", "footer", "aside", "button", "select", "iframe", "object",
    "dialog", "embed", "svg", "head", "link", "meta", "input", "textarea", "rt", "rp", "audio", "video", "canvas",
    "map",
)  # fmt: skip
_STRUCK = ("del", "s", "strike")
_FURNITURE = re.compile(
    r"\b(?:nav|menu|breadcrumb|crumb|share|footer|header|sidebar|related|recommend|toolbar|copyright|pagination|login|search|ad|ads|spam|friendlink|links)\b",
    re.I,
)
_MAIN = re.compile(r"\b(?:content|article|zoom|trs_editor|main|text|detail|news)", re.I)
_NOTHING = r"\s*[:=]\s*0(?:\.0+)?(?:px|pt|em|rem|%)?\s*(?:!important)?\s*(?:;|$)"
# Type of one point or less is not there to be read.
_TINY = r"\s*:\s*[01](?:\.\d+)?p[xt]\s*(?:!important)?\s*(?:;|$)"
_HIDDEN = re.compile(
    rf"""
    display\s*:\s*none | visibility\s*:\s*hidden | font-size{_NOTHING} | font-size{_TINY} | opacity{_NOTHING}
    | text-indent\s*:\s*-\d{{3,}} | (?:left|top|right|margin(?:-left|-top)?)\s*:\s*-\d{{3,}}(?:px|pt|em|rem|%)
    | clip\s*:\s*rect\(\s*0 | transform\s*:\s*scale\(\s*0\s*\)
    """,
    re.I | re.X,
)
_CUT_OFF = re.compile(r"overflow(?:-[xy])?\s*:\s*hidden", re.I)
_NO_SIZE = re.compile(r"(?<![-\w])(?:max-)?(?:height|width)\s*:\s*[01](?:px|pt|em)?\s*(?:!important)?\s*(?:;|$)", re.I)
_MEDIA = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}|/\*.*?\*/", re.S)
_RULE = re.compile(r"(?P<selectors>[^{}]+)\{(?P<body>[^{}]*)\}")
_SELECTOR = re.compile(r"(?:[a-z]+[0-9]?)?(?P<mark>[.#])(?P<name>[\w-]+)", re.I)
# A block named like a menu that holds two fifths of the words is the text all the same.
_TEXT_SHARE = 0.4
# A page that hides nearly all of its words shows them by script (tabs, "read on"): they are the text, not spam.
_NEARLY_ALL = 0.75
_LITTLE = 300


class Visible:
    """A page's tree without what people do not see or read as the page's text; counts what was hidden or struck."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._soup = soup
        self._selectors = _hidden_selectors(soup)
        self.hidden = 0
        self.struck = 0

    def clear(self) -> None:
        """Take scripts, comments, hidden blocks, menus and lists of links out of the tree."""
        for element in self._soup.find_all(_DROPPED):
            element.decompose()
        for comment in self._soup.find_all(string=lambda string: isinstance(string, Comment)):
            comment.extract()
        for element in self._alive(_STRUCK):
            self.struck += len(element.get_text(strip=True))
            element.decompose()
        whole = weight(self._soup)
        for element in self._alive(True):
            self._judge(element, whole)

    def _alive(self, names: Iterable[str] | bool) -> list[Tag]:
        found = self._soup.find_all(names if isinstance(names, bool) else list(names))
        return [element for element in found if isinstance(element, Tag) and not _is_gone(element)]

    def _judge(self, element: Tag, whole: int) -> None:
        if _is_gone(element) or element.name in ("html", "body") or (not element.attrs and element.name not in _LISTS):
            return
        if self._is_hidden(element):
            inside = weight(element)
            if whole - inside > _LITTLE or inside < whole * _NEARLY_ALL:
                self.hidden += len(element.get_text(strip=True))
                element.decompose()
        elif _is_furniture(element) and weight(element) < whole * _TEXT_SHARE:
            element.decompose()

    def _is_hidden(self, element: Tag) -> bool:
        style = str(element.get("style") or "")
        named = {f".{name}" for name in classes_of(element)} | {f"#{element.get('id')}"}
        is_marquee = element.name == "marquee" and element.find("a") is not None
        return element.has_attr("hidden") or is_marquee or hides(style) or not named.isdisjoint(self._selectors)


def hides(style: str) -> bool:
    """Whether a style takes a block out of sight: not shown, no size, moved off the page.

    >>> hides("position:absolute;left:-9999px"), hides("overflow:hidden;height:0"), hides("overflow:hidden;height:20px")
    (True, True, False)
    """
    if not style:
        return False
    return _HIDDEN.search(style) is not None or (
        _CUT_OFF.search(style) is not None and _NO_SIZE.search(style) is not None
    )


def _hidden_selectors(soup: BeautifulSoup) -> frozenset[str]:
    """The classes and ids that the page's own style blocks hide."""
    found: set[str] = set()
    for block in soup.find_all("style"):
        for rule in _RULE.finditer(_MEDIA.sub("", block.get_text())):
            if hides(rule["body"]):
                marks = (_SELECTOR.fullmatch(selector.strip()) for selector in rule["selectors"].split(","))
                found.update(f"{mark['mark']}{mark['name']}" for mark in marks if mark is not None)
    return frozenset(found)


_LISTS = ("div", "ul", "ol", "dl", "p", "section", "td", "header", "marquee")
_MIN_LINKS = 4
_LINK_SHARE = 0.6


def _is_gone(element: Tag) -> bool:
    """As ``element.decomposed``, which searches the whole tree below an element that is still there."""
    return bool(vars(element).get("_decomposed", False))


def _is_furniture(element: Tag) -> bool:
    if element.name == "header" and element.find_parent(["article", "main"]) is None:
        return True
    named = " ".join([str(element.get("id") or ""), *classes_of(element)]).replace("_", "-")
    return _is_link_list(element) or (_FURNITURE.search(named) is not None and _MAIN.search(named) is None)


def _is_link_list(element: Tag) -> bool:
    """A block of links and little else: menus, related texts, advertising."""
    if element.name not in _LISTS:
        return False
    links = element.find_all("a")
    return len(links) >= _MIN_LINKS and sum(map(_length, links)) > _length(element) * _LINK_SHARE


def classes_of(element: Tag) -> list[str]:
    """The class names of an element."""
    classes = element.get("class")
    return [classes] if isinstance(classes, str) else [str(name) for name in classes or ()]


def weight(element: Tag) -> int:
    """How many characters, blanks apart, an element holds outside links."""
    return _length(element) - sum(map(_length, element.find_all("a")))


def _length(element: PageElement) -> int:
    return len("".join(element.get_text().split()))
