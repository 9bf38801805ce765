"""Automatic numbers in a made Word file: 第一章, 第一条 and （一） leave the text and go to the list definition."""

from __future__ import annotations

import re

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph

from corpus import NUMERAL, parse_numeral

_LABELS = (
    re.compile(rf"第(?P<number>{NUMERAL})章\s+(?=\S)"),
    re.compile(rf"第(?P<number>{NUMERAL})条\s+(?=\S)"),
    re.compile(rf"（(?P<number>{NUMERAL})）(?=\S)"),
)
_LIST = 71
_ABSTRACT = f"""<w:abstractNum {nsdecls("w")} w:abstractNumId="{_LIST}">
<w:multiLevelType w:val="multilevel"/>{{}}</w:abstractNum>"""
_LEVEL = """<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>{}<w:suff w:val="{}"/>
<w:lvlText w:val="{}"/></w:lvl>"""
_LEVELS = (("", "space", "第%1章"), ('<w:lvlRestart w:val="0"/>', "space", "第%2条"), ("", "nothing", "（%3）"))


class WordNumbers:
    """Numbers paragraphs as a clerk does in Word; where the count does not hold, a new list begins at the number."""

    def __init__(self, document: WordDocument) -> None:
        self._root = document.part.numbering_part.element
        levels = "".join(_LEVEL.format(depth, *level) for depth, level in enumerate(_LEVELS))
        self._root.insert(0, parse_xml(_ABSTRACT.format(levels)))
        self._counts = [0, 0, 0]
        self._number = _LIST
        self._open(())

    def take(self, paragraph: Paragraph, text: str) -> str:
        """``text`` without its label where the label is now the paragraph's automatic number."""
        for depth, pattern in enumerate(_LABELS):
            match = pattern.match(text)
            number = parse_numeral(match["number"]) if match else None
            if match is None or number is None:
                continue
            self._count(depth, number)
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = depth
            properties.get_or_add_numId().val = self._number
            return text[match.end() :]
        return text

    def _count(self, depth: int, number: int) -> None:
        self._counts[depth] += 1
        if depth < 2:
            self._counts[2] = 0
        if self._counts[depth] != number:
            self._number += 1
            self._counts[depth] = number
            self._open((depth, number))

    def _open(self, override: tuple[int, int] | tuple[()]) -> None:
        number, target = OxmlElement("w:num"), OxmlElement("w:abstractNumId")
        number.set(qn("w:numId"), str(self._number))
        target.set(qn("w:val"), str(_LIST))
        number.append(target)
        if override:
            level, start = OxmlElement("w:lvlOverride"), OxmlElement("w:startOverride")
            level.set(qn("w:ilvl"), str(override[0]))
            start.set(qn("w:val"), str(override[1]))
            level.append(start)
            number.append(level)
        self._root.append(number)
