"""Reviewing (审核): the findings with what people decided about them, and the decisions taken down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from corpus import CorpusStore, QuanzeError, Review, Status, Verdict
from duties import (
    FindingKind,
    JudgedFinding,
    Near,
    ReadText,
    RulePrecision,
    Suggester,
    Suggestion,
    holding_reviews,
    judge,
    nothing_near,
    rule_precision,
)
from ui.analysis import Analysis


class Reviewing:
    """What reviewers see and say of the findings of one corpus."""

    def __init__(self, store: CorpusStore, analysis: Analysis, near: Near = nothing_near) -> None:
        self.store, self.analysis, self.near = store, analysis, near
        self._suggester: tuple[int, Suggester] | None = None

    def findings(self, titles: Sequence[str] = ()) -> tuple[JudgedFinding, ...]:
        """The findings of these instruments, of all when none is named, with their evidence and decisions."""
        found = self.analysis.findings(titles)
        return judge(found, self.texts_of({place.version_id for f in found for place in (f.main, *f.also)}), self.all())

    def texts_of(self, versions: set[str]) -> Mapping[str, ReadText]:
        """The texts with these version ids."""
        return {text.version.id: text for text in self.analysis.known_texts() if text.version.id in versions}

    def finding(self, wanted: str, titles: Sequence[str] = ()) -> JudgedFinding:
        """The finding with this id (or a beginning of it that fits one only), the first where the words stand twice."""
        fitting: dict[str, JudgedFinding] = {}
        for one in self.findings(titles):
            if one.fingerprint.startswith(wanted):
                fitting.setdefault(one.fingerprint, one)
        if len(fitting) != 1 or len(wanted) < 4:
            what = "编号不够长，可能指几项发现" if fitting else "没有这个编号的发现"
            raise QuanzeError(what, place=wanted, remedy="请用 quanze findings 查看每项发现的编号（十个字符）")
        return next(iter(fitting.values()))

    def same_words(self, judged: JudgedFinding, titles: Sequence[str] = ()) -> int:
        """At how many places the same words stand, decided all at once: 专门委员会审议… in two articles of one text."""
        return sum(one.fingerprint == judged.fingerprint for one in self.findings(titles))

    def decide(self, judged: JudgedFinding, verdict: Verdict, reason: str, by: str) -> None:
        """Take down a decision; a rejection says why."""
        if verdict is Verdict.REJECTED and not reason.strip():
            raise QuanzeError("驳回一项发现要写明理由", place=judged.id, remedy="请写一句理由后再驳回")
        self.store.review(_review(judged, verdict, reason.strip(), by.strip()))

    def undo(self, judged: JudgedFinding, by: str) -> None:
        """Take the decision about a finding back, also one that was made about earlier words."""
        made = judged.review or judged.earlier
        if made is None:
            raise QuanzeError("这项发现没有可以撤销的审核结论", place=judged.id)
        withdrawn = Review(
            made.fingerprint, made.kind, made.bases, made.bearers, made.verdict, "撤销", by.strip(), None, True
        )
        self.store.review(withdrawn)

    def suggestion(self, judged: JudgedFinding, *, asks_index: bool = True) -> Suggestion:
        """What a drafter could write instead, out of the texts in force today; worked out when somebody asks.

        Exports do not ask the index: it may be busy or missing, and the same corpus must give the same file.
        """
        finding = judged.finding
        texts = self.texts_of({place.version_id for place in (finding.main, *finding.also)})
        near = self.near if asks_index else nothing_near
        return self._current_suggester().suggest(finding, texts[finding.version_id], texts.values(), near)

    def _current_suggester(self) -> Suggester:
        revision = self.store.revision()
        if self._suggester is None or self._suggester[0] != revision:
            today = date.today()
            holding = {one.id for one in self.store.summaries() if one.status(today) is Status.IN_FORCE}
            texts = [text for text in self.analysis.read_texts() if text.version.id in holding]
            self._suggester = revision, Suggester(texts, self.analysis.findings())
        return self._suggester[1]

    def all(self) -> tuple[Review, ...]:
        """Every decision, the oldest first, those taken back too."""
        return self.store.reviews()

    def holding(self) -> tuple[Review, ...]:
        """The decisions that hold, in the order they were made."""
        return tuple(holding_reviews(self.all()).values())

    def precision(self) -> Mapping[FindingKind, RulePrecision]:
        """How far each kind has proved right so far."""
        return rule_precision(self.all())


def _review(judged: JudgedFinding, verdict: Verdict, reason: str, by: str) -> Review:
    finding = judged.finding
    bases = tuple(one.basis for one in judged.evidence)
    return Review(judged.fingerprint, finding.kind.value, bases, finding.bearers, verdict, reason, by)
