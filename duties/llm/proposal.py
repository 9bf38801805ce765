"""Proposals (候选): what a model claims to have read, before anything of it is believed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from duties.duty import Modality, Role
from duties.llm.endpoint import LlmError

_FENCE = re.compile(r"^\s*```(?:json)?\s*|\s*```\s*$")
_WORDS = ("place", "bearer", "role", "modality", "act", "matter", "quote")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One row of an answer, every field as the model wrote it."""

    place: str
    bearer: str
    role: str
    modality: str
    act: str
    matter: str
    quote: str

    @property
    def is_in_schema(self) -> bool:
        """Whether role and modality are words of the schema and bearer and quote are there."""
        known = self.role in {role.value for role in Role} and self.modality in {m.value for m in Modality}
        return known and bool(self.bearer and self.quote)


def read_answer(answer: str) -> tuple[Proposal, ...]:
    """The rows of an answer; raises LlmError where it is not the JSON that was asked for.

    >>> read_answer('{"duties": []}')
    ()
    """
    try:
        written = json.loads(_FENCE.sub("", answer))
    except json.JSONDecodeError as error:
        raise LlmError("大模型的回答不是 JSON", remedy="请换用支持结构化输出的模型") from error
    rows = written.get("duties") if isinstance(written, Mapping) else None
    if not isinstance(rows, list):
        raise LlmError("大模型的回答没有 duties 数组", remedy="请换用支持结构化输出的模型")
    return tuple(Proposal(*(_text(row, name) for name in _WORDS)) for row in rows)


def _text(row: object, name: str) -> str:
    value = row.get(name) if isinstance(row, Mapping) else None
    return value.strip() if isinstance(value, str) else ""
