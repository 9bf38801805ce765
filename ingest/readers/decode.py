"""Bytes to text (字符编码): byte order mark, strict UTF-8, declared charset, GB18030, then statistics."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from ingest.errors import IngestError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_REMEDY = "请用编辑器打开后另存为 UTF-8 编码，再重新导入"
# A rare character without a code point stands in the private use area of many old files; more than that is garbage.
_PRIVATE_SHARE = 500
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# UTF-8 bytes read as GBK give these over and over (第 → 绗, 条 → 鏉, 的 → 鐨, 。 → 銆).
_MOJIBAKE = re.compile("[绗鏉鐨銆锛鍜屽拰涓殑閮]")


def decode_text(data: bytes, name: str, declared: str = "") -> str:
    """The text of ``data``; ``declared`` is what the file says of itself. Raises IngestError where no charset fits.

    >>> decode_text("栖澜市养犬管理规定".encode("gb18030"), "养犬.txt")
    '栖澜市养犬管理规定'
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _checked(_strict(data, codec, name), name)
    if _count_nul(data) > len(data) // 100:
        raise IngestError("不是文本文件（含有二进制内容）", place=name, remedy="请确认文件格式后重新导入")
    for codec in ("utf-8", declared, "gb18030"):
        text = _try(data, codec)
        if text is not None and _is_plausible(text):
            return _checked(text, name)
    return _checked(_by_statistics(data, name), name)


def _count_nul(data: bytes) -> int:
    return data.count(b"\x00")


def _try(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec) if codec else None
    except (UnicodeDecodeError, LookupError):
        return None


def _strict(data: bytes, codec: str, name: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise IngestError("编码错误", place=f"{name} 第{error.start + 1}字节", remedy=_REMEDY) from error


def _is_plausible(text: str) -> bool:
    """Whether Chinese text was meant: the common characters of any Chinese page outweigh the rare ones."""
    han = [c for c in text[:20000] if "\u4e00" <= c <= "\u9fff"]
    if len(han) < 8:
        return True
    level_one = sum(_is_common(c) for c in han)
    return level_one >= len(han) * 0.7


def _is_common(character: str) -> bool:
    """In level 1 of GB/T 2312, the 3,755 everyday characters, or a traditional one outside GB/T 2312."""
    try:
        encoded = character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return encoded[0] < 0xD8


def _by_statistics(data: bytes, name: str) -> str:
    broken = _first_bad_utf8(data)
    if broken is not None and _mostly_utf8(data):
        raise IngestError("编码错误", place=f"{name} 第{broken + 1}字节", remedy=_REMEDY)
    for codec in ("utf-8", "big5hkscs"):
        text = _try(data, codec)
        if text is not None:
            return text
    guess = from_bytes(data).best()
    if guess is None:
        raise IngestError("不是文本文件，或字符编码无法识别", place=name, remedy=_REMEDY)
    return str(guess)


def _first_bad_utf8(data: bytes) -> int | None:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _mostly_utf8(data: bytes) -> bool:
    lenient = data.decode("utf-8", "replace")
    return lenient.count("\ufffd") * 10 < len(lenient)


def _checked(text: str, name: str) -> str:
    if len(_PRIVATE.findall(text)) * _PRIVATE_SHARE > len(text):
        raise IngestError("疑似乱码，含有大量私用区字符", place=name, remedy="请改用标准字符后重新导入")
    if text.count("\ufffd") > 0 or _is_mojibake(text):
        raise IngestError("疑似乱码", place=name, remedy=_REMEDY)
    return text


def _is_mojibake(text: str) -> bool:
    return len(_MOJIBAKE.findall(text[:20000])) * 12 > len(text[:20000])
