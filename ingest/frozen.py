"""Frozen (不可变值): a value that nobody can change is its own copy."""

from __future__ import annotations

from typing import Any, Self


class Frozen:
    """Base of the frozen values that pipeline components hand to each other.

    Haystack copies every component's input deeply; over 80 regulations that took 94 % of the time.
    """

    __slots__ = ()

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        return self
