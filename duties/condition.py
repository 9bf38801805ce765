"""Condition (条件): when an act is due, as the clauses before it say: 发现违法行为的, 接到报告后."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duties.predicates import is_condition
from duties.sentences import Clause
from duties.time_limit import find_limit

_ACTS = re.compile(r"应当|必须|可以(?!由)|不得|负责|(?:^|，)由")
_WITHIN = re.compile(
    r"^(?:并|但是|但|其中|对于|对)?(?P<when>[^，。；]{2,60}?(?:的|时|后(?!续)))(?=应当|可以|不得|必须|不予|，|由)"
)
_NO_CONDITION = re.compile(
    r"^(?:按照|按|根据|依照|依据|结合|通过|为|遵循|坚持|其中$|同时$)|(?:原则|要求|规定|方式|工作中|活动中|范围内|基础上|分工|职责|措施|实际)$"
)


def find_condition(text: str, clauses: Sequence[Clause], begin: int) -> tuple[int, int] | None:
    """Where the condition of the act that begins at ``begin`` stands, or None.

    ``clauses`` are those of the act's sentence as far as it, nothing before a semicolon. The nearest condition counts:
    甲应当检查，发现隐患的，责令整改 gives 发现隐患的 for the second act and nothing for the first.
    """
    before = [clause for clause in clauses if clause.start <= begin]
    own = before.pop() if before else None
    if own is not None:
        match = _WITHIN.match(text[own.start : begin])
        if match is not None and not _NO_CONDITION.search(match["when"]):
            return own.start + match.start("when"), own.start + match.end("when")
    last = next((i for i in reversed(range(len(before))) if _is_condition(text, before[i])), None)
    if last is None:
        return None
    first = last
    while first > 0 and not _ACTS.search(text[before[first - 1].start : before[first - 1].end]):
        first -= 1
    return before[first].start, before[last].end


def _is_condition(text: str, clause: Clause) -> bool:
    words = text[clause.start : clause.end]
    limit = find_limit(words)
    return is_condition(words) and not _NO_CONDITION.search(words) and (limit is None or limit[1] < len(words))
