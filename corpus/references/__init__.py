"""References against the corpus: which provision is meant on which day, or why none; and who cites a provision."""

from corpus.references.cited_by import CitedBy, cited_by, references_of
from corpus.references.outcome import Outcome, ResolvedReference
from corpus.references.places import targeted
from corpus.references.resolver import ReferenceResolver, resolve_reference
from corpus.references.titles import TitleIndex, plain_title

__all__ = [
    "CitedBy",
    "Outcome",
    "ReferenceResolver",
    "ResolvedReference",
    "TitleIndex",
    "cited_by",
    "plain_title",
    "references_of",
    "resolve_reference",
    "targeted",
]
