"""Two versions of one made-up regulation, compared: kept, moved, changed, added, deleted, and in which words."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from corpus import ChangeKind, ComparedText, Version, compare_versions, gazetteer
from corpus.compare.words import changed_words
from ingest import read_file

LAWS = Path(__file__).resolve().parents[3] / "shared" / "laws" / "national" / "行政法规"
HEAD = (
    "# 栖澜市河湖巡护条例\n\n2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过\n\n<!-- INFO END -->\n\n"
)
OLD = """## 第一章 总则

第一条 为了加强河湖巡护，保护水环境，制定本条例。

第二条 市水行政主管部门负责全市河湖巡护工作，履行下列职责：

(一)编制河湖巡护计划；

(二)建立巡护档案。

第三条 巡护员每月巡护不少于3000米，发现排污口的，应当在二十四小时内上报。

第四条 河湖保洁经费由区人民政府保障。

第五条 任何单位和个人有权举报污染河湖的行为。

## 第二章 附则

第六条 本条例自2023年8月1日起施行。
"""
NEW = """## 第一章 总则

第一条 为了加强河湖巡护，保护水环境，制定本条例。

第二条 市生态环境主管部门负责全市河湖巡护工作，履行下列职责：

（一）编制河湖巡护计划；

（二）建立巡护档案。

第三条 本市推行河湖长制，各级河湖长对责任水域的治理和管护作出总体安排。

第四条 巡护员每月巡护不少于5000米，发现排污口的，应当在十二小时内上报。

第五条 任何单位和个人有权举报污染河湖的行为。

## 第二章 附则

第六条 本条例自2023年8月1日起施行。
"""


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    return Reader(tmp_path)


class Reader:
    """Reads a body of articles as a version, the way a file comes in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, body: str) -> Version:
        file = self.folder / f"{abs(hash(body))}.md"
        file.write_text(HEAD + body, encoding="utf-8")
        return read_file(file, gazetteer())[0].version


def shown(version: Version, side: ComparedText | None) -> str:
    """The side's text with what has changed in brackets."""
    if side is None:
        return "—"
    pieces, here = [], side.start
    for start, end in side.changed:
        pieces += [version.text[here:start], "[", version.text[start:end], "]"]
        here = end
    return "".join([*pieces, version.text[here : side.end]]).strip()


def kinds(old: Version, new: Version) -> list[tuple[ChangeKind, str, str]]:
    def label(side: ComparedText | None) -> str:
        return side.provision.label if side else "—"

    return [(change.kind, label(change.old), label(change.new)) for change in compare_versions(old, new)]


def test_every_provision_is_told_what_became_of_it(read: Reader) -> None:
    assert kinds(read(OLD), read(NEW)) == [
        (ChangeKind.SAME, "第一章", "第一章"),
        (ChangeKind.SAME, "第一条", "第一条"),
        (ChangeKind.CHANGED, "第二条", "第二条"),
        (ChangeKind.ADDED, "—", "第三条"),
        (ChangeKind.CHANGED, "第三条", "第四条"),
        (ChangeKind.DELETED, "第四条", "—"),
        (ChangeKind.SAME, "第五条", "第五条"),
        (ChangeKind.SAME, "第二章", "第二章"),
        (ChangeKind.SAME, "第六条", "第六条"),
    ]


def test_the_changed_words_are_marked_on_both_sides_at_their_place_in_the_text(read: Reader) -> None:
    old, new = read(OLD), read(NEW)
    changed = [change for change in compare_versions(old, new) if change.kind is ChangeKind.CHANGED]
    assert shown(old, changed[0].old).startswith("第二条 市[水行政]主管部门负责")
    assert shown(new, changed[0].new).startswith("第二条 市[生态环境]主管部门负责")
    assert "(一)编制" in shown(old, changed[0].old), "（一） in another width is no change"
    assert shown(old, changed[1].old).endswith("不少于[3000]米，发现排污口的，应当在[二十四]小时内上报。")
    assert shown(new, changed[1].new).endswith("不少于[5000]米，发现排污口的，应当在[十二]小时内上报。")
    assert changed[1].is_renumbered
    assert not changed[0].is_renumbered


def test_an_article_put_in_moves_the_numbers_behind_it_and_changes_nothing_else(read: Reader) -> None:
    body = "第一条 为了保护湿地，制定本条例。\n\n第二条 湿地实行名录管理。\n\n第三条 本条例自2023年8月1日起施行。\n"
    longer = body.replace("第三条", "第四条").replace("第二条", "第三条")
    longer = longer.replace("第三条 湿", "第二条 本市设立湿地保护专家库，提供咨询意见。\n\n第三条 湿")
    assert kinds(read(body), read(longer)) == [
        (ChangeKind.SAME, "第一条", "第一条"),
        (ChangeKind.ADDED, "—", "第二条"),
        (ChangeKind.MOVED, "第二条", "第三条"),
        (ChangeKind.MOVED, "第三条", "第四条"),
    ]


