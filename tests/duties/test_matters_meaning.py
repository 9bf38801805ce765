"""Matters by meaning: what vectors join and part, that they are explained, and that matters are kept as they were."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

import numpy as np
import pytest

from corpus import Level
from duties import Role, group_matters, pack_vector, read_matters, wordings_of, write_matters
from duties.findings import ReadText
from tests.duties.texts import CITY, PROVINCE, read_text

M = (Level.MUNICIPAL,)
CITY_DOGS = read_text("栖澜市养犬管理条例", CITY, ("犬只收容场所设施", "公安机关", Role.LEAD, M))
PROVINCE_DOGS = read_text("云岫省养犬管理规定", PROVINCE, ("犬只收容救助服务", "公安机关", Role.LEAD, M))
TEXTS = (CITY_DOGS, PROVINCE_DOGS)


ALIKE = (
    read_text("栖澜市养犬管理条例", CITY, ("犬只收容场所", "公安机关", Role.LEAD, M)),
    read_text("云岫省养犬管理规定", PROVINCE, ("犬只收容场所位置", "公安机关", Role.LEAD, M)),
)
"""The words alone make one matter of these."""


def vectors(cosine: float, texts: Sequence[ReadText] = TEXTS) -> dict[str, bytes]:
    one, other = sorted(wordings_of(texts))
    rows = {one: (1.0, 0.0), other: (cosine, (1 - cosine**2) ** 0.5)}
    return {wording: pack_vector(np.array(row, np.float32)) for wording, row in rows.items()}


@pytest.mark.parametrize(("cosine", "count"), [(1.0, 1), (0.97, 2), (0.5, 2)])
def test_wordings_of_one_meaning_need_few_words_in_common(cosine: float, count: int) -> None:
    assert (len(group_matters(TEXTS)), len(group_matters(TEXTS, vectors(cosine)))) == (2, count)


@pytest.mark.parametrize(("cosine", "count"), [(1.0, 1), (0.98, 1), (0.9, 2)])
def test_wordings_that_lie_far_apart_are_parted(cosine: float, count: int) -> None:
    assert (len(group_matters(ALIKE)), len(group_matters(ALIKE, vectors(cosine, ALIKE)))) == (1, count)


def test_a_missing_vector_leaves_the_words_to_decide() -> None:
    (one, packed), _ = sorted(vectors(0.5).items())
    assert group_matters(TEXTS, {one: packed}) == group_matters(TEXTS)


def test_the_reason_tells_the_cosine_and_the_wording_it_was_compared_with() -> None:
    (matter,) = group_matters(TEXTS, vectors(1.0))
    joined = [m.reason for m in matter.members if m.reason.cosine is not None]
    assert [reason.near in wordings_of(TEXTS) for reason in joined] == [True]
    assert f"语义相近 1.000（与“{joined[0].near}”）" in joined[0].chinese
    assert joined[0].as_row()["by"] == "words+meaning"


def test_the_order_of_the_texts_changes_nothing() -> None:
    assert len({group_matters(order, vectors(1.0)) for order in permutations(TEXTS)}) == 1


def test_matters_are_read_as_they_were_written() -> None:
    matters = group_matters(TEXTS, vectors(1.0))
    assert read_matters(write_matters(matters, TEXTS), TEXTS) == matters
