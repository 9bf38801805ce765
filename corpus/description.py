"""Description (著录): which of several claims holds, and the instrument and dates that follow from those that hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from corpus.claim import Claim, ClaimSource
from corpus.errors import ClaimError
from corpus.gazetteer import Gazetteer
from corpus.instrument import Instrument, instrument_id
from corpus.level import Level
from corpus.list_columns import COLUMN_FIELD, check_columns
from corpus.norm_kind import NormKind
from corpus.territory import NATION, Territory
from corpus.version import Dates

FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "标题",
        "document_number": "文号",
        "issuing_authority": "发文机关",
        "kind": "文件类型",
        "territory": "行政区域",
        "level": "层级",
        "adopted_on": "通过日期",
        "approved_on": "批准日期",
        "promulgated_on": "公布日期",
        "effective_on": "施行日期",
        "repealed_on": "废止日期",
        "policy_set": "文件集（主文件标题）",
        "implements": "所实施的文件",
        "basis": "制定依据",
        "repeals": "废止的文件",
        "column": "清单各列的用途",
    }
)
"""The fields a claim may be about and a person may correct, with the words shown for them."""

DATE_FIELDS = ("adopted_on", "approved_on", "promulgated_on", "effective_on", "repealed_on")
MANY = frozenset({"implements", "basis", "repeals"})
"""Fields of several values: titles of other instruments. A person writes them one a line."""

SHARED = frozenset({"kind", "territory", "level"})
"""Fields of the instrument: a correction holds for all its versions, those that come later too."""

_NEVER_EMPTY = frozenset({"title", "kind", "territory", "level"})


def resolve_claim(claims: Iterable[Claim], field: str) -> str:
    """The value that holds for ``field``: of the best source the first; empty where nothing is claimed.

    >>> read = Claim("kind", "政策文件", ClaimSource.DEFAULT, "标题用语")
    >>> resolve_claim([read, Claim("kind", "规范性文件", ClaimSource.USER, "用户更正")], "kind")
    '规范性文件'
    """
    named = [claim for claim in claims if claim.field == field]
    return min(named, key=lambda claim: claim.source).value if named else ""


def resolve_many(claims: Iterable[Claim], field: str) -> tuple[str, ...]:
    """Every value of a field of ``MANY``: what a person said alone, else all that was read, in the order read."""
    named = [claim for claim in claims if claim.field == field]
    said = [claim.value for claim in named if claim.source is ClaimSource.USER]
    values = said[0].splitlines() if said else [claim.value for claim in named]
    return tuple(dict.fromkeys(value for value in values if value))


def resolve_dates(claims: Sequence[Claim]) -> Dates:
    """The dated events that hold; a day of force that a person stated is the first day in force, whatever was read."""
    found = {field: _date(resolve_claim(claims, field)) for field in DATE_FIELDS}
    stated = [c.value for c in claims if c.field == "effective_on" and c.source is ClaimSource.USER]
    return Dates(**found, stated_on=_date(stated[0]) if stated else None)


def _date(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def resolve_instrument(claims: Sequence[Claim], gazetteer: Gazetteer) -> Instrument:
    """The instrument that the claims describe."""
    title, territory = resolve_claim(claims, "title"), _territory(claims, gazetteer)
    kind = resolve_claim(claims, "kind")
    return Instrument(
        instrument_id(title, territory),
        title,
        NormKind(kind) if kind else NormKind.OTHER,
        territory,
        resolve_claim(claims, "issuing_authority"),
        resolve_claim(claims, "document_number"),
    )


def _territory(claims: Sequence[Claim], gazetteer: Gazetteer) -> Territory:
    named = [claim for claim in claims if claim.field in ("territory", "level")]
    places = [claim for claim in named if claim.field == "territory"]
    place = min(places, key=lambda claim: claim.source, default=None)
    territory = gazetteer.at(place.value) if place is not None else NATION
    # A level read with one place says nothing of another that a person put in its stead.
    levels = [c for c in named if c.field == "level" and (place is None or c.source <= place.source)]
    level = resolve_claim(levels, "level")
    return replace(territory, level=Level(level)) if level else territory


def describing_claims(instrument: Instrument, dates: Dates) -> tuple[Claim, ...]:
    """Claims of the lowest source that say what ``instrument`` and ``dates`` say: what holds where no other is."""
    values = {
        "title": instrument.title,
        "kind": instrument.kind.value,
        "territory": territory_value(instrument.territory),
        "level": instrument.level.value,
        "issuing_authority": instrument.issuing_authority,
        "document_number": instrument.document_number,
        **{field: str(getattr(dates, field) or "") for field in DATE_FIELDS},
    }
    return tuple(Claim(field, value, ClaimSource.DEFAULT, "读取结果") for field, value in values.items() if value)


def territory_value(territory: Territory) -> str:
    """How a claim names a territory: its chain of names.

    >>> territory_value(Territory("3301", "杭州市", Level.MUNICIPAL, ("浙江省", "杭州市")))
    '浙江省/杭州市'
    """
    return "/".join(territory.chain) or NATION.name


def check_claim(claim: Claim, gazetteer: Gazetteer) -> Claim:
    """``claim`` as it may be kept, its value in the one form; raises ClaimError for a value that cannot be right."""
    if claim.field not in FIELDS:
        raise ClaimError("没有这个著录项", place=claim.field, remedy=f"可以更正的有：{'、'.join(FIELDS)}")
    value = claim.value.strip()
    if not value and claim.field in _NEVER_EMPTY:
        raise ClaimError(f"{FIELDS[claim.field]}不能为空", remedy="请填写，或撤销更正以恢复读取结果")
    if claim.field in MANY:
        titles = (line.strip().strip("《》") for line in value.splitlines())
        return replace(claim, value="\n".join(title for title in titles if title))
    if claim.field in ("title", "policy_set"):
        is_wrapped = value.startswith("《") and value.endswith("》") and value.count("《") == 1
        return replace(claim, value=value[1:-1] if is_wrapped else value)
    return replace(claim, value=_checked_value(claim.field, value, gazetteer))


def _checked_value(field: str, value: str, gazetteer: Gazetteer) -> str:
    if field in DATE_FIELDS and value:
        try:
            return date.fromisoformat(value).isoformat()
        except ValueError as error:
            raise ClaimError("日期不对", place=value, remedy="请写成 2024-05-01 的形式") from error
    if field == "kind" and value not in frozenset(NormKind):
        raise ClaimError("没有这个文件类型", place=value, remedy=f"请选择：{'、'.join(NormKind)}")
    if field == COLUMN_FIELD:
        return check_columns(value)
    if field == "level":
        return _level(value)
    return _place(value, gazetteer) if field == "territory" else value


def _level(value: str) -> str:
    found = next((level for level in Level if value in (level.value, level.chinese)), None)
    if found is None:
        raise ClaimError("没有这个层级", place=value, remedy=f"请选择：{'、'.join(level.chinese for level in Level)}")
    return found.value


def _place(value: str, gazetteer: Gazetteer) -> str:
    """A chain (浙江省/杭州市/西湖区) or a name that only one place has."""
    if value == NATION.name:
        return value
    head = value.split("/", maxsplit=1)[0]
    if "/" in value and gazetteer.named(head):
        return territory_value(gazetteer.at(value))
    found = gazetteer.named(value)
    if len(found) == 1:
        return territory_value(found[0])
    if found:
        names = "、".join(territory_value(territory) for territory in found[:8])
        raise ClaimError("有几个同名的行政区域", place=value, remedy=f"请写全，例如：{names}")
    raise ClaimError("没有这个行政区域", place=value, remedy="请写全称，例如“杭州市”或“浙江省/杭州市/西湖区”")
