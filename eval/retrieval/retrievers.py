"""Retrievers by name: each part of the search alone, what they make together, and whatever is tried beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from corpus import CorpusStore
from eval.retrieval.provision_id import provision_id
from index import Candidate, SearchFilters, SearchIndex, SearchQuery, SearchWeights, read_weights

DEPTH = 100
_MORE = 150  # passages of either side for a part alone: of one unit there may be several

Ranking = tuple[str, ...]
"""Provision ids, best first, each once."""


@dataclass(frozen=True, slots=True)
class Library:
    """What is searched: one corpus and its index, on one day (None: today)."""

    store: CorpusStore
    index: SearchIndex
    as_of: date | None = None

    def rank(self, questions: Sequence[str], weights: SearchWeights | None, *, is_read: bool) -> list[list[Candidate]]:
        """The candidates of each question, best first; all questions are embedded together."""
        filters = SearchFilters(as_of=self.as_of)
        queries = [SearchQuery(question, DEPTH, filters) for question in questions]
        return [list(found) for found in self.index.rank(queries, weights, is_read=is_read)]

    def titles(self) -> Mapping[str, str]:
        """The titles of the instruments by their ids."""
        return {instrument.id: instrument.title for instrument in self.store.instruments()}


@dataclass(frozen=True, slots=True)
class Retriever:
    """``name`` and ``words`` stand in the tables; ``rank`` gives the candidates of every question."""

    name: str
    words: str
    rank: Callable[[Library, Sequence[str]], list[list[Candidate]]]

    def rankings(self, library: Library, questions: Sequence[str]) -> list[Ranking]:
        """The provisions found for every question, the first ``DEPTH`` of them."""
        titles = library.titles()
        return [_ids(found, titles) for found in self.rank(library, questions)]


def _ids(found: Iterable[Candidate], titles: Mapping[str, str]) -> Ranking:
    ids = (provision_id(titles[one.meta["instrument_id"]], one.unit[1]) for one in found)
    return tuple(dict.fromkeys(ids))[:DEPTH]


def _lexical(library: Library, questions: Sequence[str]) -> list[list[Candidate]]:
    found = library.rank(questions, _alone(0.0), is_read=False)
    # The other side names candidates too: those that share no word are none of this side's.
    return [[one for one in ranked if one.lexical > 0] for ranked in found]


def _dense(library: Library, questions: Sequence[str]) -> list[list[Candidate]]:
    return library.rank(questions, _alone(1.0), is_read=False)


def _hybrid(library: Library, questions: Sequence[str]) -> list[list[Candidate]]:
    return library.rank(questions, None, is_read=False)


def _whole(library: Library, questions: Sequence[str]) -> list[list[Candidate]]:
    return library.rank(questions, None, is_read=True)


def _alone(dense: float) -> SearchWeights:
    weights = read_weights()
    return replace(weights, candidates=max(_MORE, weights.candidates), dense=dense, title=0.0, place=0.0)


def of_profile(path: Path) -> Retriever:
    """The whole search with the weights of another profile file."""
    weights = read_weights(path)
    return Retriever(path.stem, f"the search with {path.name}", lambda lib, q: lib.rank(q, weights, is_read=True))


RETRIEVERS = {
    retriever.name: retriever
    for retriever in (
        Retriever("lexical", "BM25 over words, title and chapter among them", _lexical),
        Retriever("dense", "vectors alone", _dense),
        Retriever("hybrid", "both, with the weights of the profile", _hybrid),
        Retriever("search", "hybrid, and citations, titles and places in the question read", _whole),
    )
}
"""A new part is a new row here; it then stands beside the others in every table, plot and saved run."""
