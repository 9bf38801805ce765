"""Intent of a citation (引用方式): the word in front of it, 根据, 依照, 违反, 按照, shared by all of a list."""

from __future__ import annotations

import re

from corpus import ReferenceKind

_WORD = re.compile(r"(?P<word>根据|依据|依照|违反|触犯|按照|依|按|因违反)(?:了|有关|上述)?$")
_KINDS = {
    "根据": ReferenceKind.BASIS,
    "依据": ReferenceKind.BASIS,
    "依照": ReferenceKind.COMPLIANCE,
    "依": ReferenceKind.COMPLIANCE,
    "违反": ReferenceKind.VIOLATION,
    "触犯": ReferenceKind.VIOLATION,
    "因违反": ReferenceKind.VIOLATION,
    "按照": ReferenceKind.MANNER,
    "按": ReferenceKind.MANNER,
}
_LIST = re.compile(r"(?:[（(][^（）()]{0,40}[）)])?(?:、|，?和|，?以及|及|与|，?或者|或|，)")


class Intents:
    """Reads the intents of a text's mentions in their order."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1
        self._kind = ReferenceKind.MENTION

    def read(self, start: int, end: int) -> ReferenceKind:
        """The kind of the mention at ``start:end``: its own word's, else that of the list it goes on.

        >>> intents = Intents("根据《甲条例》、《乙条例》，制定")
        >>> intents.read(2, 7).value, intents.read(8, 13).value
        ('根据', '根据')
        """
        match = _WORD.search(self._text[max(0, start - 6) : start])
        if match is not None:
            self._kind = _KINDS[match["word"]]
        elif not (0 <= self._end <= start <= self._end + 50 and _LIST.fullmatch(self._text, self._end, start)):
            self._kind = ReferenceKind.MENTION
        self._end = end
        return self._kind
