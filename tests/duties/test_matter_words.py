"""Matter words: an object in whole words, never a joint, a number of an article or a run over a semicolon."""

from __future__ import annotations

import pytest

from duties.matter_words import LONGEST, last_clause, matter_of

MATTERS = [
    ("申请换发登记证的", "换发登记证"),
    ("制定或者修改《犬只登记办法》", "《犬只登记办法》"),
    ("责令限期改正；逾期不改正的，处罚款", "限期改正"),
    ("便民原则。优化登记服务", "便民原则"),
    ("加强犬只管理法律法规和免疫知识以及文明养犬的宣传教育普及工作", "文明养犬的宣传教育普及工作"),
    ("及时告知申请人", "及时告知申请人"),
]


@pytest.mark.parametrize(("act", "matter"), MATTERS)
def test_matter_is_whole_words(act: str, matter: str) -> None:
    assert matter_of(act) == matter
    assert len(matter_of(act)) <= LONGEST


def test_matter_cut_short_begins_with_no_article_number() -> None:
    act = "依照栖澜市犬只管理条例第十一条第二款、第二十七条第一款规定的犬只登记程序办理"
    assert not matter_of(act).startswith("第")


@pytest.mark.parametrize(
    ("topic", "clause"),
    [
        ("未登记的，并", "未登记"),
        ("造成污染；拒不清理的", "拒不清理"),
        ("弃养犬只，或者虐待犬只的", "虐待犬只"),
        ("登记的具体办法", "登记的具体办法"),
    ],
)
def test_what_stands_before_a_body_gives_its_last_clause(topic: str, clause: str) -> None:
    assert last_clause(topic) == clause
