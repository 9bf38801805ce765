"""Policy papers (一、（一）1.（1）), notices in front of a text, tables, and prose without numbers."""

from __future__ import annotations

import pytest

from ingest import IngestError
from tests.ingest.texts import NOTICE, OPINION, eids, own_provision, parse, shape, uncovered


def test_the_tree_of_an_opinion_follows_its_headings() -> None:
    assert shape(parse(OPINION)) == [
        ("pre_1", "", "", ""),
        ("pre_1__para_1", "", "", "各区人民政府，市政府各部门："),
        ("pre_1__para_2", "", "", "为推进河湖智慧巡护，提出如下意见。"),
        ("h1_1", "一、", "总体要求", ""),
        ("h1_1__h2_1", "（一）", "指导思想", "坚持系统治理。"),
        ("h1_1__h2_2", "（二）", "主要目标", "到2025年，投入1.5亿元，1.建成3个站点；2.培训50人。"),
        ("h1_2", "二、", "重点任务", ""),
        ("h1_2__h2_1", "（一）", "完善制度", ""),
        ("h1_2__h2_1__h3_1", "1.", "", "市水务局牵头建立巡护登记制度，2024年12月底前完成。"),
        ("h1_2__h2_1__h3_1__h4_1", "（1）", "", "制定登记办法；"),
        ("h1_2__h2_1__h3_1__h4_2", "（2）", "", "建设登记平台。"),
        ("h1_2__h2_1__h3_2", "2．", "规范交接", "交接应当留痕。"),
        ("h1_2__h2_1__h3_2__para_1", "", "", "各区按月报送进度。"),
        ("annex_1", "附件1", "任务分工表", ""),
        ("annex_1__h1_1", "一、", "第一项任务", ""),
        ("annex_2", "附件2", "站点名单", ""),
        ("annex_2__para_1", "", "", "望汐站"),
    ]


def test_letterhead_title_list_of_annexes_and_signature_are_no_provisions() -> None:
    assert uncovered(parse(OPINION)) == (
        "栖澜市人民政府办公室文件栖政办发〔2024〕9号栖澜市人民政府办公室关于推进河湖智慧巡护的实施意见"
        "附件：1.任务分工表2.站点名单栖澜市人民政府办公室2024年3月15日（此件公开发布）"
    )


def test_a_list_under_a_lower_heading_stays_under_it() -> None:
    parsed = parse("栖澜市要点\n1.登记\n（一）甲。\n（二）乙。\n2.巡护\n（一）丙。")
    assert eids(parsed) == ["h3_1", "h3_1__h2_1", "h3_1__h2_2", "h3_2", "h3_2__h2_1"]
    assert parsed.version.warnings == ()


def test_a_notice_gives_way_to_the_text_it_brings() -> None:
    parsed = parse(NOTICE)
    assert parsed.instrument.title == "栖澜市河湖站点管理办法（试行）"
    assert parsed.instrument.document_number == "栖政发〔2024〕18号"
    assert [a.label for a in parsed.version.articles] == ["第一条", "第二条"]
    assert own_provision(parsed, "pre_1__para_2").text.startswith("现将《栖澜市河湖站点管理办法（试行）》")


def test_an_official_text_without_numbers_is_kept_as_paragraphs_and_told() -> None:
    parsed = parse("栖澜市人民政府关于巡护工作的意见\n今年巡护三次。\n明年巡护四次。")
    assert shape(parsed) == [("para_1", "", "", "今年巡护三次。"), ("para_2", "", "", "明年巡护四次。")]
    assert parsed.version.warnings == ("未识别到条文或序号，按自然段收录",)


@pytest.mark.parametrize(
    "text", ["今天巡护三次。\n明天巡护四次。", "序\t名\n1\t甲\n2\t乙", "河边的早晨\n天亮了，风很轻。"]
)
def test_prose_that_is_no_official_text_is_refused(text: str) -> None:
    with pytest.raises(IngestError, match="未识别到条文或序号"):
        parse(text)


def test_table_rows_stand_under_their_provision() -> None:
    parsed = parse(
        "# 栖澜市巡护意见\n\n一、分工\n\n| 序号 | 单位 |\n|---|---|\n| 1 | 市水务局 |\n| 2 | 市数据局 |\n", "意见.md"
    )
    assert shape(parsed)[1:] == [
        ("h1_1__tab_1", "", "序号 | 单位", ""),
        ("h1_1__tab_1__row_1", "", "", "1 | 市水务局"),
        ("h1_1__tab_1__row_2", "", "", "2 | 市数据局"),
    ]


@pytest.mark.parametrize(
    ("lines", "labels"),
    [
        ("一.任务\n（一）、甲。\n（二）、乙。\n1）丙\n2）丁", ["一.", "（一）、", "（二）、", "1）", "2）"]),
        ("一、任务\n（一）、（二）项照旧。", ["一、"]),
        ("一、任务\n一.五万元。", ["一、"]),
    ],
)
def test_labels_as_people_write_them(lines: str, labels: list[str]) -> None:
    assert [p[1] for p in shape(parse(f"栖澜市巡护意见\n{lines}")) if p[1]] == labels


def test_decimal_headings_of_an_emergency_plan() -> None:
    parsed = parse(
        "栖澜市防汛应急预案\n1 总则\n1.1 编制目的\n为了防汛。\n1.2编制依据\n依据如下：\n（1）甲；\n（2）乙。\n"
        "1.3公里以内设站。\n2 组织\n2.1 指挥部\n2.1.1 站点\n设三个。\n3 附则\n自公布之日起实施。"
    )
    assert [p for p in shape(parsed) if "para" not in p[0]] == [
        ("h1_1", "1", "总则", ""),
        ("h1_1__h2_1", "1.1", "编制目的", ""),
        ("h1_1__h2_2", "1.2", "编制依据", ""),
        ("h1_2", "2", "组织", ""),
        ("h1_2__h2_1", "2.1", "指挥部", ""),
        ("h1_2__h2_1__h3_1", "2.1.1", "站点", ""),
        ("h1_3", "3", "附则", ""),
    ]
    assert [p[0] for p in shape(parsed) if "item" in p[0]] == [
        "h1_1__h2_2__para_1__item_1",
        "h1_1__h2_2__para_1__item_2",
    ]


@pytest.mark.parametrize("line", ["1.5亿元用于巡护。", "1.1倍于去年。", "1 个站点。", "3.2米以下。"])
def test_quantities_are_no_decimal_headings(line: str) -> None:
    parsed = parse(f"栖澜市巡护意见\n一、任务\n{line}\n二、保障\n丙。")
    assert [p[0] for p in shape(parsed)] == ["h1_1", "h1_1__para_1", "h1_2", "h1_2__para_1"]


def test_a_text_under_ideographs_keeps_them_beside_decimals() -> None:
    parsed = parse("栖澜市巡护意见\n一、任务\n1. 登记\n1.1 甲。\n2. 巡护\n二、保障\n丙。")
    assert next(e for e in eids(parsed) if "h1" in e) == "h1_1"
    assert own_provision(parsed, "h1_2").heading == "保障"
