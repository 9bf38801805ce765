"""Ranking (排序): of two provisions on one matter the one closer to the text to be mended is cited first."""

from __future__ import annotations

from duties.duty import Duty
from duties.suggestions.act_index import Entry
from duties.suggestions.fitness import is_single
from duties.suggestions.need import Need

TOPIC, BODIES = 0.4, 0.3
_ROLE, _CLASS, _LEVEL, _SINGLE = 0.08, 0.08, 0.08, 0.05
_CLASSES = (
    ("村民委员会", "居民委员会", "村（居）民委员会", "社区"),
    ("乡镇", "乡（镇）", "镇（乡）", "街道", "办事处"),
    ("部门", "局", "机关", "委员会"),
    ("政府",),
)


def nearness(need: Need, entry: Entry) -> float:
    """Small preferences between like acts: the same role, the same class of body, the same level, one body only."""
    role = any(duty.role is entry.duty.role for duty in need.duties)
    classes = {class_of(duty) for duty in need.duties}
    level = entry.text.instrument.level is need.level
    return _ROLE * role + _CLASS * (class_of(entry.duty) in classes) + _LEVEL * level + _SINGLE * is_single(entry)


def class_of(duty: Duty) -> int:
    """What sort of body bears a duty: village, township, department, government, in this order, or another."""
    found = (at for at, words in enumerate(_CLASSES) if any(word in duty.bearer for word in words))
    return next(found, len(_CLASSES))
