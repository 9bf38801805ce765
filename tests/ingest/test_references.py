"""References in a text: where they stand and what they mean."""

from __future__ import annotations

import pytest

from tests.ingest.texts import REGULATION, parse


def test_references_keep_their_offsets_and_targets() -> None:
    version = parse(REGULATION).version
    found = [(r.source, r.quote, r.target, r.reason) for r in version.references]
    assert found == [
        ("art_2-1__para_2", "第十条", "art_10", "文中没有这一条款"),
        ("art_3__para_1", "本条例第二条第一款第（二）项", "art_2__para_1__item_2", ""),
        ("art_3__para_1", "前条", "art_2-1", ""),
    ]
    assert all(version.text[r.start : r.end] == r.quote for r in version.references)


@pytest.mark.parametrize(
    ("words", "title", "target"),
    [
        ("依照《云岫省巡护条例》第六条第二款执行", "云岫省巡护条例", "art_6__para_2"),
        ("依照《云岫省实施〈巡护法〉办法》执行", "云岫省实施〈巡护法〉办法", None),
        ("依照本办法第一条执行", None, "art_1"),
        ("依照本办法第九条执行", None, "art_9"),
    ],
)
def test_a_reference_names_its_instrument_and_place(words: str, title: str | None, target: str | None) -> None:
    version = parse(f"栖澜市试行办法\n第一条 甲。\n第二条 {words}，自公布之日起施行。").version
    assert [(r.title, r.target) for r in version.references] == [(title, target)]


def test_the_paragraph_before_is_found() -> None:
    version = parse("栖澜市试行办法\n第一条 甲。\n违反前款规定的，自公布之日起施行处罚。").version
    assert [(r.source, r.target) for r in version.references] == [("art_1__para_2", "art_1__para_1")]
