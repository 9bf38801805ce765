"""Names of texts in questions: found, short, unknown, and never mistaken for another text."""

import pytest

from answers.catalogue import Catalogue, plain_title
from answers.names import read_names
from corpus import NATION, Instrument, Level, NormKind, Territory

CITY = Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市"))
TITLES = [
    ("中华人民共和国土地管理法", NATION),
    ("中华人民共和国土地管理法实施条例", NATION),
    ("栖澜市网格化服务管理条例", CITY),
    ("栖澜市城市市容和环境卫生管理条例", CITY),
    ("栖澜市养犬管理规定", CITY),
]
CATALOGUE = Catalogue(tuple(Instrument(t, t, NormKind.OTHER, place) for t, place in TITLES))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("《栖澜市网格化服务管理条例》第六条", [("栖澜市网格化服务管理条例", ["栖澜市网格化服务管理条例"])]),
        ("栖澜网格条例第六条", [("栖澜网格条例", ["栖澜市网格化服务管理条例"])]),
        ("按《土地管理法》怎么办", [("土地管理法", ["中华人民共和国土地管理法"])]),
        ("土地管理法实施条例第三条", [("土地管理法实施条例", ["中华人民共和国土地管理法实施条例"])]),
        ("《栖澜市宠物管理条例》第八条", [("栖澜市宠物管理条例", [])]),
        ("栖澜市火星移民管理办法怎么规定的？", [("栖澜市火星移民管理办法", [])]),
        ("云岫省实施《土地管理法》办法第三条", [("云岫省实施《土地管理法》办法", [])]),
        ("栖澜市对养狗怎么规定？", []),
        ("栖澜的条例和省里的规定打架吗？", []),
    ],
)
def test_names_and_what_they_mean(text: str, expected: list[tuple[str, list[str]]]) -> None:
    found = [(name.words, [i.title for i in name.instruments]) for name in read_names(text, CATALOGUE)]
    assert found == expected


def test_quoted_title_that_leaves_out_much_means_another_text() -> None:
    (name,) = read_names("《栖澜市城市管理条例》第二条", CATALOGUE)
    assert name.instruments == ()


def test_plain_title_drops_marks_edition_and_state() -> None:
    assert plain_title("《中华人民共和国土地管理法》（2019年修正）") == "土地管理法"


def test_text_is_found_by_its_document_number() -> None:
    numbered = Instrument(
        "n", "栖澜市网格工作意见", NormKind.POLICY_DOCUMENT, CITY, document_number="栖政发〔2024〕6号"
    )
    (name,) = read_names("按栖政发(2024)6号，网格员要培训吗？", Catalogue((numbered,)))
    assert name.instruments == (numbered,)


def test_plan_that_is_spoken_of_is_no_unknown_text() -> None:
    assert read_names("栖澜市网格划分方案要经过哪些环节？", CATALOGUE) == ()
