"""What a clerk does in Word comes out as a person sees it: numbers, changes, notes, boxes, fields, tables."""

from __future__ import annotations

import pytest

from corpus import RemarkKind
from ingest.line import Line, LineStyle
from ingest.readers.docx_number_forms import write_number
from ingest.readers.docx_reader import read_docx
from tests.ingest.texts import parse
from tests.ingest.word_files import (
    cell,
    deleted,
    inserted,
    level,
    listing,
    numbered,
    paragraph,
    row,
    run,
    table,
    word_file,
)

ARTICLES = (
    level(0, "chineseCountingThousand", "第%1章"),
    level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/>'),
    level(2, "chineseCounting", "（%3）"),
    level(3, "decimal", "%4."),
)
MATH = "<m:r><m:t>{}</m:t></m:r>"
SUM = MATH.format("a+b")
GONE = "<w:rPr><w:del w:id='9'/></w:rPr>"
NEW = "<w:rPr><w:ins w:id='9'/></w:rPr>"


def lines(body: str, **parts: str) -> tuple[Line, ...]:
    return read_docx(word_file(body, parts), "办法.docx").lines


def texts(body: str, **parts: str) -> list[str]:
    return [line.text for line in lines(body, **parts)]


def originals(body: str, **parts: str) -> list[tuple[str, str]]:
    """(the line's text, what stood there before the changes) of every line with a tracked change."""
    return [
        (line.text, remark.original)
        for line in lines(body, **parts)
        for remark in line.remarks
        if remark.kind is RemarkKind.TRACKED
    ]


def test_articles_run_on_over_chapters_and_items_begin_anew() -> None:
    steps = [(0, "总则"), (1, "甲。"), (2, "乙；"), (2, "丙。"), (0, "附则"), (1, "丁："), (2, "戊；"), (3, "己。")]
    body = "".join(numbered(text, 1, depth) for depth, text in steps)
    assert texts(body, numbering=listing(*ARTICLES)) == [
        "第一章 总则", "第一条 甲。", "（一）乙；", "（二）丙。", "第二章 附则", "第二条 丁：", "（一）戊；", "1.己。",
    ]  # fmt: skip


def test_a_list_that_starts_elsewhere_sets_the_shared_counter_once() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    other = f'<w:num w:numId="2"><w:abstractNumId w:val="1"/>{start}</w:num>'
    numbering = listing(level(0, "decimal", "%1."), number=1) + other
    body = numbered("甲", 1) + numbered("乙", 2) + numbered("丙", 2) + numbered("丁", 1)
    assert texts(body, numbering=numbering) == ["1.甲", "5.乙", "6.丙", "7.丁"]


def test_a_list_may_replace_a_level_of_its_definition() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "ideographTraditional", "%1、")}</w:lvlOverride>'
    numbering = listing(level(0, "decimal", "%1."), override=own)
    assert texts(numbered("甲方", 1) + numbered("乙方", 1), numbering=numbering) == ["甲、甲方", "乙、乙方"]


def test_numbers_come_through_styles_and_what_they_are_based_on() -> None:
    numbering = listing(
        level(0, "chineseCounting", "第%1条"), level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="Item"/>')
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Article">'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Child"><w:basedOn w:val="Article"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Item"><w:basedOn w:val="Article"/></w:style>'
    )
    named = [("Article", "甲。"), ("Child", "乙："), ("Item", "丙。")]
    body = "".join(paragraph(text, properties=f'<w:pStyle w:val="{style}"/>') for style, text in named)
    bare = paragraph("丁。", properties='<w:pStyle w:val="Child"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(body + bare, numbering=numbering, styles=styles) == [
        "第一条 甲。",
        "第二条 乙：",
        "（一）丙。",
        "丁。",
    ]


def test_a_list_style_leads_to_its_definition() -> None:
    linked = '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Law"/></w:abstractNum>'
    numbering = (
        listing(level(0, "chineseCounting", "第%1条"), more='<w:styleLink w:val="Law"/>')
        + linked
        + '<w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>'
    )
    styles = (
        '<w:style w:type="numbering" w:styleId="Law"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    assert texts(numbered("甲。", 7), numbering=numbering, styles=styles) == ["第一条 甲。"]


def test_legal_numbers_are_all_arabic() -> None:
    numbering = listing(level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "%1.%2", "<w:isLgl/>"))
    body = numbered("甲", 1) + numbered("乙", 1, 1)
    assert texts(body, numbering=numbering) == ["一、甲", "1.1乙"]


