"""The duty table in an order over all its pages."""

from __future__ import annotations

import pytest

from duties import Duty, ReadText
from ui.components.duty_order import AS_READ, ORDERS, ordered
from ui.services import open_services

REGULATION = """# 栖澜市绿道管护条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 为了加强绿道管护，制定本条例。

第二条 市园林绿化部门应当编制绿道规划。街道办事处可以组织绿道认养。

第三条 市公安机关应当在三日内处理绿道上的纠纷。
"""


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[ReadText, Duty]]:
    folder = tmp_path_factory.mktemp("order")
    (folder / "绿道.md").write_text(REGULATION, encoding="utf-8")
    services = open_services(folder / "data")
    services.land([folder / "绿道.md"])
    try:
        return [(text, duty) for text in services.analysis.read_texts() for duty in text.duties]
    finally:
        services.close()


@pytest.mark.parametrize("by", ORDERS)
def test_no_duty_is_lost_in_any_order(rows: list[tuple[ReadText, Duty]], by: str) -> None:
    found = ordered(rows, by)
    assert len(found) == len(rows) >= 3
    assert [row for row in rows if row in found] == rows


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (AS_READ, ["市园林绿化部门", "街道办事处", "市公安机关"]),
        ("规范词", ["市园林绿化部门", "市公安机关", "街道办事处"]),
        ("层级", ["市园林绿化部门", "市公安机关", "街道办事处"]),
        ("时限", ["市公安机关", "市园林绿化部门", "街道办事处"]),
        ("承担主体", ["市公安机关", "市园林绿化部门", "街道办事处"]),
    ],
)
def test_duties_stand_in_the_order_asked_for(rows: list[tuple[ReadText, Duty]], by: str, expected: list[str]) -> None:
    assert list(dict.fromkeys(duty.bearer for _, duty in ordered(rows, by))) == expected
