"""Articles, long articles, policy headings and rows as passages."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from corpus import EId, ParsedText, gazetteer
from index.passages import Passage, cut_passages
from index.units import unit_id
from ingest import read_file

LONG = "有关部门应当建立健全网格化服务管理的工作机制，" * 12

REGULATION = f"""# 栖澜市网格化服务管理条例

2022年6月1日 栖澜市第七届人民代表大会常务委员会第十次会议通过

<!-- INFO END -->

## 第一章 总则

第一条 为了推进网格化服务管理，制定本条例。

## 第二章 职责分工

第二条 市人民政府加强领导。{LONG}

区人民政府承担下列职责：

（一）划分网格；{LONG}

（二）培训网格员；{LONG}

（三）考核网格员。{LONG}

第三条 本条例自2022年9月1日起施行。
"""

POLICY = """栖澜市人民政府办公室关于加强网格工作的意见

栖政办发〔2023〕5号

各区人民政府，市政府各部门：

为加强网格工作，现提出如下意见。

一、总体要求

坚持以人民为中心，全面提升基层治理水平。

二、重点任务

（一）优化网格设置。市社会治理主管部门制定网格划分标准。

（二）建强网格队伍。

街道办事处负责网格员的招录。

三、保障措施

市财政部门保障网格工作经费。

栖澜市人民政府办公室
2023年3月1日
"""


def read(tmp_path: Path, title: str, text: str) -> ParsedText:
    path = tmp_path / f"{title}.md"
    path.write_text(text, encoding="utf-8")
    return read_file(path, gazetteer())[0]


def cut(parsed: ParsedText) -> tuple[Passage, ...]:
    return cut_passages(parsed.instrument, parsed.version)


@pytest.fixture
def regulation(tmp_path: Path) -> ParsedText:
    return read(tmp_path, "栖澜市网格化服务管理条例", REGULATION)


@pytest.fixture
def policy(tmp_path: Path) -> ParsedText:
    return read(tmp_path, "栖澜市人民政府办公室关于加强网格工作的意见", POLICY)


def test_a_short_article_is_one_passage_with_its_context(regulation: ParsedText) -> None:
    first = cut(regulation)[0]
    assert (first.unit, first.eid) == ("art_1", "art_1")
    assert first.context == "栖澜市网格化服务管理条例 第一章 总则 第一条"
    assert first.text == "第一条 为了推进网格化服务管理，制定本条例。"


def test_a_long_article_falls_into_its_paragraphs_and_items(regulation: ParsedText) -> None:
    parts = [p for p in cut(regulation) if p.unit == "art_2"]
    assert [p.eid for p in parts] == [
        "art_2__para_1",
        "art_2__para_2__item_1",
        "art_2__para_2__item_2",
        "art_2__para_2__item_3",
    ]
    assert {p.context for p in parts} == {"栖澜市网格化服务管理条例 第二章 职责分工 第二条"}
    assert parts[1].text.startswith("区人民政府承担下列职责：")


def test_no_word_of_an_article_is_lost_or_said_twice(regulation: ParsedText) -> None:
    version = regulation.version
    whole = "".join(version.whole_text(article) for article in version.articles)
    assert "".join("".join(p.text for p in cut(regulation)).split()) == "".join(whole.split())


def test_a_text_without_parts_is_cut_by_length(regulation: ParsedText) -> None:
    parts = cut_passages(regulation.instrument, regulation.version, longest=20)
    assert max(len(p.text) for p in parts) <= 20
    assert len({p.id for p in parts}) == len(parts)


def test_a_policy_has_one_passage_per_heading_with_words(policy: ParsedText) -> None:
    passages = {p.eid: p for p in cut(policy)}
    headed = [eid for eid in passages if eid.startswith("h")]
    assert headed == ["h1_1", "h1_2__h2_1", "h1_2__h2_2", "h1_3"]
    assert passages[EId("h1_2__h2_2")].text.endswith("街道办事处负责网格员的招录。")
    assert "二、 重点任务" in passages[EId("h1_2__h2_1")].context
    assert any("现提出如下意见" in p.text for p in passages.values())


def test_the_unit_of_a_part_is_the_article_or_heading_above(regulation: ParsedText, policy: ParsedText) -> None:
    assert unit_id(regulation.version, EId("art_2__para_2__item_3")) == "art_2"
    assert unit_id(regulation.version, EId("art_99")) is None
    assert unit_id(policy.version, EId("h1_2__h2_2__para_1")) == "h1_2__h2_2"


def test_the_rows_of_a_list_are_passages_with_the_names_of_the_columns(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["序号", "职责事项", "牵头单位"], [1, "划分网格", "市民政局"], [2, "培训网格员", "市人力社保局"]):
        sheet.append(row)
    path = tmp_path / "栖澜市网格化服务管理责任清单.xlsx"
    book.save(path)
    parsed = read_file(path, gazetteer())[0]
    rows = cut(parsed)
    assert [row.unit for row in rows] == [p.eid for p in parsed.version.provisions if p.eid.number("row") is not None]
    assert len(rows) == 2
    assert "牵头单位：市人力社保局" in rows[1].text
    assert "划分网格" not in rows[1].text