def test_bullets_are_no_numbers() -> None:
    assert texts(numbered("甲", 1), numbering=listing(level(0, "bullet", "●"))) == ["甲"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (21, "chineseCountingThousand", "二十一"),
        (105, "chineseCounting", "一百零五"),
        (10, "ideographDigital", "一〇"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (11, "ideographTraditional", "甲"),
        (3, "ideographZodiac", "寅"),
        (12, "ideographZodiacTraditional", "乙亥"),
        (9, "decimalEnclosedCircleChinese", "⑨"),
        (22, "decimalEnclosedCircle", "㉒"),
        (3, "decimalEnclosedParen", "⑶"),
        (3, "decimalEnclosedFullstop", "⒊"),
        (4, "ideographEnclosedCircle", "㊃"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (4, "lowerRoman", "iv"),
        (28, "lowerLetter", "bb"),
        (3, "unheard-of", "3"),
    ],
)  # fmt: skip
def test_number_forms(number: int, form: str, written: str) -> None:
    assert write_number(number, form) == written


def test_a_custom_form_keeps_its_zeros() -> None:
    assert write_number(7, "custom", "001, 002, 003, ...") == "007"


def test_changes_are_accepted_and_the_words_before_are_kept() -> None:
    body = paragraph("第一条　处", deleted("一百元"), inserted("二百元"), "罚款。") + paragraph("第二条　不变。")
    reading = read_docx(word_file(body), "办法.docx")
    assert [line.text for line in reading.lines] == ["第一条 处二百元罚款。", "第二条 不变。"]
    assert originals(body) == [("第一条 处二百元罚款。", "第一条 处一百元罚款。")]
    assert reading.warnings == ("含未接受的修订（1处），按修订后的文字收录，修订前的文字见附注",)


def test_a_deleted_paragraph_takes_no_number_and_is_told_with_the_next() -> None:
    mark = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = (
        numbered("甲。", 1)
        + paragraph(deleted("乙。"), properties=mark + GONE)
        + numbered("丙。", 1)
        + paragraph(inserted("丁。"), properties=mark + NEW)
    )
    numbering = listing(level(0, "chineseCounting", "第%1条"))
    assert texts(body, numbering=numbering) == ["第一条 甲。", "第二条 丙。", "第三条 丁。"]
    assert originals(body, numbering=numbering) == [("第二条 丙。", "第二条 乙。 第三条 丙。"), ("第三条 丁。", "")]


def test_paragraphs_whose_end_was_deleted_are_one() -> None:
    body = paragraph("前半，", properties=GONE) + paragraph("后半。")
    assert texts(body) == ["前半，后半。"]
    assert texts(paragraph("末段。") + paragraph(deleted("尾。"), properties=GONE)) == ["末段。"]
    assert originals(paragraph("末段。") + paragraph(deleted("尾。"), properties=GONE)) == [("末段。", "尾。")]


def test_moved_text_stands_where_it_was_moved_to() -> None:
    moved = run("移动的话。")
    body = paragraph("甲。", f"<w:moveFrom>{moved}</w:moveFrom>") + paragraph("乙。", f"<w:moveTo>{moved}</w:moveTo>")
    assert texts(body) == ["甲。", "乙。移动的话。"]
    assert originals(body) == [("甲。", "甲。移动的话。"), ("乙。移动的话。", "乙。")]


def test_rows_follow_the_changes() -> None:
    body = table(
        row("序号", "单位"),
        row("1", "甲局", properties="<w:del/>"),
        row("2", "乙局", properties="<w:ins/>"),
    )
    assert texts(body) == ["序号 | 单位", "2 | 乙局"]
    assert originals(body) == [("2 | 乙局", "1 | 甲局"), ("2 | 乙局", "")]


def test_a_footnote_is_a_remark_at_its_mark() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="0" w:type="separator">{paragraph("线")}</w:footnote>'
    notes += f'<w:footnote w:id="2">{paragraph("　指常住人口。")}</w:footnote>'
    (line,) = lines(paragraph("　　第一条　按人口", reference, "计算。"), footnotes=notes)
    assert line.text == "第一条 按人口计算。"
    assert [(r.kind, line.text[r.start : r.end], r.note) for r in line.remarks] == [
        (RemarkKind.FOOTNOTE, "口", "指常住人口。")
    ]


def test_hidden_words_are_left_out_and_said() -> None:
    body = paragraph("第一条　公开。", run("内部", "<w:vanish/>"), run("可见。", '<w:vanish w:val="0"/>'))
    reading = read_docx(word_file(body), "办法.docx")
    assert [line.text for line in reading.lines] == ["第一条 公开。可见。"]
    assert reading.lines[0].remarks[0].kind is RemarkKind.HIDDEN
    assert "内部" not in str(reading)
    assert reading.warnings == ("含隐藏文字（共2字），未收录",)


def test_a_text_box_is_read_once_in_its_place() -> None:
    box = f"<wps:txbx><w:txbxContent>{paragraph('框中文字')}</w:txbxContent></wps:txbx>"
    both = f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
    both += f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    assert texts(paragraph("前。") + paragraph(both, "后。") + paragraph("正文。", both)) == [
        "前。", "框中文字", "后。", "正文。", "框中文字",
    ]  # fmt: skip


def test_fields_show_their_result_only() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> IF a = b </w:instrText></w:r>"
    nested = char("begin") + code + char("separate") + run("内") + char("end")
    body = paragraph("共", char("begin") + code, nested, char("separate"), "3", char("end"), "页")
    assert texts(body) == ["共3页"]


def test_a_field_may_end_in_another_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    code = "<w:r><w:instrText>TOC</w:instrText></w:r>"
    show = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = paragraph(begin, code) + paragraph(show, "第一章") + paragraph(end, "正文")
    assert texts(body) == ["第一章", "正文"]


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (f"<w:hyperlink>{run('链接')}</w:hyperlink>", "链接"),
        (f"<w:smartTag>{run('标签')}</w:smartTag>", "标签"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('控件')}</w:sdtContent></w:sdt>", "控件"),
        (f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('请输入')}</w:sdtContent></w:sdt>", ""),
        ("<w:r><w:t>不</w:t><w:softHyphen/><w:t>可</w:t></w:r>", "不可"),
        ("<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r>", "A-1"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>是</w:t></w:r>', "☑是"),
        (f"<w:r><w:ruby><w:rt>{run('shè')}</w:rt><w:rubyBase>{run('设')}</w:rubyBase></w:ruby></w:r>", "设"),
        (f"<m:oMath><m:f><m:num>{SUM}</m:num><m:den>{MATH.format('2')}</m:den></m:f></m:oMath>", "(a+b)/2"),
        (f"<m:oMath><m:sSup><m:e>{MATH.format('m')}</m:e><m:sup>{MATH.format('2')}</m:sup></m:sSup></m:oMath>", "m^2"),
        ('<w:commentRangeStart w:id="1"/><w:r><w:commentReference w:id="1"/></w:r>', ""),
    ],
)  # fmt: skip
def test_what_stands_in_a_line(inner: str, shown: str) -> None:
    assert texts(paragraph("甲", inner, "乙")) == [f"甲{shown}乙"]


