"""Words of a Word paragraph: as they stand when every tracked change is accepted, and as they stood before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus import RemarkKind
from ingest.readers.docx_math import read_equation
from ingest.readers.docx_styles import Styles
from ingest.readers.docx_symbols import read_symbol, read_text
from ingest.readers.docx_tags import ALTERNATE, CHOICE, FALLBACK, child, is_on, m, value, w
from ingest.readers.package import Element

_BOXES = frozenset(w(name) for name in ("drawing", "pict", "object"))
_ADDED = frozenset({w("ins"), w("moveTo")})
_REMOVED = frozenset({w("del"), w("moveFrom")})
_INLINE = frozenset(w(n) for n in ("hyperlink", "smartTag", "fldSimple", "customXml", "bdo", "dir", "sdtContent"))
_SIGNS = {w("tab"): " ", w("ptab"): " ", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_PICTURES = ("}blip", "}imagedata")
_HIDDEN_NOTE = "此处有隐藏文字{}字，未收录"


@dataclass(frozen=True, slots=True)
class Mark:
    """A remark on the place ``at`` of a paragraph's words."""

    at: int
    kind: RemarkKind
    note: str


@dataclass(slots=True)
class Words:
    """``final`` and ``before`` are the words after and before the tracked changes; ``boxes`` are text boxes.

    A text box in front of the first word stands in ``boxes_before``.
    """

    final: str = ""
    before: str = ""
    is_tracked: bool = False
    marks: list[Mark] = field(default_factory=list)
    boxes_before: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: int = 0
    pictures: int = 0

    def add(self, text: str, added: bool, removed: bool) -> None:
        """Take words that stand there now, stood there before, or both."""
        self.is_tracked = self.is_tracked or added or removed
        if not removed:
            self.final += text
        if not added:
            self.before += text

    def hide(self, text: str) -> None:
        """Leave out hidden words but say so; what follows right behind them counts to the same place."""
        self.hidden += len(text)
        mark = Mark(len(self.final), RemarkKind.HIDDEN, _HIDDEN_NOTE.format(len(text)))
        if self.marks and self.marks[-1].kind is RemarkKind.HIDDEN and self.marks[-1].at == mark.at:
            self.marks.pop()
            mark = Mark(mark.at, mark.kind, _HIDDEN_NOTE.format(self.hidden))
        self.marks.append(mark)


class WordReader:
    """Reads paragraphs in their order: a field (PAGE, TOC, IF) may begin in one and end in another."""

    def __init__(self, styles: Styles, notes: Mapping[tuple[str, str], str], root: Element) -> None:
        self._styles = styles
        self._notes = notes
        self._unclosed = _unclosed_fields(root)
        self._fields: list[bool] = []
        """For each open field whether its instruction, which is no text, is still being read."""

    def read(self, paragraph: Element) -> Words:
        """The words of a paragraph."""
        words = Words()
        self._visit(paragraph, words, False, False, self._styles.hides(self._styles.of(paragraph)))
        return words

    def _visit(self, parent: Element, words: Words, added: bool, removed: bool, hides: bool) -> None:
        for node in parent:
            tag = node.tag
            if tag == w("r"):
                self._run(node, words, added, removed, hides)
            elif tag in _ADDED:
                self._visit(node, words, True, removed, hides)
            elif tag in _REMOVED:
                self._visit(node, words, added, True, hides)
            elif tag in _INLINE:
                self._visit(node, words, added, removed, hides)
            else:
                self._visit_special(node, words, added, removed, hides)

    def _visit_special(self, node: Element, words: Words, added: bool, removed: bool, hides: bool) -> None:
        if node.tag == w("sdt"):
            content = child(node, "sdtContent")
            if content is not None and child(node, "sdtPr", "showingPlcHdr") is None:
                self._visit(content, words, added, removed, hides)
        elif node.tag == ALTERNATE:
            self._visit(_alternative(node), words, added, removed, hides)
        elif node.tag in (m("oMath"), m("oMathPara")):
            words.add(read_equation(node), added, removed)

    def _run(self, run: Element, words: Words, added: bool, removed: bool, hides: bool) -> None:
        properties = child(run, "rPr")
        if properties is not None:
            hides = self._hides(properties, hides)
        own_mark = any(is_on_custom(node) for node in run if node.tag in _NOTES)
        for node in run:
            if node.tag == w("fldChar"):
                if node not in self._unclosed:
                    self._turn_field(node.get(w("fldCharType"), ""))
            elif not any(self._fields):
                text = self._text_of(node, words, properties, removed, own_mark)
                if hides and text.strip():
                    words.hide(text)
                elif text:
                    words.add(text, added, removed or node.tag == w("delText"))

    def _hides(self, properties: Element, inherited: bool) -> bool:
        own = child(properties, "vanish")
        if own is not None:
            return is_on(own)
        style = value(properties, "rStyle")
        return self._styles.hides(style) if style and self._styles.hides(style) else inherited

    def _text_of(self, node: Element, words: Words, properties: Element | None, removed: bool, own_mark: bool) -> str:
        if node.tag in (w("t"), w("delText")):
            font = child(properties, "rFonts")
            face = font.get(w("ascii"), "") if font is not None else ""
            return "" if own_mark else read_text(face, node.text or "")
        if node.tag in _SIGNS:
            return _SIGNS[node.tag]
        if node.tag == w("sym"):
            return read_symbol(node.get(w("font"), ""), node.get(w("char"), ""))
        if node.tag == w("ruby"):
            return _ruby_base(node)
        if not removed:
            self._note_or_box(node, words)
        return ""

    def _note_or_box(self, node: Element, words: Words) -> None:
        if node.tag in _NOTES:
            note = self._notes.get((_NOTES[node.tag], node.get(w("id"), "")), "")
            if note:
                words.marks.append(Mark(len(words.final), RemarkKind.FOOTNOTE, note))
        elif node.tag in _BOXES:
            (words.boxes if words.final.strip() else words.boxes_before).extend(_boxes_in(node))
            words.pictures += sum(str(inner.tag).endswith(_PICTURES) for inner in node.iter())
        elif node.tag == ALTERNATE:
            for inner in _alternative(node):
                self._note_or_box(inner, words)

    def _turn_field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()


def _unclosed_fields(root: Element) -> frozenset[Element]:
    """The beginnings of fields that never end: what stands behind one is text, no instruction."""
    begun: list[Element] = []
    for node in root.iter(w("fldChar")):
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            begun.append(node)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset(begun)


_NOTES = {w("footnoteReference"): "footnote", w("endnoteReference"): "endnote"}


def is_on_custom(reference: Element) -> bool:
    """Whether the author wrote the mark of this note himself (*), as text of the same run."""
    return reference.get(w("customMarkFollows"), "0") in ("1", "true", "on")


def _alternative(node: Element) -> Element:
    """Of the forms of one thing for new and old programs the first; else it would be read twice."""
    for tag in (CHOICE, FALLBACK):
        found = node.find(tag)
        if found is not None and len(found):
            return found
    return node


def _boxes_in(node: Element) -> list[Element]:
    """The contents of the text boxes in a drawing, outermost ones only."""
    if node.tag == w("txbxContent"):
        return [node]
    if node.tag == ALTERNATE:
        node = _alternative(node)
    return [box for inner in node for box in _boxes_in(inner)]


def _ruby_base(ruby: Element) -> str:
    """The characters under a phonetic guide, without the guide (拼音)."""
    base = child(ruby, "rubyBase")
    return "".join(text.text or "" for text in base.iter(w("t"))) if base is not None else ""
