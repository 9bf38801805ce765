"""Terms and the weights of BM25."""

import pytest

from index.lexical import K1, MEAN_LENGTH, B, lexical_document, lexical_query, term_index, terms


@pytest.mark.parametrize(
    ("text", "present", "absent"),
    [
        ("依照本条例第六条", {"第6条"}, {"第", "六", "第六条"}),
        ("第六条之一规定", {"第6-1条"}, {"第6条"}),
        ("第一百零二条、第102条", {"第102条"}, {"第100条"}),
        ("第二章 职责分工", {"第2章", "职责", "分工"}, {"第二章"}),
        ("六条建议", set(), {"第6条"}),
        ("市人民政府应当", {"人民政府", "人民", "政府"}, {"应当"}),
        ("养犬登记的机关", {"登记", "机关"}, {"的"}),
        ("GB/T 9704", {"gb", "9704"}, {"/", "GB"}),
    ],
)
def test_terms(text: str, present: set[str], absent: set[str]) -> None:
    found = set(terms(text))
    assert present <= found
    assert not absent & found


def test_a_passage_is_weighted_as_bm25_does() -> None:
    vector = lexical_document("登记 登记 收容")
    weights = dict(zip(vector.indices, vector.values, strict=True))
    norm = K1 * (1 - B + B * 3 / MEAN_LENGTH)
    assert weights[term_index("登记")] == pytest.approx(2 * (K1 + 1) / (2 + norm))
    assert weights[term_index("收容")] == pytest.approx(1 * (K1 + 1) / (1 + norm))


def test_a_question_counts_each_term_once() -> None:
    assert lexical_query("登记登记登记").values == [1.0]


def test_a_title_is_one_term_besides_its_words() -> None:
    with_title = set(lexical_query("谁来登记", ["栖澜市养犬管理规定"]).indices)
    assert with_title - set(lexical_query("谁来登记").indices) == {term_index("《栖澜市养犬管理规定》")}
    assert term_index("《栖澜市养犬管理规定》") in lexical_document("第二条", ["栖澜市养犬管理规定"]).indices


def test_punctuation_alone_has_no_terms() -> None:
    assert lexical_query("？？……《》").indices == []
