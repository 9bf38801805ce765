"""Styles of a Word file: names, what each inherits, numbering and hidden text that come from them."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.docx_tags import child, is_on, value, w
from ingest.readers.package import Element

_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True)
class Style:
    """A style as written: its name in small letters, the style it is based on, and its own properties."""

    name: str
    based_on: str
    element: Element


class Styles:
    """The styles of one document by their id."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Style] = {}
        self.default = ""
        for element in root.iter(w("style")) if root is not None else ():
            key = element.get(w("styleId"), "")
            self._styles[key] = Style(value(element, "name").lower(), value(element, "basedOn"), element)
            if element.get(w("type")) == "paragraph" and element.get(w("default")) in ("1", "true", "on"):
                self.default = key

    def chain(self, key: str) -> tuple[tuple[str, Style], ...]:
        """The style and all that it is based on, nearest first."""
        found: list[tuple[str, Style]] = []
        while key in self._styles and len(found) < _MAX_CHAIN:
            found.append((key, self._styles[key]))
            key = self._styles[key].based_on
        return tuple(found)

    def of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        return value(paragraph, "pPr", "pStyle") or self.default

    def name(self, key: str) -> str:
        """The first name in the chain that says what a paragraph is: title, heading 1, toc 2, or nothing."""
        for _, style in self.chain(key):
            if style.name == "title" or style.name.startswith(("heading", "标题", "toc")):
                return style.name
        return ""

    def numbering(self, key: str) -> Element | None:
        """The ``w:numPr`` of a style by its id, without what it inherits."""
        return child(self._styles[key].element, "pPr", "numPr") if key in self._styles else None

    def hides(self, key: str) -> bool:
        """Whether text in this style is hidden (w:vanish)."""
        for _, style in self.chain(key):
            mark = child(style.element, "rPr", "vanish")
            if mark is not None:
                return is_on(mark)
        return False
