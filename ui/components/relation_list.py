"""Relations (关系: 实施, 依据, 废止) between instruments, and policy sets (“1+5”), with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from corpus import (
    Instrument,
    Membership,
    PolicySet,
    Relation,
    RelationKind,
    VersionSummary,
    policy_sets,
    relations_of,
    relations_to,
)
from ui.components.citation_link import provision_address
from ui.components.heading import draw_note
from ui.components.home import CorpusKey, corpus_key, services
from ui.components.instrument_list import opening_version
from ui.components.markup import escaped
from ui.components.version_list import versions_by_instrument

EDIT_HINT = "文件集与关系可在“著录与更正”里更正（“文件集”填主文件标题，留空表示不属于任何文件集）。"


_HEARD = {
    RelationKind.IMPLEMENTS: "实施本文件：",
    RelationKind.BASIS: "以本文件为依据：",
    RelationKind.REPEALS: "废止本文件：",
}


def draw_relations(summary: VersionSummary) -> None:
    """Draw what the text says of others, what others say of its instrument, and the set it belongs to."""
    store = services().store
    said, heard = relations_of(store, summary.id), relations_to(store, summary.instrument)
    found = sets_of(all_sets(), summary.instrument)
    st.html(relations_html(said, heard) + "".join(map(set_html, found)))
    draw_note(EDIT_HINT)


def draw_policy_sets() -> None:
    """Draw a fold with every set of the corpus, read when somebody opens it."""
    fold = st.expander("文件集（“1+5”）", key="policy_sets", on_change="rerun")
    if fold.open:
        with fold:
            st.html("".join(map(set_html, all_sets())) or '<div class="qz-line">没有读出文件集。</div>')


def all_sets() -> tuple[PolicySet, ...]:
    """The policy sets of the corpus, read once for each of its states."""
    return _sets(corpus_key())


@st.cache_resource(show_spinner=False, max_entries=2)
def _sets(key: CorpusKey) -> tuple[PolicySet, ...]:
    return policy_sets(services().store)


def sets_of(sets: Sequence[PolicySet], instrument: Instrument) -> tuple[PolicySet, ...]:
    """The sets in which ``instrument`` is the main document or a supporting one."""
    return tuple(
        one
        for one in sets
        if (one.main is not None and one.main.id == instrument.id)
        or any(member.instrument.id == instrument.id for member in one.supporting)
    )


def relations_html(said: Sequence[Relation], heard: Sequence[Relation]) -> str:
    """Both directions as lists, escaped."""
    forth = "".join(_line(relation.kind.chinese, _targets(relation), relation.quote) for relation in said)
    back = "".join(_line(_HEARD[one.kind], instrument_link(one.source), one.quote) for one in heard)
    if not forth and not back:
        return '<div class="qz-line">没有读出与其他文件的关系。</div>'
    return _list("本文件", forth) + _list("其他文件对本文件", back)


def _targets(relation: Relation) -> str:
    if not relation.targets:
        return f"《{escaped(relation.title)}》<span class='qz-tag'>不在语料库中</span>"
    links = "、".join(map(instrument_link, relation.targets))
    return links + ("（同名，须由人判断）" if len(relation.targets) > 1 else "")


def _list(head: str, lines: str) -> str:
    return f'<div class="qz-line">{head}</div><ul class="qz-remarks">{lines}</ul>' if lines else ""


def _line(word: str, link: str, quote: str) -> str:
    words = f' <span class="qz-line">“{escaped(quote)}”</span>' if quote else ""
    return f"<li>{escaped(word)} {link}{words}</li>"


def instrument_link(instrument: Instrument) -> str:
    """The instrument's title as a link to the text that a reader wants first."""
    versions = versions_by_instrument().get(instrument.id)
    title = f"《{escaped(instrument.title)}》"
    return f'<a href="{escaped(provision_address(opening_version(versions).id))}">{title}</a>' if versions else title


def set_html(found: PolicySet) -> str:
    """A set: its size, the main document, the supporting ones with why they belong."""
    main = instrument_link(found.main) if found.main is not None else f"《{escaped(found.name)}》（不在语料库中）"
    members = "".join(map(_member, found.supporting))
    return f'<div class="qz-set"><b>文件集 {found.formula}</b> {main}<ul class="qz-remarks">{members}</ul></div>'


def _member(member: Membership) -> str:
    return _line("配套", instrument_link(member.instrument), member.why)
