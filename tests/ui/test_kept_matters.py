"""Kept matters and vectors: grouped once for each state, embedded once for each wording."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest
from numpy.typing import NDArray

import index
import ui.kept_matters
from corpus import Settings
from ui.services import Services

TEXT = """# 栖澜市绿道管护条例

2023年5月20日 栖澜市第九届人民代表大会常务委员会第十一次会议通过

<!-- INFO END -->

第一条 市园林绿化部门应当编制绿道规划。市公安机关应当维护绿道秩序。
"""


class Letters:
    """Stands for a model: the vector of a wording counts its signs."""

    asked: list[str]

    def __init__(self) -> None:
        self.asked = []

    def passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), 1.0, text.count("绿")] for text in texts], np.float32)


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Services:
    (tmp_path / "绿道.md").write_text(TEXT, encoding="utf-8")
    opened = Services(Settings(tmp_path / "data", threads=1))
    opened.land([tmp_path / "绿道.md"])
    return opened


def test_what_has_no_vector_is_said_embedded_once_and_then_grouped_by(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = Letters()
    monkeypatch.setattr(index.Encoder, "load", lambda settings: model)
    assert services.matters.matrix().notes[-1].startswith("2 种事项用语没有向量")
    assert (services.matters.learn(), len(set(model.asked))) == (2, 2)
    assert (services.matters.learn(), len(model.asked)) == (0, 2)
    assert not any("向量" in note for note in services.matters.matrix().notes)


def test_a_second_visit_groups_nothing_again(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    first = services.matters.matters()
    services.close()

    def never(*_: object) -> NoReturn:
        raise AssertionError("grouped again")

    monkeypatch.setattr(ui.kept_matters, "group_matters", never)
    assert len(first) == 2
    assert Services(services.settings).matters.matters() == first
