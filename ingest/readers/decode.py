"""Bytes to text (字符编码): byte order mark, wide characters, UTF-8, declared charset, GB18030, Big5; else by line.

A few broken bytes never make a text another charset: they stay visible as �; too many, and the file is refused with
the place of the first.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from ingest.common_characters import is_plausible, plausibility
from ingest.errors import IngestError
from ingest.mojibake import LOST, looks_misread, repair_mojibake
from ingest.readers.decode_lines import decode_mixed

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_REMEDY = "请用编辑器打开后另存为 UTF-8 编码，再重新导入"
# One character in two hundred may be broken and is shown so; a text with more of them is better fetched again.
_BROKEN_SHARE = 200
# A rare character without a code point stands in the private use area of many old files; more than that is garbage.
_PRIVATE_SHARE = 500
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_WRITTEN = re.compile("[\t\n\r -~\u2010-\u206f\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_CESU = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, and what people should know of how its bytes were read (Chinese)."""

    text: str
    warnings: tuple[str, ...] = ()


def decode_text(data: bytes, name: str, declared: str = "") -> Decoded:
    """The text of ``data``; ``declared`` is what the file says of itself. Raises IngestError where no charset fits.

    >>> decode_text("栖澜市养犬管理规定".encode("gb18030"), "养犬.txt").text
    '栖澜市养犬管理规定'
    """
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    decoded = _by_mark(data, marked, name) if marked is not None else _without_mark(data, name, declared)
    return _checked(decoded, name)


def _by_mark(data: bytes, codec: str, name: str) -> Decoded:
    text = _try(data, codec)
    if text is None and codec == "utf-8-sig":
        return _broken(data.removeprefix(codecs.BOM_UTF8), name)
    if text is not None:
        return Decoded(text)
    text = data.decode(codec, "replace").removeprefix("\ufeff")
    _check_broken(text, f"{name} 第{_first_bad(data, codec) + 1}字节")
    return Decoded(text, _warn_broken(text))


def _without_mark(data: bytes, name: str, declared: str) -> Decoded:
    if b"\x00" in data:
        wide = next((text for codec in _WIDE if (text := _try(data, codec)) is not None and _is_written(text)), None)
        if wide is not None:
            return Decoded(wide)
        if data.count(b"\x00") > len(data) // 100:
            raise IngestError("不是文本文件（含有二进制内容）", place=name, remedy="请确认文件格式后重新导入")
    text = _try(data, "utf-8")
    if text is not None:
        return Decoded(text)
    cesu, pairs = _CESU.subn(_as_utf8, data)
    if pairs:
        decoded = _without_mark(cesu, name, declared)
        return Decoded(decoded.text, (*decoded.warnings, f"有{pairs}个字符由 CESU-8 代理对还原"))
    return _legacy(data, declared) or _broken(data, name)


def _as_utf8(pair: re.Match[bytes]) -> bytes:
    joined = pair[0].decode("utf-8", "surrogatepass").encode("utf-16-le", "surrogatepass")
    return joined.decode("utf-16-le").encode()


def _legacy(data: bytes, declared: str) -> Decoded | None:
    """The text in the charset, declared or usual, that reads best; None where none does without a broken byte."""
    texts = [text for codec in dict.fromkeys((declared, "gb18030", "big5hkscs")) if (text := _try(data, codec))]
    best = max(texts, key=plausibility, default=None)
    return Decoded(best) if best is not None and is_plausible(best) and _PRIVATE.search(best) is None else None


def _broken(data: bytes, name: str) -> Decoded:
    """Line by line: in mixed charsets each line has its own, broken bytes become �."""
    mixed = decode_mixed(data)
    if mixed.text.count(LOST) * _BROKEN_SHARE > len(mixed.text) and not looks_misread(mixed.text):
        place = f"{name} 第{mixed.first_bad + 1}字节"
        raise IngestError("编码错误，有大量字节无法读出", place=place, remedy=_REMEDY)
    if not is_plausible(mixed.text):
        return Decoded(_by_statistics(data, name, mixed.first_bad))
    return Decoded(mixed.text, (*mixed.warnings, *_warn_broken(mixed.text)))


def _by_statistics(data: bytes, name: str, first_bad: int) -> str:
    guess = from_bytes(data[:200_000]).best()
    text = _try(data, guess.encoding) if guess is not None else None
    if text is None or not is_plausible(text) or not _is_written(text):
        place = f"{name} 第{first_bad + 1}字节"
        raise IngestError("编码错误，不是文本文件或字符编码无法识别", place=place, remedy=_REMEDY)
    return text


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec) if codec else None
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _is_written(text: str) -> bool:
    """Whether nearly all characters are such as a Chinese page has, so that the wide reading is the right one."""
    sample = text[:4000]
    return is_plausible(sample) and len(_WRITTEN.findall(sample)) > len(sample) * 0.9


def _first_bad(data: bytes, codec: str) -> int:
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _check_broken(text: str, place: str) -> None:
    if text.count(LOST) * _BROKEN_SHARE > len(text):
        raise IngestError("编码错误，有大量字节无法读出", place=place, remedy=_REMEDY)


def _warn_broken(text: str) -> tuple[str, ...]:
    lost = text.count(LOST)
    return (f"有{lost}个字符无法读出，原位以{LOST}标出，请核对原文",) if lost else ()


def _checked(decoded: Decoded, name: str) -> Decoded:
    """The text without mojibake, or IngestError: garbage never goes on as a text."""
    text = decoded.text
    if looks_misread(text):
        repair = repair_mojibake(text)
        if repair is None:
            raise IngestError("疑似乱码，无法可靠还原", place=name, remedy=_REMEDY)
        warnings = (*decoded.warnings, f"全文为乱码（{repair.way}），已还原，请核对原文", *_warn_broken(repair.text))
        decoded = Decoded(repair.text, warnings)
    if len(_PRIVATE.findall(decoded.text)) * _PRIVATE_SHARE > len(decoded.text):
        raise IngestError("疑似乱码，含有大量私用区字符", place=name, remedy="请改用标准字符后重新导入")
    lost = decoded.text.count(LOST)
    if lost * _BROKEN_SHARE > len(decoded.text):
        place = f"{name} 第{decoded.text.index(LOST) + 1}个字符"
        raise IngestError("疑似乱码，有大量无法读出的字符", place=place, remedy=_REMEDY)
    if lost and not decoded.warnings:
        decoded = Decoded(decoded.text, _warn_broken(decoded.text))
    return decoded
