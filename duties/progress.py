"""Progress (阅读进度): what a reader knows at a clause: whose sentence it is, what came before."""

from __future__ import annotations

from dataclasses import dataclass, field

from duties.act import Act
from duties.bearers import Mention
from duties.duty import Modality
from duties.phrases import begins
from duties.subjects import Ledger, Subject


@dataclass
class Progress:
    """The state of one reader.

    ``subject`` is the bearer in charge, ``previous`` the one before it (同级 looks back to that), ``quote`` where its
    words stand in this sentence (None: in an earlier one),
    ``began`` where the sentence begins. ``foreign`` says that the sentence belongs to a thing or, with ``private``,
    to a private person; ``breached`` that it says what a wrongdoer did; ``topical`` that an act is its topic
    (编制规划，应当…); ``inherited`` that the bearer is that of the paragraph before; ``acted``, ``shared``,
    ``penal`` what has been said of the bearer.
    """

    text: str
    base: int
    ledger: Ledger
    subject: Subject | None = None
    previous: Subject | None = None
    modality: Modality = Modality.MUST
    acts: list[Act] = field(default_factory=list)
    quote: int | None = None
    began: int = 0
    acted: bool = False
    shared: bool = False
    penal: bool = False
    breached: bool = False
    foreign: bool = False
    private: bool = False
    topical: bool = False
    inherited: bool = False
    mention: Mention | None = None
    permit: Subject | None = None
    leader: tuple[Subject | None, int | None] | None = None
    partner: Mention | None = None
    partner_at: int = 0

    def open_sentence(self, began: int) -> None:
        """Forget what holds within one sentence only; the bearer stays."""
        self.began, self.quote, self.modality = began, None, Modality.MUST
        self.acted = self.penal = self.breached = self.foreign = self.private = self.topical = False

    def take(self, mention: Mention, quote: int) -> int | None:
        """Put the body of ``mention`` in charge; where its predicate begins, or None for a private person."""
        if not mention.public:
            self.subject, self.foreign, self.private = None, True, True
            return None
        self.previous = self.subject or self.previous
        self.subject, self.mention = self.ledger.subject(mention, self.base, self.previous), mention
        self.quote, self.modality = quote, Modality.MUST
        self.acted = self.foreign = self.penal = self.inherited = self.shared = False
        return mention.stop

    def by(self) -> bool:
        """Whether the bearer stands after 由."""
        return self.quote is not None and begins("by", self.text, self.quote) is not None
