"""Small texts with duties for the tests of matters and the matrix, made by hand about a made-up city."""

from __future__ import annotations

from corpus import NATION, Dates, EId, Instrument, Level, NormKind, SourceFile, Territory, Version, instrument_id
from duties import Duty, Modality, ReadText, Role

PROVINCE = Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",))
CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
OTHER = Territory("云岫省/望汐市", "望汐市", Level.MUNICIPAL, ("云岫省", "望汐市"))
DISTRICT = Territory("云岫省/栖澜市/东港区", "东港区", Level.COUNTY, ("云岫省", "栖澜市", "东港区"))
STATE = NATION

Told = tuple[str, str, Role, tuple[Level, ...]]
"""Matter, body, role, levels."""


def read_text(title: str, territory: Territory, *told: Told) -> ReadText:
    """A text whose articles each lay one duty on one body."""
    parts, duties, at = [], [], 0
    identity = instrument_id(title, territory)
    version_id = f"v{identity}"
    for number, (matter, body, role, levels) in enumerate(told, start=1):
        quote = f"{body}应当负责{matter}"
        start = at + len(f"第{number}条 ")
        place = (title, version_id, EId(f"art_{number}__para_1"))
        end = start + len(quote)
        duties.append(Duty(*place, body, (body,), levels, role, Modality.MUST, matter, quote, start, end))
        parts.append(f"第{number}条 {quote}。\n")
        at += len(parts[-1])
    source = SourceFile("ab" * 32, "a.md", "text/markdown", 1)
    version = Version(version_id, identity, source, "".join(parts), Dates(), ())
    return ReadText(Instrument(identity, title, NormKind.LOCAL_REGULATION, territory), version, tuple(duties))
