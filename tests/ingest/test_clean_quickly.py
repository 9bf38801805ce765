"""What cleaning leaves out for speed: the quick looks over a text say the same as the slow ones."""

from __future__ import annotations

import pytest

from ingest.clean.damage import GATES
from ingest.clean.pinyin import drop_pinyin
from ingest.clean.traditional import is_traditional, simplified_forms
from ingest.clean.unusual import unusual_characters
from ingest.common_characters import PLAUSIBLE, is_plausible, plausibility, simplified_common
from ingest.line import Line
from ingest.pattern_table import Row, read_table

WRITTEN = "第一条 为了规范河湖巡护，制定本条例。市人民政府应当建立巡护制度。"
MISREAD = WRITTEN.encode().decode("gb18030", "replace")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "river",
        WRITTEN,
        MISREAD,
        "第一條 為了規範養犬管理，制定本辦法。市人民政府應當建立養犬登記制度。",
        "鏉冧笁",
        WRITTEN * 3 + MISREAD,
        WRITTEN + MISREAD * 3,
        "巡护" * 4 + "鏉" * 2,
        "巡护" * 4 + "鏉" * 3,
    ],
)
def test_plausible_is_what_the_share_says(text: str) -> None:
    assert is_plausible(text) is (plausibility(text) >= PLAUSIBLE)


@pytest.mark.parametrize("row", read_table("clean/damage"), ids=lambda row: str(row.value))
def test_what_damage_is_told_by_is_unusual(row: Row) -> None:
    gate = GATES.get(row.field, row.field)
    assert gate
    assert unusual_characters("".join(gate)) == frozenset(gate)


def test_letters_tones_and_traditional_characters_are_unusual() -> None:
    assert unusual_characters("shèabc０ü?*") == frozenset("shèabc０ü?*")
    old = frozenset(simplified_forms())
    assert unusual_characters("".join(old)) == old
    assert not unusual_characters("第一条，制定本条例。\n" + "".join(simplified_common() - old))


@pytest.mark.parametrize(
    "text", [WRITTEN, "第一條 為了規範養犬管理，制定本辦法。", "於潜镇、锺公庙街道办事处负责养犬登记。"]
)
def test_traditional_is_told_from_the_unusual_ones_alone(text: str) -> None:
    assert is_traditional(text, unusual_characters(text)) is is_traditional(text, frozenset(text))


def test_unusual_characters_of_a_long_text_are_found_to_its_end() -> None:
    assert unusual_characters("条" * 200_000 + "鏉") == {"鏉"}
    assert drop_pinyin([Line("建設(shè)")], unusual_characters("建設(shè)"))[1] == 1
