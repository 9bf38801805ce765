"""Qualified bearers (带定语的主体): a body that the text tells by what it does or where it is, not by a name alone."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from duties.bearers import Mention, find_mention
from duties.phrases import PHRASES, holds
from duties.verbs import QUALIFIED_FOLLOW

_LONGEST = 60
"""No qualifier that a drafter wrote before a body is longer."""
_OF = re.compile("的")


def find_qualified(
    text: str,
    at: int,
    terms: Collection[str] = (),
    after: re.Pattern[str] = QUALIFIED_FOLLOW,
    *,
    whole: bool = False,
) -> Mention | None:
    """A public body with a relative clause before it, followed by ``after`` (or, where ``whole``, by nothing).

    Its words are those of the text, the clause among them.

    >>> find_qualified("作出行政处罚决定的行政机关应当公布决定", 0).text
    '作出行政处罚决定的行政机关'
    >>> find_qualified("养犬人提出的申请应当受理", 0) is None
    True
    """
    cut = PHRASES["cut"].search(text, at, min(len(text), at + _LONGEST))
    limit = cut.start() if cut else min(len(text), at + _LONGEST)
    for of in _OF.finditer(text, at + 2, limit):
        if not holds("qualifier", text[at : of.end()]):
            continue
        mention = find_mention(text, of.end(), after, terms, whole=whole)
        if mention is not None and mention.start == of.end() and mention.public:
            return replace(mention, start=at, text=text[at : mention.end])
    return None
