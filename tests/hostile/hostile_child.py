"""A child whose reader does what a test tells it to: as if a file had taken it over."""

from __future__ import annotations

from typing import Any, cast

from corpus import Gazetteer
from ingest.parcel import FileBytes

_TAKE_OVER = """
import ingest.pipeline as pipeline
from ingest.errors import IngestError
honest = pipeline.parse_file
def parse_file(file, gazetteer):
    from corpus import gazetteer as real
    if file.data != b"hostile":
        return honest(file, real())
{deed}
pipeline.parse_file = parse_file
"""

HOSTILE = FileBytes(b"hostile", "恶意.txt", "恶意.txt")
HONEST = FileBytes(
    "# 栖澜市养犬管理规定\n\n第一条 为了规范养犬行为，制定本规定。\n\n第二条 本规定自2024年1月1日起施行。\n".encode(),
    "养犬.md",
    "养犬.md",
)


class _TakenOver:
    """What the parent gives its child at the start: code instead of a gazetteer, run once the child is confined."""

    def __init__(self, deed: str) -> None:
        self._code = _TAKE_OVER.format(deed="\n".join(f"    {line}" for line in deed.strip().splitlines()))

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, (self._code, {})


def gazetteer_that(deed: str) -> Gazetteer:
    """For a worker whose child does ``deed`` (Python) when it is given ``HOSTILE`` to read."""
    return cast(Gazetteer, _TakenOver(deed))
