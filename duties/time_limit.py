"""Time limit (时限): by when, within which time or how often an act is due, as the text writes it."""

from __future__ import annotations

import re

from duties.table import read_table

_LIMITS = tuple(re.compile(row.pattern) for row in read_table("limits"))
_OF_ANOTHER = re.compile(r"责令|要求|督促|通知|告知(?!.{0,4}申请人)|命令|约定|规定(?!的)|载明|劝导")
"""After these words the limit binds somebody else (责令其十日内改正)."""
_LEAD = re.compile(r"(?:应当|必须|可以|并)(?=.)|(?!自|从|在|于)[^，]{2,30}?(?<![所存正现])(?=(?:自|在)[一-龥])")
"""What stands before the limit proper: 会同有关部门|自受理之日起…."""


def find_limit(words: str) -> tuple[int, int] | None:
    """Where the first time limit of ``words`` stands, or None.

    >>> words = "应当自受理之日起十五日内作出决定"
    >>> words[slice(*find_limit(words))]
    '自受理之日起十五日内'
    >>> find_limit("责令当事人十日内改正") is None
    True
    """
    bound = _OF_ANOTHER.search(words)
    reach = bound.start() if bound else len(words)
    found = [match for pattern in _LIMITS if (match := pattern.search(words)) and match.start() < reach]
    if not found:
        return None
    first = min(found, key=lambda match: (match.start(), -match.end()))
    lead = _LEAD.match(first[0])
    return first.start() + (lead.end() if lead else 0), first.end()
