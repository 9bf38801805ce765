"""Answer (答复): statements with their quotations, or a refusal with the reason and the nearest provisions."""

from __future__ import annotations

from dataclasses import dataclass

from answers.question import Question
from corpus import EId, Remark, place_of
from index import Hit


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a provision, verbatim; ``eid`` is its 款 or 项, ``citation`` how it is named to people.

    ``remarks`` are those on the quoted words, counted from the quote's start; ``as_written`` is the quote in the
    characters of the source where they are others (traditional ones), else empty.
    """

    title: str
    version_id: str
    eid: EId
    citation: str
    quote: str
    remarks: tuple[Remark, ...] = ()
    as_written: str = ""

    def as_row(self) -> dict[str, object]:
        """The citation as a plain mapping (doc, version, article, paragraph, item, eid, citation, quote …).

        >>> eid = EId("art_6__para_2")
        >>> row = Quotation("栖澜市网格条例", "v1", eid, "《栖澜市网格条例》第六条第二款", "由街道管理").as_row()
        >>> row["paragraph"]
        2
        """
        place = place_of(self.eid)
        return {
            "doc": self.title,
            "version": self.version_id,
            "article": place.article,
            "paragraph": place.paragraph,
            "item": place.item,
            "eid": str(self.eid),
            "citation": self.citation,
            "quote": self.quote,
            "as_written": self.as_written or self.quote,
            "remarks": [_remark_row(remark) for remark in self.remarks],
        }


def _remark_row(remark: Remark) -> dict[str, object]:
    return {
        "kind": remark.kind.value,
        "start": remark.start,
        "end": remark.end,
        "note": remark.note,
        "original": remark.original,
        "confidence": remark.confidence,
    }


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing the answer says, and the provisions it rests on."""

    text: str
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Caution:
    """What must be known of a text, or of the words quoted at ``citation`` (empty where the whole text is meant)."""

    title: str
    version_id: str
    citation: str
    note: str

    @property
    def words(self) -> str:
        """The caution as it stands under the answer.

        >>> Caution("栖澜市网格条例", "v1", "", "文本可能不完整：没有施行日期的条文").words
        '《栖澜市网格条例》文本可能不完整：没有施行日期的条文'
        """
        return f"{self.citation or f'《{self.title}》'}{self.note}"

    def as_row(self) -> dict[str, object]:
        """``{"doc", "version", "citation", "note"}``; ``citation`` is null where the whole text is meant."""
        return {"doc": self.title, "version": self.version_id, "citation": self.citation or None, "note": self.note}


@dataclass(frozen=True, slots=True)
class Answer:
    """``text`` is Chinese prose with the citations inline; ``reason`` says why it was refused (empty where it was not).

    ``evidence`` are the provisions looked at, best first: on a refusal, the nearest ones. ``cautions`` are what must be
    known of the texts that it quotes; ``text`` ends with them.
    """

    question: Question
    text: str
    refused: bool
    reason: str
    statements: tuple[Statement, ...]
    evidence: tuple[Hit, ...]
    cautions: tuple[Caution, ...] = ()

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Every quotation of the answer once, in its order."""
        return tuple(dict.fromkeys(q for statement in self.statements for q in statement.quotations))

    def as_row(self) -> dict[str, object]:
        """The answer as the command line prints it; on a refusal ``nearest`` names the nearest provisions."""
        return {
            "answer": self.text,
            "refused": self.refused,
            "reason": self.reason,
            "citations": [quotation.as_row() for quotation in self.quotations],
            "notes": [caution.as_row() for caution in self.cautions],
            "nearest": [_nearest_row(hit) for hit in self.evidence[:NEAREST]] if self.refused else [],
        }


NEAREST = 3
"""How many of the nearest provisions a refusal names: enough to go on from, short enough to read."""


def _nearest_row(hit: Hit) -> dict[str, object]:
    place = place_of(hit.eid)
    return {
        "doc": hit.title,
        "version": hit.version_id,
        "article": place.article,
        "paragraph": place.paragraph,
        "eid": str(hit.eid),
        "citation": hit.citation,
        "text": hit.text,
    }
