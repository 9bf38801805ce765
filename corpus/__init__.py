"""The corpus: what the law says. Frozen values of the field's words, and the SQL store that is the truth."""

import corpus.offline

# isort: split
from corpus.citation import WrittenCitation, cite, parse_citation, parse_citations
from corpus.claim import Claim, ClaimSource, Correction
from corpus.compare import ChangeKind, ComparedText, ProvisionChange, compare_versions
from corpus.description import FIELDS, resolve_claim, resolve_dates, resolve_instrument, resolve_many, territory_value
from corpus.eid import EId
from corpus.errors import CitationError, ClaimError, EIdError, QuanzeError, StoreError
from corpus.gazetteer import Gazetteer, gazetteer, read_territories
from corpus.instrument import Instrument, instrument_id, short_title
from corpus.level import Level
from corpus.list_columns import ColumnRole, claimed_roles, column_roles, roles_of
from corpus.matter_edit import EditAction, MatterEdit, standing_edits
from corpus.norm_kind import NormKind
from corpus.numerals import NUMERAL, parse_numeral, write_numeral
from corpus.place import Number, Place, place_of
from corpus.policy_set import Membership, PolicySet, policy_sets
from corpus.provision import Provision, ProvisionKind
from corpus.records import IngestRecord, LandedText, Landing, ParsedText, VersionSummary
from corpus.reference import Reference, ReferenceKind
from corpus.references import (
    CitedBy,
    Outcome,
    ReferenceResolver,
    ResolvedReference,
    TitleIndex,
    cited_by,
    plain_title,
    references_of,
    resolve_reference,
    targeted,
)
from corpus.relations import Relation, RelationKind, relations_of, relations_to
from corpus.release import release_of
from corpus.remark import Remark, RemarkKind
from corpus.resolve import Resolution, candidates_for, resolve_citation
from corpus.review import Basis, Review, Verdict
from corpus.settings import Settings
from corpus.status import Status
from corpus.store import CorpusStore
from corpus.territory import NATION, Territory, level_of_name, make_territory
from corpus.timeline import Interval, Repeal, intervals
from corpus.version import Dates, SourceFile, Version, version_id
from corpus.written_places import WrittenPlace, read_places, written_eid

__all__ = [
    "FIELDS",
    "NATION",
    "NUMERAL",
    "Basis",
    "ChangeKind",
    "CitationError",
    "CitedBy",
    "Claim",
    "ClaimError",
    "ClaimSource",
    "ColumnRole",
    "ComparedText",
    "CorpusStore",
    "Correction",
    "Dates",
    "EId",
    "EIdError",
    "EditAction",
    "Gazetteer",
    "IngestRecord",
    "Instrument",
    "Interval",
    "LandedText",
    "Landing",
    "Level",
    "MatterEdit",
    "Membership",
    "NormKind",
    "Number",
    "Outcome",
    "ParsedText",
    "Place",
    "PolicySet",
    "Provision",
    "ProvisionChange",
    "ProvisionKind",
    "QuanzeError",
    "Reference",
    "ReferenceKind",
    "ReferenceResolver",
    "Relation",
    "RelationKind",
    "Remark",
    "RemarkKind",
    "Repeal",
    "Resolution",
    "ResolvedReference",
    "Review",
    "Settings",
    "SourceFile",
    "Status",
    "StoreError",
    "Territory",
    "TitleIndex",
    "Verdict",
    "Version",
    "VersionSummary",
    "WrittenCitation",
    "WrittenPlace",
    "candidates_for",
    "cite",
    "cited_by",
    "claimed_roles",
    "column_roles",
    "compare_versions",
    "gazetteer",
    "instrument_id",
    "intervals",
    "level_of_name",
    "make_territory",
    "parse_citation",
    "parse_citations",
    "parse_numeral",
    "place_of",
    "plain_title",
    "policy_sets",
    "read_places",
    "read_territories",
    "references_of",
    "relations_of",
    "relations_to",
    "release_of",
    "resolve_citation",
    "resolve_claim",
    "resolve_dates",
    "resolve_instrument",
    "resolve_many",
    "resolve_reference",
    "roles_of",
    "short_title",
    "standing_edits",
    "targeted",
    "territory_value",
    "version_id",
    "write_numeral",
    "written_eid",
]
