"""Bytes of every charset, mixed, broken or misread, become the same text or are refused with the place."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ingest.errors import IngestError
from ingest.mojibake import looks_misread, repair_mojibake
from ingest.readers.decode import decode_text
from ingest.readers.decode_lines import decode_mixed

LINES = (
    "栖澜市河道管理办法",
    "第一条 为了加强河道管理，保障行洪安全，根据有关法律、法规，结合本市实际，制定本办法。",
    "第二条 市人民政府水行政主管部门负责本市行政区域内河道的监督管理工作。",
    "第三条 任何单位和个人不得在河道管理范围内倾倒垃圾、渣土。",
)
TEXT = "\n".join(LINES)
TRADITIONAL = "第一條 為了加強河道管理，保障行洪安全，根據有關法律、法規，結合本市實際，制定本辦法。\n" * 3


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_every_charset_with_and_without_a_mark(codec: str) -> None:
    assert decode_text(TEXT.encode(codec), "河道.txt").text == TEXT
    assert decode_text(TEXT.encode(codec), "河道.txt").warnings == ()


@pytest.mark.parametrize("codec", ["big5", "big5hkscs", "gb18030", "utf-8", "utf-16-le"])
@pytest.mark.parametrize("declared", ["", "gb2312", "big5", "utf-8", "nonsense"])
def test_traditional_text_whatever_is_declared(codec: str, declared: str) -> None:
    assert decode_text(TRADITIONAL.encode(codec), "河道.txt", declared).text == TRADITIONAL


def test_a_wrong_declaration_does_not_count() -> None:
    assert decode_text(TEXT.encode("gb18030"), "河道.html", "utf-8").text == TEXT
    assert decode_text(TEXT.encode(), "河道.html", "gb2312").text == TEXT


def test_four_byte_characters_of_gb18030_are_kept() -> None:
    text = TEXT + "\n㐂㑇镕𠀀𪚥"
    assert decode_text(text.encode("gb18030"), "河道.txt").text == text


def test_lines_of_two_charsets_are_each_read_in_their_own() -> None:
    data = b"\n".join(line.encode("gb18030" if i == 2 else "utf-8") for i, line in enumerate(LINES))
    decoded = decode_text(data, "河道.txt")
    assert decoded.text == TEXT
    assert "第3行" in decoded.warnings[0]
    assert "GB18030" in decoded.warnings[0]
    other = b"\n".join(line.encode("utf-8" if i == 2 else "gb18030") for i, line in enumerate(LINES))
    assert decode_text(other, "河道.txt").text == TEXT


@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_a_broken_byte_costs_one_character_and_is_told(codec: str) -> None:
    text = TEXT * 3
    data = bytearray(text.encode(codec))
    data[data.index("监督".encode(codec))] = 0xFF
    decoded = decode_text(bytes(data), "河道.txt")
    assert decoded.text.count("\ufffd") == 1
    assert abs(len(decoded.text) - len(text)) <= 1
    assert decoded.text.startswith(text[:80])
    assert decoded.text.endswith(text[-80:])
    assert decoded.warnings == ("有1个字符无法读出，原位以\ufffd标出，请核对原文",)


def test_a_lost_byte_of_a_pair_does_not_garble_the_line() -> None:
    data = (TEXT * 3).encode("gb18030")
    place = data.index("监督".encode("gb18030"))
    decoded = decode_text(data[:place] + data[place + 1 :], "河道.txt")
    assert decoded.text.endswith(TEXT[-60:])
    assert decoded.text.count("垃圾、渣土") == 3


def test_many_broken_bytes_are_refused_with_the_place_of_the_first() -> None:
    data = TEXT.encode()
    broken = b"\xff".join(data[i : i + 30] for i in range(0, len(data), 30))
    with pytest.raises(IngestError, match="编码错误") as caught:
        decode_text(broken, "河道.txt")
    assert caught.value.place == "河道.txt 第29字节"


def test_surrogate_pairs_are_joined_and_lone_ones_lost() -> None:
    pair = "𠀀".encode("utf-16-be").hex()
    cesu = "".join(chr(int(pair[i : i + 4], 16)) for i in (0, 4)).encode("utf-8", "surrogatepass")
    decoded = decode_text(TEXT.encode() + cesu, "河道.txt")
    assert decoded.text == TEXT + "𠀀"
    assert "代理对" in decoded.warnings[0]
    lone = decode_text((TEXT * 2).encode() + b"\xed\xa0\x80" + TEXT.encode(), "河道.txt")
    assert lone.text == TEXT * 2 + "\ufffd" + TEXT


@pytest.mark.parametrize(
    ("meant", "read_as"),
    [
        ("utf-8", "latin-1"),
        ("gb18030", "latin-1"),
        ("big5hkscs", "latin-1"),
        ("big5hkscs", "gb18030"),
        ("gb18030", "big5hkscs"),
    ],
)
def test_misread_text_is_brought_back_and_told(meant: str, read_as: str) -> None:
    text = TRADITIONAL if meant == "big5hkscs" else TEXT
    kept = "".join(filter(lambda character: _survives(character, meant, read_as), text))
    assert len(kept) > 60
    decoded = decode_text(kept.encode(meant).decode(read_as).encode(), "河道.txt")
    assert decoded.text == kept
    assert "乱码" in decoded.warnings[0]


def _survives(text: str, meant: str, read_as: str) -> bool:
    wrong = text.encode(meant).decode(read_as, "replace")
    return not any(character == "\ufffd" or "\ue000" <= character <= "\uf8ff" for character in wrong)


def test_utf8_read_as_gbk_comes_back_only_where_no_byte_is_lost() -> None:
    han = [character for character in TEXT if "\u4e00" <= character <= "\u9fff"]
    pairs = ("".join(pair) for pair in pairwise(han))
    whole = "".join(pair for pair in pairs if _survives(pair, "utf-8", "gb18030"))
    repair = repair_mojibake(whole.encode().decode("gb18030"))
    assert repair is not None
    assert repair.text == whole
    lossy = TEXT.encode().decode("gb18030", "replace")
    assert looks_misread(lossy)
    with pytest.raises(IngestError, match="乱码"):
        decode_text(lossy.encode(), "河道.txt")


def test_twice_misread_text_comes_back() -> None:
    once = TEXT.encode().decode("latin-1")
    repair = repair_mojibake(once.encode().decode("latin-1"))
    assert repair is not None
    assert repair.text == TEXT


@pytest.mark.parametrize(
    "text",
    [TEXT, TRADITIONAL, "铁、锰、铬、钒、钛；铜、铅、锌、铝土矿、镍、钴、钨、锡、铋、钼、汞、锑、镁；铂、钯、钌。" * 4],
)
def test_what_somebody_wrote_is_never_repaired(text: str) -> None:
    assert repair_mojibake(text) is None


def test_the_empty_line_has_no_charset() -> None:
    assert decode_mixed(b"\n\n").text == "\n\n"
