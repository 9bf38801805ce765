"""Status (时效) of a version on a day."""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """The value is the word shown to people."""

    IN_FORCE = "有效"
    NOT_YET = "尚未生效"
    AMENDED = "已修改"
    REPEALED = "已废止"
