"""References in a text: where they stand, what they mean, and what is none."""

from __future__ import annotations

import pytest

from corpus import Reference, ReferenceKind
from tests.ingest.texts import REGULATION, parse

ARTICLES = """栖澜市试行办法
第一条 市水务部门应当履行下列职责：
（一）编制计划；
（二）组织培训；
（三）公布结果。
区人民政府配合前款第二项、第三项工作。
第二条 河湖长应当巡河。
巡河记录保存三年。
第三条 违反《云岫省巡护条例》第六条的，由市水务部门处理。
第四条 {words}
第五条 本办法自公布之日起施行。
"""


def _found(words: str) -> list[Reference]:
    version = parse(ARTICLES.format(words=words)).version
    assert all(version.text[r.start : r.end] == r.quote for r in version.references)
    return [r for r in version.references if r.source.startswith("art_4")]


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
        ("依照《云岫省巡护条例》（2021年修订）第六条执行", "云岫省巡护条例", "art_6"),
        ("依照《云岫省巡护条例》第六条第三项执行", "云岫省巡护条例", "art_6__item_3"),
        ("依照《云岫省实施〈巡护法〉办法》执行", "云岫省实施〈巡护法〉办法", None),
        ("有违反湖泊保护法第九条的行为的", "湖泊保护法", "art_9"),
        ("依照修改后的中华人民共和国湖泊保护法第九条处理", "中华人民共和国湖泊保护法", "art_9"),
        ("构成刑法第三百条规定的犯罪的", "刑法", "art_300"),
        ("人民法院认定属于湖泊保护法第九条的情形", "湖泊保护法", "art_9"),
        ("当事人主张适用国家赔偿法第九条", "国家赔偿法", "art_9"),
        ("经营者使用无线电管理条例第九条的频率", "无线电管理条例", "art_9"),
        ("依照对外贸易法第九条处理", "对外贸易法", "art_9"),
        ("在中华人民共和国领域内违反湖泊保护法第九条", "湖泊保护法", "art_9"),
        ("依照本办法第一条执行", None, "art_1"),
        ("依照本办法第九条执行", None, "art_9"),
        ("适用本办法第一条第二项", None, "art_1__para_1__item_2"),
        ("适用第一条第二款", None, "art_1__para_2"),
    ],
)
def test_a_reference_names_its_instrument_and_place(words: str, title: str | None, target: str | None) -> None:
    assert [(r.title, r.target) for r in _found(words + "。")] == [(title, target)]


@pytest.mark.parametrize(
    ("words", "targets"),
    [
        ("依照第一条、第二条和第三条", [("第一条", "art_1"), ("第二条", "art_2"), ("第三条", "art_3")]),
        (
            "依照第一条第一款第（一）、（三）项",
            [("第一条第一款第（一）", "art_1__para_1__item_1"), ("（三）项", "art_1__para_1__item_3")],
        ),
        (
            "依照本办法第一条第一、二项",
            [("本办法第一条第一", "art_1__para_1__item_1"), ("二项", "art_1__para_1__item_2")],
        ),
        ("依照第二条第一款和第二款", [("第二条第一款", "art_2__para_1"), ("第二款", "art_2__para_2")]),
        ("依照第三十三条之一", [("第三十三条之一", "art_33-1")]),
    ],
)
def test_each_place_of_a_list_is_one_reference(words: str, targets: list[tuple[str, str]]) -> None:
    assert [(r.quote, r.target) for r in _found(words + "处理。")] == targets


@pytest.mark.parametrize(
    ("words", "target", "through"),
    [
        ("依照第一条至第三条", "art_1", "art_3"),
        ("依照第一条第（一）项至第（三）项", "art_1__para_1__item_1", "art_1__para_1__item_3"),
        ("依照第二条第一款至第二款", "art_2__para_1", "art_2__para_2"),
    ],
)
def test_a_range_is_one_reference_with_its_last_place(words: str, target: str, through: str) -> None:
    assert [(r.target, r.through) for r in _found(words + "处理。")] == [(target, through)]


@pytest.mark.parametrize(
    "words",
    [
        "侵害第三人权益的",
        "第一、第二审人民法院",
        "有三条河流流经的",
        "持《河道采砂许可证》采砂的",
        "具备前提条件的",
        "支付货款项目的",
        "目前条件不成熟的",
        "属于本项目的",
    ],
)
def test_words_that_look_like_one_are_no_reference(words: str) -> None:
    assert _found(words + "，由市水务部门处理。") == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("根据《云岫省巡护条例》", ReferenceKind.BASIS),
        ("依照本办法第一条", ReferenceKind.COMPLIANCE),
        ("违反第二条", ReferenceKind.VIOLATION),
        ("按照《云岫省巡护条例》", ReferenceKind.MANNER),
        ("符合第二条", ReferenceKind.MENTION),
    ],
)
def test_the_word_in_front_is_the_kind(words: str, kind: ReferenceKind) -> None:
    assert [r.kind for r in _found(words + "处理。")] == [kind]


def test_a_list_shares_its_kind() -> None:
    found = _found("根据《云岫省巡护条例》、《云岫省湖泊条例》和本办法第一条，符合第二条的。")
    assert [r.kind.value for r in found] == ["根据", "根据", "根据", "提及"]


def test_the_paragraph_before_is_found() -> None:
    version = parse("栖澜市试行办法\n第一条 甲。\n违反前款规定的，自公布之日起施行处罚。").version
    assert [(r.source, r.target) for r in version.references] == [("art_1__para_2", "art_1__para_1")]


def test_the_items_of_the_paragraph_before_are_found() -> None:
    version = parse(ARTICLES.format(words="略。")).version
    found = [(r.quote, r.target) for r in version.references if r.source.startswith("art_1")]
    assert found == [("前款第二项", "art_1__para_1__item_2"), ("第三项", "art_1__para_1__item_3")]


