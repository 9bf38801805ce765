"""Matters of a corpus (事项): grouped once for each state of it, with what people changed laid over, and the matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from corpus import (
    EditAction,
    EId,
    Gazetteer,
    MatterEdit,
    QuanzeError,
    Status,
    Territory,
)
from duties import Matrix, Matter, ReadText, Scope, apply_edits, build_matrix, fingerprint, scope_of
from ui.analysis import Analysis
from ui.kept_matters import Grouped, KeptMatters
from ui.wordings import Progress, Wordings

Near = Callable[[str, Sequence[str]], tuple[frozenset[tuple[str, EId]], str]]
"""Provisions that a search by meaning finds near a topic in these territories, and a note where none could be made."""


@dataclass(frozen=True, slots=True)
class _State:
    state: tuple[int, date, str]
    texts: tuple[ReadText, ...]
    grouped: Grouped


class MatterBoard:
    """The matters of the texts in force today. People's edits are laid over them anew each time they are asked for."""

    def __init__(self, analysis: Analysis, wordings: Wordings, gazetteer: Callable[[], Gazetteer], near: Near) -> None:
        self.store, self.analysis, self.gazetteer, self.near = analysis.store, analysis, gazetteer, near
        self._kept = KeptMatters(analysis.store, wordings)
        self._grouped: _State | None = None
        self._edited: tuple[_State, int, tuple[Matter, ...]] | None = None

    def texts(self) -> tuple[ReadText, ...]:
        """The text of each instrument that is in force today; repealed and future ones are left out."""
        return self._current().texts

    def matters(self) -> tuple[Matter, ...]:
        """Every matter, the largest first, as people left it."""
        grouped, edits = self._current(), self.store.matter_edits()
        if self._edited is None or self._edited[0] is not grouped or self._edited[1] != len(edits):
            self._edited = grouped, len(edits), apply_edits(grouped.grouped.matters, edits)
        return self._edited[2]

    def scope(self, territory: str = "") -> Scope:
        """The texts that hold in the place of this name; QuanzeError where there is none, or more than one."""
        return scope_of(self.texts(), self._territory(territory) if territory else None)

    def matrix(self, topics: Sequence[str] = (), territory: str = "") -> Matrix:
        """The matrix of the matters on one of the topics, in force today, for one territory with its chain."""
        scope = self.scope(territory)
        near, notes = self._nearest(topics, [territory] if territory else [])
        return build_matrix(self.matters(), scope, topics, near, (*notes, *self.notes()))

    def notes(self) -> tuple[str, ...]:
        """What a reader must know of the grouping: how many wordings were compared by their words alone."""
        bare = self._current().grouped.bare
        return (f"{bare} 种事项用语没有向量，只按词语归并；运行 quanze matrix 可补算",) if bare else ()

    def learn(self, on_progress: Progress = lambda done, total: None) -> int:
        """Embed the wordings that have no vector yet, as many as it takes; QuanzeError where there is no model."""
        current = self._current()
        return self._kept.learn(current.texts, on_progress) if current.grouped.bare else 0

    def merge(self, ids: Sequence[str], name: str = "", by: str = "") -> int:
        """Make one matter of several."""
        chosen = self._chosen(ids)
        if len(chosen) < 2:
            raise QuanzeError("合并至少需要两个事项", place="、".join(ids), remedy="请选择两个以上的事项")
        prints = sorted({fingerprint(duty) for matter in chosen for duty in matter.duties})
        return self._keep(EditAction.MERGE, [matter.id for matter in chosen], prints, name, by)

    def split(self, matter_id: str, prints: Sequence[str], name: str, by: str = "") -> int:
        """Make the duties with these fingerprints a matter of their own."""
        (matter,) = self._chosen([matter_id])
        known = {fingerprint(duty) for duty in matter.duties}
        if not prints or not set(prints) <= known or set(prints) == known:
            remedy = "请选择该事项中的一部分职责"
            raise QuanzeError("没有可以拆出的职责", place=matter.name, remedy=remedy)
        return self._keep(EditAction.SPLIT, [matter.id], sorted(set(prints)), _named(name, matter), by)

    def rename(self, matter_id: str, name: str, by: str = "") -> int:
        """Give a matter another name."""
        (matter,) = self._chosen([matter_id])
        prints = sorted({fingerprint(duty) for duty in matter.duties})
        return self._keep(EditAction.RENAME, [matter.id], prints, _named(name, matter), by)

    def undo(self, sequence: int, by: str = "") -> int:
        """Take one edit back; the later ones stay."""
        return self.store.edit_matters(MatterEdit(EditAction.UNDO, by=by, undoes=sequence))

    def edits(self) -> tuple[MatterEdit, ...]:
        """Every edit, the oldest first."""
        return self.store.matter_edits()

    def _keep(self, action: EditAction, ids: Sequence[str], prints: Sequence[str], name: str, by: str) -> int:
        return self.store.edit_matters(MatterEdit(action, tuple(ids), tuple(prints), name.strip(), by))

    def _chosen(self, ids: Sequence[str]) -> list[Matter]:
        known = {matter.id: matter for matter in self.matters()}
        missing = [one for one in ids if one not in known]
        if missing:
            raise QuanzeError("没有这个事项", place="、".join(missing), remedy="请刷新页面后重新选择")
        return [known[one] for one in dict.fromkeys(ids)]

    def _current(self) -> _State:
        state = self.store.revision(), date.today(), self._kept.wordings.state()
        if self._grouped is None or self._grouped.state != state:
            in_force = (s for s in self.store.summaries() if s.interval.status(state[1]) is Status.IN_FORCE)
            ordered = sorted(in_force, key=lambda s: (s.instrument.title, s.id))
            texts = self.analysis.read_versions([(s.instrument, s.id) for s in ordered])
            self._grouped = _State(state, texts, self._kept.read(texts))
        return self._grouped

    def _territory(self, name: str) -> Territory:
        places = self.gazetteer()
        present = {text.instrument.territory for text in self.texts()}
        named = [place for place in present if place.name == name] or list(places.short(name))
        known = [place for place in named if place in present] or named
        if not known:
            raise QuanzeError("没有这个行政区域", place=name, remedy="请写全称，例如“杭州市”“西湖区”")
        if len(known) > 1:
            chains = "、".join(sorted("".join(place.chain) for place in known))
            raise QuanzeError(
                "有几个同名的行政区域", place=name, remedy=f"请改用上级区域，或先更正文件的区域：{chains}"
            )
        return known[0]

    def _nearest(
        self, topics: Sequence[str], territories: Sequence[str]
    ) -> tuple[frozenset[tuple[str, EId]], tuple[str, ...]]:
        found = [self.near(topic, territories) for topic in topics if topic.strip()]
        places = frozenset(place for there, _ in found for place in there)
        return places, tuple(dict.fromkeys(note for _, note in found if note))


def _named(name: str, matter: Matter) -> str:
    if not name.strip():
        raise QuanzeError("事项名称不能为空", place=matter.name, remedy="请填写名称")
    return name.strip()
