"""Office files (docx, xlsx) are zips of XML: what is refused before any library opens them."""

from __future__ import annotations

import io
import zipfile

from ingest.errors import IngestError

_PROBE = 4096


def refuse_entities(data: bytes, name: str) -> None:
    """Raise IngestError where a part of the file declares a DTD: no honest office file has one, attacks need one."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = [member for member in archive.infolist() if member.filename.endswith((".xml", ".rels"))]
            heads = [archive.open(member).read(_PROBE) for member in parts]
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError) as error:
        raise IngestError("文件不完整或已损坏", place=name, remedy="请重新下载或重新导出后再导入") from error
    if any(b"<!DOCTYPE" in head or b"<!ENTITY" in head for head in heads):
        raise IngestError(
            "文件含有不允许的外部实体声明（DTD）", place=name, remedy="请在 Office 中打开后另存，再重新导入"
        )
