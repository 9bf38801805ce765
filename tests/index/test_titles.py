"""Which titles a question names: hits and near misses."""

import pytest

from corpus import NATION, Instrument, Level, NormKind, Territory, instrument_id
from index.titles import TitleBook

CITY = Territory("q1", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
PROVINCE = Territory("q0", "云岫省", Level.PROVINCIAL, ("云岫省",))
TITLES = {
    "中华人民共和国土地管理法": NATION,
    "中华人民共和国土地管理法实施条例": NATION,
    "中华人民共和国刑法": NATION,
    "中华人民共和国工会法": NATION,
    "云岫省实施《中华人民共和国义务教育法》办法": PROVINCE,
    "栖澜市养犬管理规定": CITY,
    "栖澜市大气污染防治条例": CITY,
    "云岫省大气污染防治条例": PROVINCE,
    "栖澜市养犬管理规定实施细则": CITY,
}
BOOK = TitleBook(Instrument(instrument_id(t, p), t, NormKind.OTHER, p) for t, p in TITLES.items())
BY_ID = {instrument_id(t, p): t for t, p in TITLES.items()}


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("《栖澜市养犬管理规定》第二条", ["栖澜市养犬管理规定"]),
        ("栖澜市养犬管理规定里谁管登记", ["栖澜市养犬管理规定"]),
        ("栖澜养犬规定第十五条", ["栖澜市养犬管理规定"]),
        ("栖澜市养犬管理规定实施细则", ["栖澜市养犬管理规定实施细则"]),
        ("《土地管理法》和《土地管理法实施条例》", ["中华人民共和国土地管理法", "中华人民共和国土地管理法实施条例"]),
        ("土地管理法实施条例第三条", ["中华人民共和国土地管理法实施条例"]),
        ("土地管理法规定了什么", ["中华人民共和国土地管理法"]),
        ("刑法第二百条", ["中华人民共和国刑法"]),
        ("学刑法的人", []),
        ("《工会法实施细则》", []),
        ("工会法实施办法", []),
        ("云岫省实施《工会法》办法", []),
        ("如何实施《工会法》", ["中华人民共和国工会法"]),
        ("云岫省实施《中华人民共和国义务教育法》办法第三条", ["云岫省实施《中华人民共和国义务教育法》办法"]),
        ("《云岫省实施〈中华人民共和国义务教育法〉办法》", ["云岫省实施《中华人民共和国义务教育法》办法"]),
        ("云岫省实施〈工会法〉办法", []),
        ("《栖澜市火星移民管理规定》", []),
        ("栖澜火星移民管理规定第二条", []),
        ("养犬管理", []),
        ("栖澜防治条例第七条第二款规定了什么？", ["栖澜市大气污染防治条例"]),
        ("请问栖澜市大气条例里，扬尘谁管", ["栖澜市大气污染防治条例"]),
        ("按栖澜污染条例30条2款", ["栖澜市大气污染防治条例"]),
        ("大气条例第七条", []),
        ("栖澜污染规定第七条", []),
        ("有关规定第七条", []),
        ("《栖澜大气条例》第七条", []),
    ],
)
def test_titles_named(question: str, titles: list[str]) -> None:
    assert [BY_ID[one] for named in BOOK.find(question) for one in named.instruments] == titles


def test_quoted_titles_that_the_corpus_lacks_are_told() -> None:
    assert BOOK.unknown("《栖澜市火星移民管理规定》和《刑法》") == ("栖澜市火星移民管理规定",)
