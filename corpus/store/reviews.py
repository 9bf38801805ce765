"""Reviews (审核): decisions about findings, only ever added to; of those about one finding the last holds."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, select

from corpus.review import Basis, Review, Verdict
from corpus.store.rows import AnyRow
from corpus.store.tables import REVIEWS


def keep_review(connection: Connection, review: Review) -> None:
    """Note the decision, stamped now where it has no time."""
    values = {
        "fingerprint": review.fingerprint,
        "kind": review.kind,
        "bases": _json([[basis.doc, basis.citation, basis.words] for basis in review.bases]),
        "bearers": _json(list(review.bearers)),
        "verdict": review.verdict.value,
        "reason": review.reason,
        "by": review.by,
        "is_withdrawn": review.is_withdrawn,
        "at": review.at or datetime.now(UTC).replace(tzinfo=None),
    }
    connection.execute(insert(REVIEWS).values(values))


def all_reviews(connection: Connection) -> tuple[Review, ...]:
    """Every decision, the oldest first, those taken back too."""
    return tuple(map(_read_review, connection.execute(select(REVIEWS).order_by(REVIEWS.c.sequence))))


def last_review(connection: Connection) -> int:
    """A number that grows with every decision."""
    return connection.execute(select(func.max(REVIEWS.c.sequence))).scalar() or 0


def _read_review(row: AnyRow) -> Review:
    m = row._mapping
    bases = tuple(Basis(*written) for written in json.loads(m["bases"]))
    decided = (Verdict(m["verdict"]), m["reason"], m["by"], m["at"], m["is_withdrawn"])
    return Review(m["fingerprint"], m["kind"], bases, tuple(json.loads(m["bearers"])), *decided)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
