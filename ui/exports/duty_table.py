"""The duties (职责) of texts as a table for people, every row with its citation."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import Version, cite
from duties import Duty, ReadText
from ui.exports.table import Cell, Table

HEADER = (
    "文件",
    "条款",
    "承担主体",
    "机构",
    "层级",
    "职责类型",
    "规范词",
    "事项",
    "行为",
    "条件",
    "时限",
    "相对机关",
    "原文",
)


def duty_table(texts: Iterable[ReadText]) -> Table:
    """Every duty of ``texts``, in their order."""
    rows = (duty_row(duty, text.version, text.instrument.title) for text in texts for duty in text.duties)
    return Table("职责", HEADER, tuple(rows))


def duty_row(duty: Duty, version: Version, title: str) -> tuple[Cell, ...]:
    """One duty under ``HEADER``; bodies and levels are joined with 、."""
    return (
        title,
        cite(title, duty.eid, version).removeprefix(f"《{title}》"),
        duty.bearer,
        "、".join(duty.bodies),
        "、".join(level.chinese for level in duty.levels),
        duty.role.chinese,
        duty.modality.chinese,
        duty.matter,
        duty.act,
        duty.condition,
        duty.time_limit,
        "；".join(f"{other.dealing.value}：{other.words}" for other in duty.counterparts),
        duty.quote,
    )
