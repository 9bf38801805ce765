"""The optional extractor by a language model on the same texts and by the same measure as the rules."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from corpus import Settings
from duties import Ask, Endpoint, LlmReading, ReadText, connect, extract_with_llm


def configured(environ: Mapping[str, str] = os.environ) -> Ask:
    """Something to ask; raises LlmError, which says what to set, where no endpoint is configured."""
    return connect(Endpoint.of(Settings.from_environment(environ=environ)))


def read_with_llm(read: tuple[ReadText, ...], ask: Ask) -> tuple[tuple[ReadText, ...], str]:
    """The same texts with the model's duties, and one line for each reason why rows or articles were lost."""
    readings = [extract_with_llm(text.instrument, text.version, ask) for text in read]
    texts = tuple(replace(text, duties=reading.duties) for text, reading in zip(read, readings, strict=True))
    return texts, _losses(readings)


def _losses(readings: list[LlmReading]) -> str:
    dropped = sum((Counter(reading.dropped) for reading in readings), Counter[str]())
    failures = [failure for reading in readings for failure in reading.failures]
    lines = [f"舍去 {number} 行：{reason}" for reason, number in sorted(dropped.items())]
    lines += [f"{len(failures)} 处没有得到回答，例如 {failures[0][0]}：{failures[0][1]}"] if failures else []
    return "\n".join(lines)
