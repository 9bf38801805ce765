"""Equations (公式) of Word files as plain text: a fraction as a/b, powers as x^2, indices as x_1."""

from __future__ import annotations

from ingest.readers.docx_tags import m
from ingest.readers.package import Element

_JOINED = {m("f"): ("num", "den", "/"), m("sSup"): ("e", "sup", "^"), m("sSub"): ("e", "sub", "_")}
_SILENT = frozenset(m(name) for name in ("ctrlPr", "rPr", "fPr", "sSupPr", "sSubPr", "naryPr", "dPr", "radPr"))


def read_equation(element: Element) -> str:
    """The equation in one line."""
    if element.tag == m("t"):
        return element.text or ""
    if element.tag in _SILENT:
        return ""
    if element.tag in _JOINED:
        first, second, sign = _JOINED[element.tag]
        return f"{_part(element, first)}{sign}{_part(element, second)}"
    if element.tag == m("rad"):
        return f"√{_part(element, 'e')}"
    inner = "".join(read_equation(part) for part in element)
    return f"({inner})" if element.tag == m("d") else inner


def _part(element: Element, name: str) -> str:
    """A part of a fraction or power, in brackets where it is more than one sign or number."""
    found = element.find(m(name))
    text = read_equation(found).strip() if found is not None else ""
    return text if len(text) <= 1 or text.isalnum() else f"({text})"
