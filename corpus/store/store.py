"""CorpusStore: the truth that everything else is derived from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Engine, Select, Table, and_, func, insert, or_, select
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from corpus.claim import Claim, ClaimSource, Correction
from corpus.description import check_claim, describing_claims
from corpus.errors import StoreError
from corpus.gazetteer import Gazetteer, gazetteer
from corpus.instrument import Instrument, short_title
from corpus.matter_edit import MatterEdit
from corpus.records import IngestRecord, Landing, ParsedText, VersionSummary
from corpus.reference import Reference
from corpus.review import Review
from corpus.settings import Settings
from corpus.status import Status
from corpus.store import corrections, matter_edits, reviews, rows
from corpus.store.derived import Derived
from corpus.store.engine import open_engine
from corpus.store.originals import Originals
from corpus.store.repeals import Repeals, read_repeals
from corpus.store.tables import CLAIMS, INSTRUMENTS, PROVISIONS, RECORDS, REFERENCES, REMARKS, VERSIONS
from corpus.timeline import Repeal, intervals
from corpus.version import Dates, Version


class CorpusStore:
    """Instruments, versions and provisions by SQLAlchemy Core. A document lands in one transaction: all or nothing."""

    def __init__(
        self, engine: Engine, originals: Originals, load_gazetteer: Callable[[], Gazetteer] = gazetteer
    ) -> None:
        self._engine = engine
        self._originals = originals
        self._load_gazetteer = load_gazetteer
        self.derived = Derived(engine)

    @classmethod
    def open(cls, settings: Settings) -> CorpusStore:
        """The store of a data directory, made when it is not there; raises StoreError."""
        return cls(open_engine(settings), Originals(settings.files), lambda: gazetteer(*settings.territories))

    def close(self) -> None:
        """Give the database back."""
        self._engine.dispose()

    def add(self, *texts: ParsedText) -> Landing:
        """Land the texts of ONE file with the original file, in one transaction: all of them or nothing.

        ``duplicate`` and nothing written when this very file is here already. The landing names the first text.
        """
        first = texts[0].version
        if self._holds(first.id):
            return Landing("duplicate", first.id)
        try:
            self._originals.keep(first.source.sha256, texts[0].original)
            with self._engine.begin() as connection:
                for text in texts:
                    self._write(connection, text)
        except (SQLAlchemyError, OSError) as error:
            # Another process may have landed the same file between the look and the write.
            if isinstance(error, IntegrityError) and self._holds(first.id):
                return Landing("duplicate", first.id)
            remedy = "该文件未写入任何内容；请检查磁盘空间后重新导入"
            raise StoreError("写入语料库失败", place=first.source.name, remedy=remedy) from error
        return Landing("ok", first.id)

    def _holds(self, version_id: str) -> bool:
        return bool(self._rows(select(VERSIONS.c.sequence).where(VERSIONS.c.id == version_id)))

    def _rows(self, query: Select[tuple[object, ...]]) -> Sequence[rows.AnyRow]:
        with self._engine.connect() as connection:
            return connection.execute(query).all()

    def instruments(self) -> tuple[Instrument, ...]:
        """Every instrument, by title."""
        query = select(INSTRUMENTS).order_by(INSTRUMENTS.c.title, INSTRUMENTS.c.id)
        return tuple(rows.read_instrument(row) for row in self._rows(query))

    def instrument(self, instrument_id: str) -> Instrument | None:
        """The instrument with this id, or None."""
        found = self._rows(select(INSTRUMENTS).where(INSTRUMENTS.c.id == instrument_id))
        return rows.read_instrument(found[0]) if found else None

    def titled(self, title: str) -> tuple[Instrument, ...]:
        """The instruments with exactly this title, with or without a leading 中华人民共和国."""
        short = short_title(title.strip("《》 　"))
        query = select(INSTRUMENTS).where(INSTRUMENTS.c.short_title == short).order_by(INSTRUMENTS.c.id)
        return tuple(rows.read_instrument(row) for row in self._rows(query))

    def summaries(self) -> tuple[VersionSummary, ...]:
        """Every version without its text, in the order of landing, with the interval in which it is in force."""
        columns = [c for c in VERSIONS.c if c.name not in ("text", "original_text", "id")]
        described = [c for c in INSTRUMENTS.c if c.name != "id"]
        query = select(VERSIONS.c.id, *columns, *described).join(INSTRUMENTS).order_by(VERSIONS.c.sequence)
        found = self._rows(query)
        grouped: dict[Instrument, list[tuple[str, Dates]]] = {}
        for row in found:
            m = row._mapping
            grouped.setdefault(rows.read_instrument(row, "instrument_id"), []).append((m["id"], rows.read_dates(m)))
        with self._engine.connect() as connection:
            repeals = read_repeals(connection)
        dated = (intervals(group, repeals.of(instrument)) for instrument, group in grouped.items())
        spans = {version: span for group in dated for version, span in group.items()}
        return tuple(rows.read_summary(row, spans[row._mapping["id"]]) for row in found)

    def version(self, version_id: str) -> Version:
        """The version with its provisions and references; StoreError when there is none with this id."""
        found = self._rows(select(VERSIONS).where(VERSIONS.c.id == version_id))
        if not found:
            raise StoreError("语料库中没有这个文本版本", place=version_id)
        parts = (self._parts(table, version_id) for table in (PROVISIONS, REFERENCES, REMARKS))
        return rows.read_version(found[0], *parts)

    def _parts(self, table: Table, version_id: str) -> Sequence[rows.AnyRow]:
        return self._rows(select(table).where(table.c.version_id == version_id).order_by(table.c.position))

    def version_in_force(self, instrument_id: str, day: date) -> Version | None:
        """The text of the instrument in force on ``day``, or None."""
        columns = [c for c in VERSIONS.c if c.name.endswith("_on") or c.name == "id"]
        query = select(*columns).where(VERSIONS.c.instrument_id == instrument_id).order_by(VERSIONS.c.sequence)
        dated = [(row._mapping["id"], rows.read_dates(row._mapping)) for row in self._rows(query)]
        spans = intervals(dated, self.repeals(instrument_id))
        holding = [version for version, span in spans.items() if span.status(day) is Status.IN_FORCE]
        return self.version(holding[-1]) if holding else None

    def repeals(self, instrument_id: str) -> tuple[Repeal, ...]:
        """The texts of the corpus that say the instrument is repealed (《…》同时废止), with the day."""
        instrument = self.instrument(instrument_id)
        if instrument is None:
            return ()
        with self._engine.connect() as connection:
            return read_repeals(connection, instrument.title).of(instrument)

    def claims(self, version_id: str) -> tuple[Claim, ...]:
        """What people have said of the version and what was read about it, and where."""
        with self._engine.connect() as connection:
            return corrections.claims_of(connection, version_id)

    def claimed(self, *fields: str) -> Mapping[str, tuple[Claim, ...]]:
        """The claims about ``fields`` by version, what people have said first; versions without any are left out."""
        with self._engine.connect() as connection:
            return corrections.claimed(connection, fields)

    def claim(self, version_id: str, claim: Claim) -> None:
        """Keep a person's correction: it goes before all that was read, for ever, and describes the version anew.

        A kind, level or territory holds for every version of the instrument. Raises ClaimError for a value that
        cannot be right, StoreError for a version that is not there.
        """
        places = self._load_gazetteer()
        said = check_claim(replace(claim, source=ClaimSource.USER), places)
        with self._engine.begin() as connection:
            corrections.keep_correction(connection, version_id, said, places)

    def unclaim(self, version_id: str, field: str) -> None:
        """Take the correction of ``field`` back: what was read holds again."""
        nothing = Claim(field, "", ClaimSource.USER, "撤销更正")
        with self._engine.begin() as connection:
            corrections.keep_correction(connection, version_id, nothing, self._load_gazetteer(), is_withdrawn=True)

    def corrections(self, version_id: str) -> tuple[Correction, ...]:
        """Every correction made on this version, the oldest first, those taken back too."""
        with self._engine.connect() as connection:
            return corrections.corrections_of(connection, version_id)

    def review(self, review: Review) -> None:
        """Keep a person's decision about a finding, or its being taken back."""
        with self._engine.begin() as connection:
            reviews.keep_review(connection, review)

    def reviews(self) -> tuple[Review, ...]:
        """Every decision about findings, the oldest first, those taken back too."""
        with self._engine.connect() as connection:
            return reviews.all_reviews(connection)

    def review_revision(self) -> int:
        """A number that grows with every decision; ``revision`` stays, since no text is described anew by one."""
        with self._engine.connect() as connection:
            return reviews.last_review(connection)

    def edit_matters(self, edit: MatterEdit) -> int:
        """Keep what a person decided about matters, for ever; its sequence, by which it can be undone."""
        with self._engine.begin() as connection:
            return matter_edits.keep_edit(connection, edit)

    def matter_edits(self) -> tuple[MatterEdit, ...]:
        """Every edit of matters, the oldest first, undone ones and their undoing too."""
        with self._engine.connect() as connection:
            return matter_edits.read_edits(connection)

    def original(self, version_id: str) -> bytes:
        """The file that the version was read from."""
        query = select(VERSIONS.c.source_sha256).where(VERSIONS.c.id == version_id)
        found = self._rows(query)
        if not found:
            raise StoreError("语料库中没有这个文本版本", place=version_id)
        return self._originals.read(found[0][0])

    def said_repeals(self) -> Repeals:
        """Every repeal that the texts of the corpus speak of, also of what the corpus does not hold."""
        with self._engine.connect() as connection:
            return read_repeals(connection)

    def cited_titles(self) -> tuple[str, ...]:
        """Every title that some reference names, as written."""
        query = select(REFERENCES.c.title).where(REFERENCES.c.title.is_not(None)).distinct()
        return tuple(str(row[0]) for row in self._rows(query))

    def citing(self, titles: Sequence[str], own: Sequence[str]) -> tuple[tuple[str, Reference], ...]:
        """The references that name one of ``titles``, and those of the versions ``own`` to themselves, with version."""
        named = REFERENCES.c.title.in_(titles)
        itself = and_(REFERENCES.c.title.is_(None), REFERENCES.c.version_id.in_(own))
        query = select(REFERENCES).where(or_(named, itself)).order_by(REFERENCES.c.version_id, REFERENCES.c.position)
        return tuple((str(row._mapping["version_id"]), rows.read_reference(row)) for row in self._rows(query))

    def record(self, record: IngestRecord) -> None:
        """Note what became of a file."""
        with self._engine.begin() as connection:
            connection.execute(insert(RECORDS).values(rows.record_values(record)))

    def records(self, limit: int = 200) -> tuple[IngestRecord, ...]:
        """The latest ``limit`` notes, newest first."""
        query = select(RECORDS).order_by(RECORDS.c.sequence.desc()).limit(limit)
        return tuple(rows.read_record(row) for row in self._rows(query))

    def revision(self) -> int:
        """A number that grows with every landed version and every correction; 0 for an empty corpus."""
        with self._engine.connect() as connection:
            landed = connection.execute(select(func.max(VERSIONS.c.sequence))).scalar() or 0
            return landed + corrections.last_correction(connection)

    def _write(self, connection: Connection, text: ParsedText) -> None:
        instrument, version = rows.instrument_values(text.instrument), text.version
        is_known = bool(
            connection.execute(select(INSTRUMENTS.c.id).where(INSTRUMENTS.c.id == instrument["id"])).first()
        )
        if not is_known:
            connection.execute(insert(INSTRUMENTS).values(instrument))
        connection.execute(insert(VERSIONS).values(rows.version_values(version)))
        parts = (
            (PROVISIONS, rows.provision_values(version)),
            (REFERENCES, rows.reference_values(version)),
            (REMARKS, rows.remark_values(version)),
            (CLAIMS, rows.claim_values(version.id, _all_claims(text))),
        )
        for table, values in parts:
            if values:
                connection.execute(insert(table), values)
        if corrections.said_claims(connection, version.id, version.instrument_id):
            corrections.describe_again(connection, [version.id], self._load_gazetteer())
        elif is_known:
            corrections.refresh_instrument(connection, version.instrument_id, self._load_gazetteer())


def _all_claims(text: ParsedText) -> tuple[Claim, ...]:
    """What was read, and what holds without having been read anywhere, so that it comes back after a correction."""
    read = {claim.field for claim in text.claims}
    described = describing_claims(text.instrument, text.version.dates)
    return (*text.claims, *(claim for claim in described if claim.field not in read))
