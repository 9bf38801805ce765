"""Entities (实体声明) in the XML of Office files (docx, xlsx): a DTD is refused before any library opens the file."""

from __future__ import annotations

import io
import zipfile
from typing import IO
from xml.parsers import expat

from ingest.errors import IngestError

_PROBE = 4096


def refuse_entities(data: bytes, name: str) -> None:
    """Raise IngestError where a part of the file declares a DTD: no honest office file has one, attacks need one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [m for m in archive.infolist() if m.filename.lower().endswith((".xml", ".rels"))]
            found = any(declares_dtd(archive.open(part)) for part in parts)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise IngestError("文件不完整或已损坏", place=name, remedy="请重新下载或重新导出后再导入") from error
    if found:
        raise IngestError(
            "文件含有不允许的外部实体声明（DTD）", place=name, remedy="请在 Office 中打开后另存，再重新导入"
        )


class _ToldError(Exception):
    """The parser came to a DTD, or to the root element."""


def declares_dtd(part: IO[bytes]) -> bool:
    """Whether an XML part declares a DTD before its root element, in whatever charset and behind whatever comments.

    >>> declares_dtd(io.BytesIO("<!DOCTYPE a [<!ENTITY x 'y'>]><a/>".encode("utf-16")))
    True
    """
    parser = expat.ParserCreate()
    told: list[bool] = []

    def tell(*_: object) -> None:
        raise _ToldError

    def tell_dtd(*_: object) -> None:
        told.append(True)
        raise _ToldError

    parser.StartDoctypeDeclHandler = tell_dtd
    parser.StartElementHandler = tell
    try:
        while piece := part.read(_PROBE):
            parser.Parse(piece)
    except (_ToldError, expat.ExpatError, LookupError, ValueError):
        # What is no XML, or in no charset that is known, is refused when it is read.
        return bool(told)
    return False