def test_several_paragraphs_before_are_a_range() -> None:
    version = parse("栖澜市试行办法\n第一条 甲。\n乙。\n前两款的规定，自公布之日起施行。").version
    assert [(r.target, r.through) for r in version.references] == [("art_1__para_1", "art_1__para_2")]
    version = parse("栖澜市试行办法\n第一条 甲。\n乙。\n不具有本条前两款情形的，自公布之日起施行。").version
    assert [(r.quote, r.target, r.through) for r in version.references] == [
        ("本条前两款", "art_1__para_1", "art_1__para_2")
    ]


def test_short_names_that_the_text_gives_mean_the_full_title() -> None:
    text = (
        "栖澜市试行办法\n第一条 根据《云岫省河湖巡护条例》（以下简称《巡护条例》），制定本办法。\n"
        "第二条 依照巡护条例第六条处理。\n第三条 依照《巡护条例》第七条处理。\n第四条 本办法自公布之日起施行。"
    )
    found = [(r.quote, r.title, r.target) for r in parse(text).version.references]
    assert found == [
        ("《云岫省河湖巡护条例》", "云岫省河湖巡护条例", None),
        ("巡护条例第六条", "云岫省河湖巡护条例", "art_6"),
        ("《巡护条例》第七条", "云岫省河湖巡护条例", "art_7"),
    ]


def test_that_regulation_is_the_one_named_last() -> None:
    found = _found("违反《云岫省巡护条例》第六条的，依照该条例第九条和同条第二款处罚。")
    assert [(r.quote, r.title, r.target) for r in found] == [
        ("《云岫省巡护条例》第六条", "云岫省巡护条例", "art_6"),
        ("该条例第九条", "云岫省巡护条例", "art_9"),
        ("同条第二款", "云岫省巡护条例", "art_9__para_2"),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("构成刑法分则第三章的犯罪", [("刑法分则第三章", "刑法", "part_2__chp_3")]),
        (
            "构成刑法第二百条规定的甲罪、第二百零一条规定的乙罪",
            [("刑法第二百条", "刑法", "art_200"), ("第二百零一条", "刑法", "art_201")],
        ),
        ("依照刑法第三百条前三款", [("刑法第三百条", "刑法", "art_300"), ("前三款", "刑法", "art_300__para_1")]),
        (
            "依照《云岫省巡护条例》第六条处理，其中第七款规定的除外",
            [
                ("《云岫省巡护条例》第六条", "云岫省巡护条例", "art_6"),
                ("第七款", "云岫省巡护条例", "art_6__para_7"),
            ],
        ),
    ],
)
def test_what_is_not_here_belongs_to_the_text_named_in_the_sentence(
    words: str, found: list[tuple[str, str, str]]
) -> None:
    assert [(r.quote, r.title, r.target) for r in _found(words + "。")] == found


def test_a_place_that_is_not_here_is_looked_for_in_the_article_named_before() -> None:
    found = _found("具有本办法第二条第一款规定的情形，或者第二款规定的情形的。")
    assert [(r.quote, r.target) for r in found] == [
        ("本办法第二条第一款", "art_2__para_1"),
        ("第二款", "art_2__para_2"),
    ]


def test_a_former_text_is_told_apart() -> None:
    for words in ("适用修改前的《云岫省巡护条例》第六条。", "适用修正前湖泊保护法第六条。"):
        (found,) = _found(words)
        assert found.reason == "指修改以前的文本，须由人核对"


def test_this_chapter_and_another_are_found() -> None:
    text = "栖澜市试行办法\n第一章 总则\n第一条 甲。\n第二章 巡护\n第二条 本章和本办法第一章的规定，自公布之日起施行。"
    assert [(r.quote, r.target) for r in parse(text).version.references] == [
        ("本章", "chp_2"),
        ("本办法第一章", "chp_1"),
    ]


def test_in_a_penalty_list_the_items_are_those_of_the_article_named() -> None:
    text = (
        "栖澜市试行办法\n第一条 禁止下列行为：\n（一）倾倒；\n（二）采砂；\n（三）围垦。\n"
        "第二条 违反本办法第一条规定的，按照下列规定处罚：\n"
        "（一）违反第三项规定的，警告；\n（二）违反第一项规定的，罚款。\n"
        "第三条 本办法自公布之日起施行。"
    )
    found = [(r.quote, r.target) for r in parse(text).version.references]
    assert found[1:] == [("第三项", "art_1__para_1__item_3"), ("第一项", "art_1__para_1__item_1")]


def test_what_an_amending_text_quotes_belongs_to_the_amended_one() -> None:
    text = (
        "栖澜市人民代表大会常务委员会关于修改《栖澜市河湖巡护条例》的决定\n"
        "栖澜市人民代表大会常务委员会决定对《栖澜市河湖巡护条例》作如下修改：\n"
        "一、将第六条修改为：“违反本条例第八条和前款规定的，警告。”\n二、删去第九条。\n本决定自公布之日起施行。"
    )
    found = [(r.quote, r.title, r.target) for r in parse(text).version.references if r.target or "前款" in r.quote]
    assert found == [
        ("第六条", "栖澜市河湖巡护条例", "art_6"),
        ("本条例第八条", "栖澜市河湖巡护条例", "art_8"),
        ("前款", "栖澜市河湖巡护条例", None),
        ("第九条", "栖澜市河湖巡护条例", "art_9"),
    ]


def test_a_long_text_of_references_is_read_in_one_pass() -> None:
    words = "依照第一条、第二条和第三条第一款第（一）、（二）项，《云岫省巡护条例》第六条；" * 2000
    assert len(_found(words)) == 2000 * 5
