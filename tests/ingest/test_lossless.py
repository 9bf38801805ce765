"""Whatever the lines are, every character of the cleaned text is in a provision or in a line that is no provision."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from eval.reading.lossless import join_provisions
from ingest.clean import clean_lines
from ingest.line import Line
from ingest.split import split_texts
from ingest.structure import structure_text

# Signs alone on a line are no words to the measure.
_FRAME = re.compile(r"[\s。:：【】\[\]〔〕（）()|]*")
PIECES = (
    "第一章 总则", "第一条 甲。", "第二条 乙：", "第二条之一 丙。", "第十条规定的事项。", "（一）丁；", "（二）戊。",
    "1.己；", "（1）庚。", "一、总体要求", "（一）指导思想。辛。", "附件1", "附件：1.表", "目录", "第二章 附则",
    "栖澜市养犬办法", "2024年3月15日", "栖澜市人民政府", "普通的一段话。", "①壬", "第一编 通则", "（此件公开发布）",
    "第三条 如下：（一）申；（二）酉。", "（三）戌；(四)亥。", "关于印发《栖澜市养犬办法》的通知",
    "关于修改《栖澜市养犬办法》的决定", "修改为：“第三条 癸。", "”", "作为第五条：",
    "第五条 子。", "「第六条 丑", "寅。」", "2.卯；", "三、辰。", "（四）巳。", "第一篇 基础", "附 则", "②午", "\"未",
)  # fmt: skip


DIRT = (
    "第一條 為了規範養犬管理(lǐ)，制定本辦法。", "。ㄒ唬┘訌姽芾怼", "市域?qū)用嫜由", "2019年x月", "\ufffd\ufffd",
    "摘\" 要",
    "篇一：甲", "篇二：乙", "澳门金沙官网|百家乐|时时彩计划|注册送彩金", "猜你喜欢",
    "第\u200b三条", "\u202e条四第\u202c 丙。",
    "来源:网络整理 免责声明:仅限学习", "建设(shè)的(de)对策(cè)", "ç¬¬ä¸\x80æ\x9d¡", "（二）加强；", "在**的地方，",
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES + DIRT), st.text(max_size=12)), max_size=24))
def test_no_character_is_lost_and_children_lie_in_their_parents(texts: list[str]) -> None:
    clean = clean_lines([Line(text) for text in texts])
    outline = structure_text(clean)
    spans = [(p.start, p.end) for p in outline.provisions] + [(line.start, line.end) for line in outline.asides]
    covered = {offset for start, end in spans for offset in range(start, end)}
    assert [c for i, c in enumerate(clean.text) if i not in covered and c != "\n"] == []
    assert clean.original == "" or len(clean.original) == len(clean.text)
    assert all(0 <= remark.start < remark.end <= len(clean.text) for remark in clean.remarks)
    by_eid = {p.eid: p for p in outline.provisions}
    assert len(by_eid) == len(outline.provisions)
    for provision in outline.provisions:
        above = by_eid.get(provision.parent) if provision.parent else None
        assert above is None or (above.start <= provision.start and provision.end <= above.end)
    joined = join_provisions(outline.text, outline.provisions)
    assert joined.faults == ()
    assert joined.outside == tuple(line.text for line in outline.asides if not _FRAME.fullmatch(line.text))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=24))
def test_texts_that_come_apart_are_the_text_of_the_file(texts: list[str]) -> None:
    clean = clean_lines([Line(text) for text in ("关于修改《栖澜市养犬办法》的决定", *texts)])
    parts = split_texts(clean).texts
    assert "\n".join(part.text for part in parts) == clean.text
