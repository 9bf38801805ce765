"""Words at their places become the paragraphs, tables and notes that a person reads."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpus import RemarkKind
from ingest.line import Line, LineStyle
from ingest.readers.pdf_layout import lines_of_pages
from ingest.readers.pdf_words import Page, Rule, Word


def _texts(*pages: Page) -> list[str]:
    return [line.text for line in lines_of_pages(pages)]


def _column(rows: Sequence[tuple[float, str]], x: float = 0, top: float = 700, size: float = 12) -> tuple[Word, ...]:
    return tuple(Word(text, x + indent, top - 20 * n, size) for n, (indent, text) in enumerate(rows))


def _page(page: int) -> Page:
    """A page of 12-point type, 20 characters to the full row, with its number below."""
    rows = [
        (124, "第一条　市水务局负责河湖巡护工作，包括"),
        (100, "应当编制巡护计划，组织开展巡护人员培训和"),
        (100, "考核。"),
        (124, "第十条规定的事项除外。"),
    ]
    return Page(page, (*_column(rows), Word(f"— {page} —", 300, 40, 10)))


def test_rows_of_a_pdf_become_paragraphs_and_page_numbers_go() -> None:
    lines = lines_of_pages((_page(1), _page(2)))
    first = "第一条 市水务局负责河湖巡护工作，包括应当编制巡护计划，组织开展巡护人员培训和考核。"
    assert [(line.text, line.page) for line in lines] == [
        (first, 1), ("第十条规定的事项除外。", 1), (first, 2), ("第十条规定的事项除外。", 2),
    ]  # fmt: skip


def test_a_paragraph_goes_on_over_the_page() -> None:
    one = Page(
        1,
        _column(
            [(24, "第一条　市水务局负责河湖巡护工作。")]
            + [(0, "编制巡护计划，组织开展巡护人员培训考核，") for _ in range(6)]
        ),
    )
    other = Page(2, _column([(0, "并向社会公布。"), (24, "第二条　本办法自公布之日起施行。")]))
    assert _texts(one, other)[-2].endswith("考核，并向社会公布。")
    assert _texts(one, other)[-1] == "第二条 本办法自公布之日起施行。"


@pytest.mark.parametrize(
    "number", ["1", "— 1 —", "- 1 -", "第1页", "第 1 页 共 2 页", "1/2", "·1·", "－１－", "Page 1 of 2"]
)
def test_every_usual_form_of_a_page_number_goes(number: str) -> None:
    words = (*_column([(100, "第一条　市水务局负责河湖巡护工作。")]), Word(number, 300, 40, 10))
    assert _texts(Page(1, words)) == ["第一条 市水务局负责河湖巡护工作。"]


def test_annexes_at_the_heads_of_pages_are_no_running_heads() -> None:
    pages = [Page(n, _column([(100, f"附件{n}"), (130, "栖澜市巡护人员登记表样式")])) for n in (1, 2, 3, 4)]
    assert [text for text in _texts(*pages) if text.startswith("附件")] == ["附件1", "附件2", "附件3", "附件4"]


def test_a_running_head_goes_on_every_page() -> None:
    pages = [
        Page(n, (Word("栖澜市人民政府公报", 200, 800, 9), *_column([(100, f"第{han}条　市水务局负责巡护。")])))
        for n, han in ((1, "一"), (2, "二"), (3, "三"))
    ]
    assert _texts(*pages) == [f"第{han}条 市水务局负责巡护。" for han in "一二三"]


def test_two_columns_are_read_one_after_the_other() -> None:
    def filled(label: str, n: int) -> list[tuple[float, str]]:
        rows = [
            (24.0, f"（{label}）巡护人员，是指受委托从事巡护"),
            (0.0, "工作的人员，包括专职人员以及兼职人员共同"),
            (0.0, "组成的。"),
        ]
        return rows * n

    words = (
        Word("名词解释", 260, 760, 20),
        *_column(filled("一", 2), x=50),
        *_column(filled("二", 2), x=320, top=703),
    )
    texts = _texts(Page(1, words))
    assert [text[:3] for text in texts] == ["名词解", "（一）", "（一）", "（二）", "（二）"]
    assert texts[1] == "（一）巡护人员，是指受委托从事巡护工作的人员，包括专职人员以及兼职人员共同组成的。"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ([("目", 100), ("录", 160)], "目 录"),
        ([("栖", 100), ("澜", 124), ("市", 148)], "栖澜市"),
        ([("第一条", 100), ("市水务局", 148)], "第一条 市水务局"),
        ([("第一条", 100), ("市水务局", 139)], "第一条市水务局"),
        ([("Smart", 100), ("City", 134)], "Smart City"),
        ([("共", 100), ("10", 114), ("人", 128)], "共10人"),
    ],
)
def test_gaps_tell_blanks(words: list[tuple[str, float]], text: str) -> None:
    assert _texts(Page(1, tuple(Word(letters, x, 700, 12) for letters, x in words))) == [text]


def test_letters_drawn_higher_and_smaller_stay_in_their_row() -> None:
    words = (Word("面积100m", 100, 700, 12), Word("2", 148, 706, 7), Word("以上", 152, 700, 12))
    assert _texts(Page(1, words)) == ["面积100m2以上"]


def test_a_footnote_goes_to_its_mark() -> None:
    body = _column([(124, "第一条　市水务局负责河湖巡护①工作。"), (124, "第二条　本办法自公布之日起施行。")])
    lines = lines_of_pages((Page(1, (*body, Word("①河湖，包括水库。", 100, 100, 9))),))
    assert [line.text for line in lines] == ["第一条 市水务局负责河湖巡护工作。", "第二条 本办法自公布之日起施行。"]
    remark = lines[0].remarks[0]
    assert (remark.kind, remark.note, lines[0].text[: remark.end]) == (
        RemarkKind.FOOTNOTE, "河湖，包括水库。", "第一条 市水务局负责河湖巡护",
    )  # fmt: skip


def test_a_raised_figure_is_a_mark_only_with_its_note() -> None:
    body = (Word("河湖巡护", 100, 700, 12), Word("1", 148, 706, 7), Word("工作，面积2公顷。", 152, 700, 12))
    noted = lines_of_pages((Page(1, (*body, Word("1 包括水库。", 100, 100, 8))),))
    assert [(line.text, [r.note for r in line.remarks]) for line in noted] == [
        ("河湖巡护工作，面积2公顷。", ["包括水库。"])
    ]
    assert _texts(Page(1, body)) == ["河湖巡护1工作，面积2公顷。"]


def _grid(xs: list[float], ys: list[float]) -> tuple[Rule, ...]:
    level = (Rule(xs[0], y, xs[-1], y) for y in ys)
    upright = (Rule(x, ys[-1], x, ys[0]) for x in xs)
    return (*level, *upright)


def _cells(lines: tuple[Line, ...]) -> list[tuple[str, ...]]:
    return [line.cells for line in lines if line.style is LineStyle.ROW]


def test_rules_make_cells_whatever_the_words_look_like() -> None:
    words = (
        Word("事项", 110, 585, 12), Word("谁来办", 210, 585, 12),
        Word("建立登记", 105, 565, 12), Word("制度", 105, 550, 12), Word("市公安局", 205, 558, 12),
    )  # fmt: skip
    lines = lines_of_pages((Page(1, words, _grid([100, 200, 300], [600, 580, 540])),))
    assert _cells(lines) == [("事项", "谁来办"), ("建立登记制度", "市公安局")]
    assert [line.columns for line in lines] == [(), ("事项", "谁来办")]


def test_a_merged_cell_stands_in_every_row_it_covers() -> None:
    words = (
        Word("事项", 110, 585, 12), Word("单位", 210, 585, 12), Word("巡护", 110, 550, 12),
        Word("市水务局", 205, 565, 12), Word("市公安局", 205, 545, 12),
    )  # fmt: skip
    rules = (
        Rule(100, 600, 300, 600), Rule(100, 580, 300, 580), Rule(200, 560, 300, 560), Rule(100, 540, 300, 540),
        Rule(100, 540, 100, 600), Rule(200, 540, 200, 600), Rule(300, 540, 300, 600),
    )  # fmt: skip
    lines = lines_of_pages((Page(1, words, rules),))
    assert _cells(lines) == [("事项", "单位"), ("巡护", "市水务局"), ("巡护", "市公安局")]


def test_a_table_over_two_pages_is_one_and_has_its_names_once() -> None:
    def page(number: int, row: tuple[str, ...]) -> Page:
        texts = (("序号", "事项", "单位"), row)
        words = tuple(
            Word(t, 105 + 60 * c, 585 - 20 * r, 12) for r, cells in enumerate(texts) for c, t in enumerate(cells)
        )
        return Page(number, words, _grid([100, 160, 220, 300], [600, 580, 560]))

    lines = lines_of_pages((page(1, ("1", "登记", "市公安局")), page(2, ("2", "巡查", "市水务局"))))
    assert _cells(lines) == [("序号", "事项", "单位"), ("1", "登记", "市公安局"), ("2", "巡查", "市水务局")]
    assert {line.table for line in lines} == {1}


def test_a_frame_around_a_paragraph_is_no_table() -> None:
    words = _column([(100, "第一条　市水务局负责河湖巡护。")])
    assert _texts(Page(1, words, (Rule(90, 720, 400, 720), Rule(90, 690, 400, 690)))) == [
        "第一条 市水务局负责河湖巡护。"
    ]


def test_a_table_without_rules_keeps_its_rows_and_cells() -> None:
    cells = [(100, 600, "序号"), (150, 600, "任务"), (300, 600, "牵头单位")]
    cells += [(100, 580, "1"), (150, 580, "建立登记"), (150, 565, "制度"), (300, 580, "市公安局")]
    cells += [(100, 550, "2"), (150, 550, "巡查"), (300, 550, "市水务局")]
    words = [Word("附件", 100, 640, 16), *(Word(text, x, y, 12) for x, y, text in cells), Word("附件2", 100, 500, 16)]
    assert _texts(Page(1, tuple(words))) == [
        "附件", "序号 | 任务 | 牵头单位", "1 | 建立登记制度 | 市公安局", "2 | 巡查 | 市水务局", "附件2",
    ]  # fmt: skip


def _centred(text: str, y: float, size: float = 12) -> Word:
    return Word(text, 226 - len(text) * size / 2, y, size)


def test_a_paragraph_in_the_middle_goes_on_in_the_middle() -> None:
    full = "（2024年3月1日栖澜市第九届人民代表大会常务委员会第十次会议通过）"
    rows = (Word(full[:24], 100, 700, 12), _centred(full[24:], 680), _centred("第一章　总则", 640))
    body = tuple(Word("市水务局负责河湖巡护工作，编制巡护计划，组", 100, 600 - 20 * n, 12) for n in range(6))
    assert _texts(Page(1, (*rows, *body)))[:2] == [full, "第一章 总则"]


def test_a_paragraph_that_leaves_a_gap_on_both_sides_does_not_take_in_the_next() -> None:
    rows = [(24, "第一条　市水务局负责河湖巡护工作，编制"), (24, "市公安局协助做好巡护工作，配合做好相关")] + [
        (0, "市水务局负责河湖巡护工作，编制巡护计划，")
    ] * 6
    assert len(_texts(Page(1, _column(rows, x=100)))) == 2


def test_a_row_that_ends_early_for_signs_that_keep_together_goes_on() -> None:
    rows = [
        (24, "将第三条“巡护工作负责”修改"),
        (0, "为：“（六）巡护工作由市水务局具体负责。”"),
        (24, "本决定自公布之日起施行。"),
    ] + [(0, "市水务局负责河湖巡护工作，编制巡护计划，")] * 5
    assert _texts(Page(1, _column(rows, x=100)))[0].startswith("将第三条“巡护工作负责”修改为：“（六）")


def test_a_number_in_the_middle_of_the_line_is_a_heading() -> None:
    body = [(0.0, "市水务局负责河湖巡护工作，编制巡护计划，组")] * 6
    lines = lines_of_pages((Page(1, (_centred("一、巡护范围", 760), *_column(body, x=100))),))
    assert lines[0].style is LineStyle.HEADING
    assert lines[1].style is LineStyle.BODY


def test_a_mark_alone_at_the_head_of_a_row_is_taken_out() -> None:
    body = _column([(0.0, "第一条　市水务局负责河湖巡护工作，编制计划"), (0.0, "①。")], x=100)
    assert _texts(Page(1, (*body, Word("①包括水库。", 100, 100, 9)))) == ["第一条 市水务局负责河湖巡护工作，编制计划。"]


def _headed(head: str, size: float = 9) -> list[Page]:
    """Two pages of text under a title, the second with a head of its own."""
    rows = [(700 - 24 * n, f"第{number}条 市水务局负责河湖巡护工作。") for n, number in enumerate("一二三四")]
    title = Word("栖澜市河湖巡护办法", 80, 760, 20)
    return [Page(1, (title, *_column(rows))), Page(2, (Word(head, 80, 790, size), *_column(rows)))]


def test_a_head_that_says_the_title_again_goes_though_it_stands_once() -> None:
    assert "河湖巡护办法" not in _texts(*_headed("河湖巡护办法"))


@pytest.mark.parametrize(("head", "size"), [("附件二 巡护表", 9), ("河湖巡护办法", 12)])
def test_other_words_at_the_head_of_one_page_stay(head: str, size: float) -> None:
    assert head in _texts(*_headed(head, size))


def test_squared_paper_is_no_table() -> None:
    lines = [float(4 * n) for n in range(130)]
    rows = [(100.0, "第一条 市水务局负责河湖巡护工作。")]
    assert [row.cells for row in lines_of_pages([Page(1, _column(rows), _grid(lines, lines))])] == [()]
