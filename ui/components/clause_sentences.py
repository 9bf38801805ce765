"""The sentences of one text by kind, fifty at a time, each opening its provision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from corpus import Version, cite
from duties import Clause, ClauseKind, ClauseText
from ui.components.citation_link import provision_address
from ui.components.downloads import draw_downloads
from ui.components.heading import draw_heading
from ui.components.home import services
from ui.components.markup import escaped, marked
from ui.exports import clause_sentences

PAGE = 50


def draw_sentences(text: ClauseText) -> None:
    """Draw the text's sentences with a choice of kinds."""
    version = services().store.version(text.version_id)
    draw_heading(text.instrument.title)
    counts = Counter(clause.kind for clause in text.clauses)
    chosen = st.pills(
        "条款类型",
        [kind for kind in ClauseKind if counts[kind]],
        selection_mode="multi",
        format_func=lambda kind: f"{kind.value} {counts[kind]}",
        key=f"clause_kinds_{text.version_id}",
        label_visibility="collapsed",
    )
    shown = [clause for clause in text.clauses if not chosen or clause.kind in chosen]
    table = clause_sentences(text.instrument, version, shown)
    draw_downloads("逐句条款类型", lambda: table, f"共 {len(shown)} 句")
    place, pages = st.container(), -(-len(shown) // PAGE)
    number = st.pagination(pages, key=f"clause_page_{text.version_id}_{pages}") if pages > 1 else 1
    place.html(sentences_html(text, version, shown[(number - 1) * PAGE : number * PAGE]))


def sentences_html(text: ClauseText, version: Version, shown: Sequence[Clause]) -> str:
    """The sentences as an escaped table: provision, kind, words with those that decided marked."""
    lines = []
    for clause in shown:
        title = text.instrument.title
        citation = cite(title, clause.eid, version).removeprefix(f"《{title}》")
        address = escaped(provision_address(text.version_id, clause.eid))
        words = version.text[clause.start : clause.end]
        lines.append(
            f'<tr><td><a href="{address}" target="_blank">{escaped(citation)}</a></td>'
            f"<td>{clause.kind.value}</td><td>{marked(words, [clause.cue] if clause.cue else [])}</td></tr>"
        )
    head = "<thead><tr><th>条款</th><th>类型</th><th>原文（标出判别所依据的词）</th></tr></thead>"
    body = "".join(lines)
    return f'<div class="qz-scroll"><table class="qz-matrix qz-clauses">{head}<tbody>{body}</tbody></table></div>'