def test_a_line_break_ends_a_line() -> None:
    assert texts(paragraph("甲。", "<w:r><w:br/></w:r>", "乙。")) == ["甲。", "乙。"]


def test_merged_cells_are_filled_in() -> None:
    down, on, across = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    body = table(
        row("事项", "牵头", "配合"),
        row(cell("登记", down), "甲局", "乙局"),
        row(cell("", on), cell("各区", across)),
        row(cell("第二部分", '<w:gridSpan w:val="3"/>')),
    )
    assert [line.cells for line in lines(body)] == [
        ("事项", "牵头", "配合"), ("登记", "甲局", "乙局"), ("登记", "各区", "各区"), ("第二部分",),
    ]  # fmt: skip


def test_ragged_grid_lines_do_not_shift_cells() -> None:
    wide = '<w:gridSpan w:val="2"/>'
    body = table(row("序号", cell("事项", wide), "单位"), row(cell("1", wide), "登记", "甲局"))
    assert [line.cells for line in lines(body)] == [("序号", "事项", "单位"), ("1", "登记", "甲局")]


def test_a_table_in_a_cell_is_read_in_the_cell() -> None:
    inner = table(row("内甲", "内乙"), row("内丙", "内丁"))
    body = table(row("事项", "单位"), row(cell(paragraph("登记") + inner), "甲局")) + table(row("三", "四"))
    assert [(line.text, line.table) for line in lines(body)] == [
        ("事项 | 单位", 1), ("登记 内甲 | 内乙 内丙 | 内丁 | 甲局", 1), ("三 | 四", 3),
    ]  # fmt: skip


