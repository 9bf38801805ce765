"""Names of WordprocessingML: ``w("p")`` is the tag of a paragraph."""

from __future__ import annotations

from functools import cache

from ingest.readers.package import Element

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@cache
def w(name: str) -> str:
    """The tag ``name`` of WordprocessingML.

    >>> w("p")
    '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p'
    """
    return f"{{{_W}}}{name}"


@cache
def m(name: str) -> str:
    """The tag ``name`` of Office Math."""
    return f"{{{_M}}}{name}"


CHOICE, FALLBACK, ALTERNATE = f"{{{_MC}}}Choice", f"{{{_MC}}}Fallback", f"{{{_MC}}}AlternateContent"
_OFF = frozenset({"0", "false", "off", "none"})


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down this path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(w(name))
    return element


def value(element: Element | None, *path: str, default: str = "") -> str:
    """The ``w:val`` of the element down this path, or ``default``."""
    found = child(element, *path)
    return found.get(w("val"), default) if found is not None else default


def is_on(element: Element | None) -> bool:
    """Whether a switch (w:vanish) is there and not set to 0."""
    return element is not None and element.get(w("val"), "1") not in _OFF
