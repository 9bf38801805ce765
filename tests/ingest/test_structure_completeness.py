"""What speaks for a text that is not whole, and what does not."""

from __future__ import annotations

import pytest

from tests.ingest.texts import parse

END = "第三条 本办法自公布之日起施行。"
NO_CLAUSE = "文末没有施行日期条款（止于第二条），文本可能不完整"
ARTICLES = "第一条 为了巡护。\n第二条 市水务局负责巡护。"


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        (f"栖澜市试行办法\n{ARTICLES}\n{END}", ()),
        (f"栖澜市试行办法\n{ARTICLES}", (NO_CLAUSE,)),
        (f"栖澜市巡护条例（试行）\n{ARTICLES}", (NO_CLAUSE,)),
        ("栖澜市试行办法\n第一条 甲。\n第四条 自公布之日起施行。", ("缺少第二条至第三条",)),
        ("栖澜市试行办法\n第二条 甲。\n第三条 自公布之日起施行。", ("缺少第一条（第一个条文是第二条）",)),
        ("# 云岫法典\n\n# 物权编\n\n第二百零五条 甲。\n第二百零六条 本编自公布之日起施行。", ()),
        (
            "栖澜市试行办法\n第一条 职责如下：\n（一）甲；\n（三）乙。\n第二条 自公布之日起施行。",
            ("第一条的列项编号“（一）”之后是“（三）”",),
        ),
        (
            "栖澜市试行办法\n目录\n第一章 总则\n第二章 巡护\n第三章 附则\n第一章 总则\n第一条 甲。\n第二章 巡护\n"
            "第二条 自公布之日起施行。",
            ("目录中的第三章在正文中没有",),
        ),
        (
            "栖澜市试行办法\n第一条 甲。\n第二条 本办法自公布之日起施行，市水务局应当会同有关部门，",
            ("文末一句没有写完（“…水务局应当会同有关部门，”）",),
        ),
        (
            "栖澜市巡护意见\n一、任务\n巡护人员每日巡护并且记录全部情况。\n二、保障\n各区每月巡查一次并且把情况报送给市",
            ("文末一句没有写完（“…查一次并且把情况报送给市”）",),
        ),
        ("栖澜市巡护意见\n一、任务\n甲。\n三、保障\n乙。", ("标题编号“一、”之后是“三、”",)),
    ],
)
def test_signs_of_a_text_that_is_not_whole(text: str, reasons: tuple[str, ...]) -> None:
    assert parse(text).version.incomplete == reasons


@pytest.mark.parametrize(
    "text",
    [
        # Kinds that need no clause.
        f"栖澜市人民代表大会常务委员会关于河湖巡护的决定\n{ARTICLES}",
        f"最高人民法院关于巡护案件适用法律若干问题的规定\n{ARTICLES}",
        "栖澜市章程修正案\n第三条 甲。\n第四条 乙。",
        f"栖澜市人民政府关于巡护工作的批复\n{ARTICLES}",
        # Older than the habit.
        f"栖澜市巡护办法\n（1982年3月1日栖澜市人民政府公布）\n{ARTICLES}",
        # It has come to its 附则.
        "栖澜市试行办法\n第一章 总则\n第一条 甲。\n第二章 附则\n第二条 本办法由市水务局负责解释。",
        # Numbers that run on with an inserted article, in annexes, and a full stop forgotten at the very end.
        f"栖澜市试行办法\n第一条 甲。\n第一条之一 乙。\n第二条 丙。\n{END[:-1]}",
        f"栖澜市试行办法\n{ARTICLES}\n{END}\n附件\n收费项目\n三、甲\n五、乙",
        "栖澜市巡护意见\n一、任务\n甲。\n二、保障\n乙。",
    ],
)
def test_what_is_no_sign(text: str) -> None:
    assert parse(text).version.incomplete == ()


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        (f"栖澜市试行办法\n第一条 甲。\n第二章 巡护\n第二条 乙。\n{END}", "没有找到第一章的标题，请核对原文"),
        (
            f"栖澜市试行办法\n第一条 职责如下：\n甲；\n（二）乙。\n第二条 丙。\n{END}",
            "第一条的列项编号从“（二）”开始",
        ),
    ],
)
def test_a_lost_label_is_told_but_the_words_are_there(text: str, warning: str) -> None:
    version = parse(text).version
    assert version.warnings == (warning,)
    assert version.incomplete == ()
