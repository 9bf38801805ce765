"""Derived (推导结果): what another room has worked out of the corpus, kept so that it is not worked out again.

Nothing here is the truth: a row under an old key is passed over and written anew, a row lost costs only time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from sqlalchemy import Engine, and_, delete, func, insert, select
from sqlalchemy.exc import SQLAlchemyError

from corpus.store.tables import DERIVED

_TOGETHER = 400
"""SQLite takes no more than 999 parameters in one statement."""


class Derived:
    """Rows of one sort (``what``) by subject, a version's id or a word for the whole corpus, each under a key.

    The key says from what a row was made; it is right as long as the asker's key is the same.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def read(self, what: str, keys: Mapping[str, str]) -> dict[str, bytes]:
        """What is kept under these keys by subject; subjects without, or with another key, are left out."""
        found: dict[str, bytes] = {}
        with self._engine.connect() as connection:
            for subjects in _batches(tuple(keys)):
                query = select(DERIVED).where(and_(DERIVED.c.what == what, DERIVED.c.subject.in_(subjects)))
                for row in connection.execute(query):
                    if row.key == keys[row.subject]:
                        found[row.subject] = bytes(row.value)
        return found

    def count(self, what: str, key: str) -> int:
        """How many rows of this sort are kept under the key."""
        query = select(func.count()).where(and_(DERIVED.c.what == what, DERIVED.c.key == key))
        with self._engine.connect() as connection:
            return int(connection.execute(query).scalar_one())

    def keep(self, what: str, values: Mapping[str, tuple[str, bytes]]) -> bool:
        """Keep key and value of each subject, in one transaction, in place of what was there.

        False where it could not be written: the disk is full, or another process has just written the same.
        """
        rows = [{"what": what, "subject": s, "key": key, "value": value} for s, (key, value) in values.items()]
        try:
            with self._engine.begin() as connection:
                for subjects in _batches(tuple(values)):
                    connection.execute(
                        delete(DERIVED).where(and_(DERIVED.c.what == what, DERIVED.c.subject.in_(subjects)))
                    )
                if rows:
                    connection.execute(insert(DERIVED), rows)
        except SQLAlchemyError:
            return False
        return True


def _batches(subjects: Sequence[str]) -> list[tuple[str, ...]]:
    rest = iter(subjects)
    return list(iter(lambda: tuple(islice(rest, _TOGETHER)), ()))
