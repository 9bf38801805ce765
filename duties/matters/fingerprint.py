"""Fingerprint (指纹): a duty known by its document and its words, whatever version or database it stands in."""

from __future__ import annotations

import re
from hashlib import sha256

from duties.duty import Duty

_SIGNS = re.compile(r"[^一-鿿0-9A-Za-z]")


def fingerprint(duty: Duty) -> str:
    """Two hashes: of the words quoted, and of bearer and matter, by which a duty is found whose quote was amended.

    >>> from corpus import EId
    >>> from duties.duty import Modality, Role
    >>> def due(days: str, start: int) -> Duty:
    ...     quote = f"市公安局应当在{days}日内办理犬只登记"
    ...     place = ("栖澜市养犬规定", f"v{start}", EId("art_9"))
    ...     return Duty(*place, "市公安局", (), (), Role.LEAD, Modality.MUST, "犬只登记", quote, start, start + 20)
    >>> fingerprint(due("十", 1)) == fingerprint(due("十", 900))
    True
    >>> wording, facts = zip(fingerprint(due("十", 1)).split("."), fingerprint(due("七", 1)).split("."))
    >>> len(set(wording)), len(set(facts))
    (2, 1)
    """
    return f"{_hash(duty.doc, duty.bearer, duty.quote, duty.matter)}.{_hash(duty.doc, duty.bearer, duty.matter)}"


def _hash(*parts: str) -> str:
    plain = "\n".join(_SIGNS.sub("", part) for part in parts)
    return sha256(plain.encode()).hexdigest()[:12]
