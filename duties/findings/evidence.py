"""Evidence (依据): the words of a finding's bearers as they stand in its places, and the places in which they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from corpus import Version
from duties.findings.finding import Finding, FindingPlace
from duties.findings.reading import Reading

_WIDTHS = {"，": "[，,]", "；": "[；;]", "：": "[：:]", "（": r"[（(]", "）": r"[）)]"}
_TOWNSHIPS = "乡镇"
_TOWNSHIPS_WRITTEN = r"(?:乡镇|乡[（(]镇[）)]|镇[（(]乡[）)]|乡、镇|镇、乡)"


def evident(finding: Finding, reading: Reading) -> Finding:
    """The finding with each bearer as its places write it; a bearer of its article elsewhere adds that paragraph.

    The rules read 县(市、区) as 县（市、区） and 乡（镇） as 乡镇; what people are shown must stand in the text.
    """
    version, bearers, added = reading.read.version, [], dict.fromkeys(finding.also)
    places = [finding.main, *(place for place in finding.also if place.version_id == version.id)]
    for bearer in finding.bearers:
        written = next(_written(bearer, version, places), None)
        if written is None:
            near = list(_near(reading, finding))
            elsewhere = next(((place, w) for place in near for w in _written(bearer, version, [place])), None)
            if elsewhere is not None:
                added[elsewhere[0]], written = None, elsewhere[1]
        bearers.append(written or bearer)
    return replace(finding, bearers=tuple(dict.fromkeys(bearers)), also=tuple(added))


def as_written(bearer: str, text: str) -> str | None:
    """The bearer as ``text`` writes it, or None.

    >>> as_written("县（市、区）乡镇人民政府", "各县(市、区)乡（镇）人民政府应当"), as_written("公安机关", "民政部门")
    ('县(市、区)乡（镇）人民政府', None)
    """
    if bearer in text:
        return bearer
    found = _loosely(bearer).search(text)
    return found.group() if found is not None else None


@lru_cache(maxsize=4096)
def _loosely(bearer: str) -> re.Pattern[str]:
    escaped = "".join(_WIDTHS.get(c, re.escape(c)) for c in bearer)
    return re.compile(escaped.replace(_TOWNSHIPS, _TOWNSHIPS_WRITTEN))


def _written(bearer: str, version: Version, places: list[FindingPlace]) -> Iterator[str]:
    for place in places:
        provision = version.provision(place.eid)
        found = as_written(bearer, version.whole_text(provision)) if provision is not None else None
        if found is not None:
            yield found


def _near(reading: Reading, finding: Finding) -> Iterator[FindingPlace]:
    """The other paragraphs of the article, the nearest one before first; then the lead-in's article as a whole."""
    article = finding.eid.ancestor("art") or finding.eid
    eids = [paragraph.eid for paragraph in reading.by_article.get(article, ())]
    at = eids.index(finding.eid) if finding.eid in eids else 0
    return map(reading.read.place, (*reversed(eids[:at]), *eids[at + 1 :]))
