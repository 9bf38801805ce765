"""Roles (职责类型): which part an act gives its bearer, by the table of role words."""

from __future__ import annotations

import re
from collections.abc import Collection

from duties.duty import Role
from duties.table import read_table

_RULES = tuple((Role(str(row.value)), row.fields["who"], re.compile(row.pattern)) for row in read_table("roles"))
_LONGEST = 300
"""The words by which an act is judged stand within so many characters."""
_FINANCE = re.compile(r"财政|规划|自然资源|税务")
_GOVERNMENT = re.compile(r"^(?!.*[乡镇]).*人民政府$")
"""The governments that lead and provide; a township's acts are judged as a department's."""
_COMPLAINED = re.compile(r"投诉|举报")
_APPLIED = re.compile(r"申请|申领|申报|材料|核准|审核")


def role_of(act: str, bodies: Collection[str], *, shared: bool = False, context: str = "") -> Role:
    """The role of ``act`` (its words without bearer and modal word) for ``bodies``.

    ``shared`` tells that 按照各自职责 or the like came before the act, ``context`` is the sentence as far as the act.

    >>> role_of("加强对养老服务工作的领导", ["人民政府"])
    <Role.SUPPORT: 'support'>
    >>> role_of("做好养老服务工作", ["民政部门", "教育部门"], shared=True)
    <Role.COOPERATE: 'cooperate'>
    """
    act, context = act[:_LONGEST], context[:_LONGEST]
    holds = {
        "any": True,
        "shared": shared,
        "applied": bool(_APPLIED.search(context)),
        "complained": bool(_COMPLAINED.search(context)),
        "government": any(map(_GOVERNMENT.search, bodies)),
        "department": not any(map(_GOVERNMENT.search, bodies)),
        "alone": bool(bodies) and all(map(_GOVERNMENT.search, bodies)),
        "finance": any(_FINANCE.match(body) for body in bodies),
    }
    return next((role for role, who, pattern in _RULES if holds[who] and pattern.search(act)), Role.LEAD)
