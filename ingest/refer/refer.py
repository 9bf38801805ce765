"""References (引用): 《…条例》第六条第一款, 本办法第五条第二款第（三）项, 第八条至第十条, 前款, 刑法第二百六十四条."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import NUMERAL, Provision, Reference
from ingest.frozen import Frozen
from ingest.refer.amending import Amending
from ingest.refer.intent import Intents
from ingest.refer.mention import Mention, read_mention
from ingest.refer.names import read_names
from ingest.refer.nearby import Surroundings
from ingest.refer.targets import Targets

# The one pass over the text: only where one of these stands is looked at closely. Every alternative begins with one
# plain character, so that the engine looks for these six alone.
_ANCHOR = re.compile(
    rf"""
    《(?=[^《》\n])
    | 第(?=[ ]?[（(]?{NUMERAL}[）)]?[ ]?(?:[条款项章节编]|[、至和到]))
    | 本(?=[条款项章节编法规办细决解意通批制方准公实暂纲标指守计《])
    | 前(?:(?=款(?!项)|项(?!目))
         | (?<![目以之提此当先事生]前)(?=[一二两三四五六七八九十](?:款(?!项)|条|项(?!目))|条(?![件例约款])))
    | 同(?=[条款项法规办细决解])
    | 该(?=[条款项法规办细决解])
    """,
    re.X,
)


@dataclass(frozen=True, slots=True)
class FoundReferences(Frozen):
    """The references of each text of a file, as the pipeline hands them on."""

    references: tuple[tuple[Reference, ...], ...]


def find_references(text: str, provisions: Sequence[Provision]) -> tuple[Reference, ...]:
    """Every reference in the provisions of a text, in order; each place of a list is one, a range is one.

    Within this text the target must exist; a reference into another instrument keeps its title and its place as
    written (``art_6__item_3`` where no 款 is written), to be checked against the corpus.
    """
    around = Surroundings(provisions)
    targets, intents, amending = Targets(around), Intents(text), Amending(text, around.has_articles)
    found: list[Reference] = []
    for mention, source in _mentions(text, around, amending):
        kind = intents.read(mention.start, mention.end)
        found.extend(targets.references(mention, source, kind, text))
    return tuple(found)


def _mentions(text: str, around: Surroundings, amending: Amending) -> Iterator[tuple[Mention, Provision]]:
    names = read_names(text)
    cursor = 0
    for anchor in _ANCHOR.finditer(text):
        at = anchor.start()
        if at < cursor or at in around.labels:
            continue
        mention = read_mention(text, at, names)
        if mention is None:
            continue
        cursor = mention.end
        source = around.holder(mention.start)
        if source is not None and not mention.is_no_reference:
            yield amending.adapted(mention), source