def test_automatic_numbers_stand_in_cells_too() -> None:
    body = table(row("序号", "事项"), row(cell(numbered("", 1)), "登记"), row(cell(numbered("", 1)), "巡查"))
    assert texts(body, numbering=listing(level(0, "decimal", "%1"))) == ["序号 | 事项", "1 | 登记", "2 | 巡查"]


def test_a_table_of_one_column_is_a_frame() -> None:
    assert [(line.text, line.style) for line in lines(table(row("框内。"), row("第二行。")))] == [
        ("框内。", LineStyle.BODY), ("第二行。", LineStyle.BODY),
    ]  # fmt: skip


def test_remarks_of_a_cell_stand_on_the_cell() -> None:
    body = table(row("序号", "", "单位"), row("1", "", cell(paragraph("甲", deleted("局"), inserted("委")))))
    line = lines(body)[1]
    assert [line.text[r.start : r.end] for r in line.remarks] == ["甲委"]


def test_strict_files_are_read_alike() -> None:
    body = paragraph("第一条　甲。") + numbered("乙。", 1)
    numbering = listing(level(0, "chineseCounting", "（%1）"))
    strict = read_docx(word_file(body, {"numbering": numbering}, strict=True), "a.docx")
    assert [line.text for line in strict.lines] == texts(body, numbering=numbering) == ["第一条 甲。", "（一）乙。"]


def test_a_table_of_contents_is_no_text_of_law() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    body = (
        paragraph("栖澜市养犬办法")
        + paragraph("第一章 总则 1", properties='<w:pStyle w:val="T1"/>')
        + paragraph("第一章 总则")
        + paragraph("第一条 自2024年2月1日起施行。")
    )
    version = parse(word_file(body, {"styles": styles}), "办法").version
    assert [p.eid for p in version.provisions] == ["chp_1", "art_1", "art_1__para_1"]


def test_changes_reach_the_version_at_their_place() -> None:
    body = paragraph("栖澜市养犬办法") + paragraph(
        "第一条　处", deleted("一百元"), inserted("二百元"), "罚款，自公布之日起施行。"
    )
    version = parse(word_file(body), "办法").version
    (remark,) = version.remarks
    assert version.text[remark.start : remark.end] == "第一条 处二百元罚款，自公布之日起施行。"
    assert remark.original == "第一条 处一百元罚款，自公布之日起施行。"


def test_articles_of_a_turned_file_run_on_and_are_told_to_be_doubtful() -> None:
    steps = [(0, "总则"), (1, "甲。"), (0, "附则"), (1, "乙。")]
    body = "".join(numbered(text, 1, depth) for depth, text in steps)
    numbering = listing(level(0, "chineseCounting", "第%1章"), level(1, "chineseCounting", "第%2条"))
    data = word_file(body, {"numbering": numbering})
    turned, plain = read_docx(data, "办法.doc", is_turned=True), read_docx(data, "办法.docx")
    assert [line.text for line in turned.lines] == ["第一章 总则", "第一条 甲。", "第二章 附则", "第二条 乙。"]
    assert [line.text for line in plain.lines] == ["第一章 总则", "第一条 甲。", "第二章 附则", "第一条 乙。"]
    assert "请核对原件" in turned.warnings[0]
    assert plain.warnings == ()


def test_a_field_that_never_ends_swallows_nothing() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    assert texts(paragraph(begin) + paragraph("第一条 甲。")) == ["第一条 甲。"]


def test_a_cell_full_of_articles_is_no_cell() -> None:
    articles = paragraph("第一条 甲。") + paragraph("第二条 乙。")
    assert texts(table(row(cell("目录"), cell(articles)))) == ["目录", "第一条 甲。", "第二条 乙。"]


def test_a_custom_form_may_count_in_characters() -> None:
    assert [write_number(12, "custom", form) for form in ("一, 二, 三, ...", "①, ②, ③, ...", "甲, 乙")] == [
        "十二",
        "⑫",
        "乙",
    ]
