"""Small texts for the tests of the corpus, made by hand about a made-up city."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from corpus import (
    Claim,
    ClaimSource,
    Dates,
    EId,
    Instrument,
    Level,
    NormKind,
    ParsedText,
    Provision,
    ProvisionKind,
    SourceFile,
    Territory,
    Version,
    instrument_id,
    version_id,
)

CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
TITLE = "栖澜市河湖巡护条例"


def regulation(body: str = "市水行政主管部门负责河湖巡护。", starts: date | None = date(2020, 1, 1)) -> ParsedText:
    """A regulation of one article, two paragraphs, the first with an item."""
    text = f"第一条 {body}\n（一）编制巡护计划。\n区人民政府做好配合。"
    first = text.index("\n区")
    item = text.index("（一）")
    provisions = (
        Provision(EId("art_1"), ProvisionKind.ARTICLE, "第一条", "", "", 0, len(text)),
        Provision(EId("art_1__para_1"), ProvisionKind.PARAGRAPH, "", "", body, 4, first),
        Provision(EId("art_1__para_1__item_1"), ProvisionKind.ITEM, "（一）", "", "编制巡护计划。", item, first),
        Provision(EId("art_1__para_2"), ProvisionKind.PARAGRAPH, "", "", "区人民政府做好配合。", first + 1, len(text)),
    )
    original = text.encode()
    digest = sha256(original).hexdigest()
    instrument = Instrument(instrument_id(TITLE, CITY), TITLE, NormKind.LOCAL_REGULATION, CITY, "栖澜市人大常委会")
    source = SourceFile(digest, "河湖.md", "text/markdown", len(original))
    dates = Dates(adopted_on=starts, effective_on=starts)
    version = Version(version_id(digest), instrument.id, source, text, dates, provisions)
    return ParsedText(
        instrument, version, (Claim("title", TITLE, ClaimSource.TITLE_PAGE, "first line", TITLE),), original
    )
