"""Zips (docx, xlsx): what is refused before any library opens them, by what comes out and not by the directory."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from ingest.errors import IngestError
from ingest.limits import MAX_ENTRIES, MAX_INFLATED, too_much_inflated

_STEP = 256 * 1024
_LOCAL_HEADER = struct.Struct("<4s22xHH")
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, EOFError, RuntimeError)


def inspect_zip(data: bytes, name: str) -> frozenset[str]:
    """The names of a zip's members; raises IngestError for a broken, locked, overfull or exploding one.

    Every member is really inflated once, piece by piece: a directory may say what it likes.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > MAX_ENTRIES:
                remedy = "请确认文件来源；必要时另存后重新导入"
                raise IngestError(f"压缩包内文件过多（{len(members)} 个，上限 2000 个）", place=name, remedy=remedy)
            _count_inflated(archive, data, name)
    except _BROKEN as error:
        raise IngestError("文件不完整或已损坏", place=name, remedy="请重新下载或重新导出后再导入") from error
    return frozenset(member.filename for member in members)


def _count_inflated(archive: zipfile.ZipFile, data: bytes, name: str) -> None:
    total = 0
    for member in archive.infolist():
        if member.flag_bits & _ENCRYPTED:
            raise IngestError("文件已加密，需要密码", place=name, remedy="请取消密码后另存，再重新导入")
        for piece in _inflate(archive, member, data):
            total += len(piece)
            if total > MAX_INFLATED:
                raise too_much_inflated(name)


def _inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, data: bytes) -> Iterator[bytes]:
    if member.compress_type != zipfile.ZIP_DEFLATED:
        with archive.open(member) as opened:
            yield from iter(lambda: opened.read(_STEP), b"")
        return
    magic, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, member.header_offset)
    if magic != b"PK\x03\x04":
        raise zipfile.BadZipFile("no local header")
    start = member.header_offset + _LOCAL_HEADER.size + name_length + extra_length
    # The size in the directory is not looked at: the stream itself says where it ends.
    stream, rest = zlib.decompressobj(-zlib.MAX_WBITS), memoryview(data)[start:]
    feed = 0
    while not stream.eof and (feed < len(rest) or stream.unconsumed_tail):
        given = stream.unconsumed_tail or rest[feed : feed + _STEP]
        feed += 0 if stream.unconsumed_tail else _STEP
        yield stream.decompress(given, _STEP)