def test_an_article_set_elsewhere_is_moved_and_the_others_stay(read: Reader) -> None:
    names = ("湿地实行名录管理。", "林地实行分区管护。", "草地实行轮作休养。", "滩涂实行总量控制。")
    order = (3, 0, 1, 2)
    old, new = (
        read("".join(f"第{number}条 {words}\n\n" for number, words in zip("一二三四", texts, strict=True)))
        for texts in (names, [names[at] for at in order])
    )
    changes = compare_versions(old, new)
    assert [change.kind for change in changes] == [ChangeKind.MOVED] * 4, "all bear another number"
    assert next((c.old.provision.label, c.new.provision.label) for c in changes if c.old and c.new) == (
        "第四条",
        "第一条",
    )


def test_articles_with_the_same_words_find_each_other_by_their_number(read: Reader) -> None:
    body = "第一条 为了节约用水，制定本条例。\n\n第二条 （删去）\n\n第三条 用水实行定额管理。\n\n第四条 （删去）\n"
    assert {kind for kind, _, _ in kinds(read(body), read(body))} == {ChangeKind.SAME}


def test_an_article_rewritten_in_its_place_is_changed_and_one_about_something_else_is_not(read: Reader) -> None:
    body = "第一条 为了节约用水，制定本条例。\n\n第二条 {}\n\n第三条 本条例自2023年8月1日起施行。\n"
    old = read(body.format("街道办事处负责组织本辖区巡护员每周沿河巡查一次。"))
    rewritten = read(body.format("巡护员由镇人民政府组织，每日沿河巡查，街道办事处予以配合。"))
    other = read(body.format("违反本条例规定的，由市场监管机构处以罚款。"))
    assert [kind for kind, _, _ in kinds(old, rewritten)] == [ChangeKind.SAME, ChangeKind.CHANGED, ChangeKind.SAME]
    assert Counter(kind for kind, _, _ in kinds(old, other)) == {
        ChangeKind.SAME: 2,
        ChangeKind.ADDED: 1,
        ChangeKind.DELETED: 1,
    }


def test_no_provision_is_lost_and_none_stands_twice(read: Reader) -> None:
    old, new = read(OLD), read(NEW)
    changes = compare_versions(old, new)
    for version, sides in ((old, [c.old for c in changes]), (new, [c.new for c in changes])):
        held = sorted((side.start, side.end) for side in sides if side is not None)
        words = "".join(version.text[start:end] for start, end in held)
        assert words.replace("\n", "") == version.text[held[0][0] : held[-1][1]].replace("\n", "")


@pytest.mark.parametrize(
    ("old", "new", "gone", "come"),
    [
        ("由民政部门负责。", "由民政部门负责。", [], []),
        ("处1000元罚款。", "处2000元罚款。", ["1000"], ["2000"]),
        ("处一千元罚款。", "处二千元罚款。", ["一千"], ["二千"]),
        ("统筹一万人。", "统一筹一万人。", [], ["一"]),
        ("依照第5条处理。", "依照第5条、第6条处理。", [], ["、第6条"]),
        ("道路运输管理机构", "交通运输主管部门", ["道路", "管理机构"], ["交通", "主管部门"]),
        ("应当公开。", "应当依法公开。", [], ["依法"]),
        ("甲、乙、丙配合。", "甲、丙配合。", ["乙、"], []),
        ("处2万元以下罚款。", "处2万元以下罚款。逾期的，处5万元以下罚款。", [], ["逾期的，处5万元以下罚款。"]),
        ("（一）巡查;（二）上报。", "（一）招揽;（二）巡查;（三）上报。", ["二"], ["招揽;（二）", "三"]),
        ("", "新写的。", [], ["新写的。"]),
    ],
)
def test_words_are_marked_as_a_reader_would(old: str, new: str, gone: list[str], come: list[str]) -> None:
    before, after = changed_words(old, new)
    assert [old[a:b] for a, b in before] == gone
    assert [new[a:b] for a, b in after] == come


def test_a_very_long_wording_is_compared_by_sentences() -> None:
    sentences = [f"第{number}批河湖名录由市人民政府公布。" for number in range(600)]
    other = [*sentences[:300], "新增一批湿地名录。", *sentences[300:]]
    before, after = changed_words("".join(sentences), "".join(other))
    assert before == ()
    assert ["".join(other)[a:b] for a, b in after] == ["新增一批湿地名录。"]


@pytest.mark.skipif(not LAWS.is_dir(), reason="../shared/laws is not here")
def test_real_instruments_with_several_texts_come_apart_whole() -> None:
    texts = [read_file(path, gazetteer())[0].version for path in sorted(LAWS.glob("道路运输条例(*).md"))]
    if len(texts) < 2:
        pytest.skip("the texts are not here")
    for old, new in pairwise(texts):
        changes = compare_versions(old, new)
        assert [c.old.provision for c in changes if c.old and c.old.provision in old.articles]
        assert len([c for c in changes if c.new and c.new.provision in new.articles]) == len(new.articles)
        assert len([c for c in changes if c.old and c.old.provision in old.articles]) == len(old.articles)
        kept = [c for c in changes if c.kind in (ChangeKind.SAME, ChangeKind.MOVED)]
        assert len(kept) > len(new.articles) / 2, "an amendment leaves most articles as they were"
