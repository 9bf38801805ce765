"""Marks inside a line of markdown (行内标记): emphasis, links, notes, escapes, tags and entities for looks only."""

from __future__ import annotations

import html
import re

_STRONG = re.compile(r"(\*\*|__)(?=\S)(?P<inner>.+?)(?<=\S)\1")
_WEAK = re.compile(r"(?<!\\)\*(?=[^\s*])(?P<inner>[^*]{1,2000})(?<=\S)\*(?!\*)")
_NOTE = re.compile(r"\[\^[^\]\s]{1,20}\](?!:)")
_LINK = re.compile(r"(?P<picture>!?)\[(?P<shown>[^\[\]]{0,500})\]\([^()\s]{0,2000}(?:\s+\"[^\"]{0,200}\")?\)")
_ESCAPE = re.compile(r"\\(?P<sign>[!-/:-@\[-`{-~（）【】])")
# Tags that only change how words look; others (script) stay visible, as text that somebody should look at.
_LOOKS = re.compile(r"</?(?:b|i|u|em|strong|span|font|div|center|sub|sup|small|big|mark)(?:\s[^<>]{0,500})?/?>", re.I)
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#[0-9]{1,7}|#x[0-9a-f]{1,6});", re.I)
# An entity for a sign of markup stays, so that text shown as text never becomes markup.
_KEPT = frozenset("<>&")


def without_marks(text: str) -> str:
    """The words of a line of markdown.

    >>> without_marks("**第一条** [养犬人](http://example.org/a)应当&#30331;记。[^1]")
    '第一条 养犬人应当登记。'
    """
    plain = _WEAK.sub(_inner, _STRONG.sub(_inner, text))
    plain = _LINK.sub(lambda match: "" if match["picture"] else str(match["shown"]), _NOTE.sub("", plain))
    plain = _LOOKS.sub("", plain) if "<" in plain else plain
    plain = _ENTITY.sub(_character, plain) if "&" in plain else plain
    return _ESCAPE.sub(lambda match: str(match["sign"]), plain)


def _inner(match: re.Match[str]) -> str:
    return str(match["inner"])


def _character(match: re.Match[str]) -> str:
    shown = html.unescape(match[0])
    return match[0] if shown in _KEPT else shown
