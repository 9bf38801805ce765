"""Roles (职责类型): which part an act gives its bearer, by the table of role words."""

from __future__ import annotations

import re
from collections.abc import Collection

from duties.duty import Role
from duties.table import read_table

_RULES = tuple((Role(str(row.value)), row.fields["who"], re.compile(row.pattern)) for row in read_table("roles"))
# What a government does itself by a concrete administrative act, or takes over expressly, is lead although 制度, 计划 … stand in it.
_CONCRETE = re.compile(
    r"^(?:具体|统筹|统一)?(?:负责|主管)|平台|数据库|(?:确定|划定|划出|公布|发布)[^，]*(?:区域|范围|地段|路段|场所|名录|标准|情形|内容)|"
    r"(?:制定|作出|规定)[^，]*(?:办法|细则|规定|标准)|收费制度|统计和发布|表彰|奖励|听取|征求|公布|公开|公示|协商|设立|组织(?!编制|协调|领导|推动|实施|动员)"
)


def role_of(act: str, bodies: Collection[str]) -> Role:
    """The role of ``act`` (its words without bearer and modal word) for ``bodies``.

    >>> role_of("加强对养老服务工作的领导", ["人民政府"])
    <Role.SUPPORT: 'support'>
    >>> role_of("划定禁止燃放区域", ["人民政府"])
    <Role.LEAD: 'lead'>
    """
    government = "人民政府" in bodies
    for role, who, pattern in _RULES:
        if not _concerns(who, government, bodies) or not pattern.search(act):
            continue
        if who == "government" and _CONCRETE.search(act):
            return Role.LEAD
        return role
    return Role.LEAD


def _concerns(who: str, government: bool, bodies: Collection[str]) -> bool:
    if who == "any":
        return True
    return government if who == "government" else any(re.match(r"财政|规划|自然资源|税务", body) for body in bodies)
