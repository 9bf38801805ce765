"""Media type (文件格式) by content: magic bytes, members of a zip, tags of a page; a suffix only ever refuses."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from ingest.delimited import is_delimited
from ingest.errors import IngestError
from ingest.limits import check_size
from ingest.ole import OLE_MAGIC, is_locked_word, stream_names
from ingest.zipped import inspect_zip


class MediaType(StrEnum):
    """The formats that can be read."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    DOC = "application/msword"
    XLS = "application/vnd.ms-excel"
    CSV = "text/csv"
    HTML = "text/html"
    MARKDOWN = "text/markdown"
    TEXT = "text/plain"


_FOREIGN = (
    (b"\x89PNG", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
    (b"BM", "BMP 图片"),
    (b"Rar!", "RAR 压缩包"),
    (b"7z\xbc\xaf", "7z 压缩包"),
    (b"\x1f\x8b", "gzip 压缩包"),
    (b"\x7fELF", "可执行文件"),
    (b"MZ\x90", "可执行文件"),
)
_RTF = b"{\\rtf"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"
_FOREIGN_ZIPS = (
    ("OFD.xml", "OFD 版式文件暂不能读取", "请在 OFD 阅读器中另存为 PDF 后重新导入"),
    ("xl/workbook.bin", "二进制表格（.xlsb）暂不能读取", "请在 Excel 或 WPS 中另存为 .xlsx 后重新导入"),
    ("opendocument.spreadsheet", "OpenDocument 表格（.ods）暂不能读取", "请另存为 .xlsx 后重新导入"),
    ("ppt/presentation.xml", "演示文稿暂不能读取", "请另存为 PDF 后重新导入"),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta|div|p|table)\b", re.I)
_HTML_WIDE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|div|p|table)\b", re.I)
_ROOT_RELATIONS = "_rels/.rels"
_HEAD = 65_536
_MAIN_PART = re.compile(
    rb"/officeDocument[\"'][^>]{0,300}?Target=[\"']([^\"']{1,200})|Target=[\"']([^\"']{1,200})[\"'][^>]{0,300}?/officeDocument[\"']"
)
_SUMMARY_NOTE = b"<!-- INFO END -->"


def sniff_media_type(data: bytes, name: str) -> MediaType:
    """The format of a file's bytes; raises IngestError for an empty, too big or foreign file.

    >>> sniff_media_type("# 栖澜市养犬管理规定\\n第一条 …".encode(), "养犬.txt").value
    'text/markdown'
    """
    check_size(len(data), name)
    for magic, what in _FOREIGN:
        if data.startswith(magic):
            raise IngestError(
                f"不是文本文件，而是{what}", place=name, remedy="请提供 PDF、Word（docx）、网页、Markdown 或纯文本文件"
            )
    if data.startswith(OLE_MAGIC):
        return _sniff_ole(data, name)
    if data.startswith(_RTF):
        return MediaType.DOC
    if b"%PDF-" in data[:2048]:
        return MediaType.PDF
    if data.startswith(b"PK"):
        return _sniff_zip(data, name)
    return _sniff_text(data, name)


def _sniff_ole(data: bytes, name: str) -> MediaType:
    names = stream_names(data)
    locked = IngestError("文件已加密，需要密码", place=name, remedy="请在 Office 中取消密码后另存，再重新导入")
    if "EncryptedPackage" in names or ("WordDocument" in names and is_locked_word(data)):
        raise locked
    if "WordDocument" in names:
        return MediaType.DOC
    if names & {"Workbook", "Book"}:
        # A name that says .xlsx over the old binary form was given by hand: who did so may not know what is in it.
        if name.lower().endswith(".xlsx"):
            raise IngestError("这是旧版 .xls 表格，文件名却是 .xlsx", place=name, remedy="请另存为 .xlsx 后重新导入")
        return MediaType.XLS
    if not names:
        remedy = "请重新下载或重新导出后再导入"
        raise IngestError("不是文字或表格文件，或文件不完整、已损坏", place=name, remedy=remedy)
    raise IngestError("不是文字或表格文件（可能是演示文稿或邮件）", place=name, remedy="请另存为 PDF 后重新导入")


def _sniff_zip(data: bytes, name: str) -> MediaType:
    names = inspect_zip(data, name)
    main = _main_part(data, names)
    if "word/document.xml" in names or re.fullmatch(r"/?word/document\w{0,8}\.xml", main):
        return MediaType.DOCX
    if "xl/workbook.xml" in names or re.fullmatch(r"/?xl/workbook\w{0,8}\.xml", main):
        return MediaType.XLSX
    if data[30:38] == _ODT[:8] and _ODT in data[30:100]:
        return MediaType.DOC
    kept = data[30:100] if data[30:38] == _ODT[:8] else b""
    for member, what, remedy in _FOREIGN_ZIPS:
        if member in names or member.encode() in kept:
            raise IngestError(what, place=name, remedy=remedy)
    raise IngestError("压缩包不能直接导入", place=name, remedy="请解压后导入其中的文件")


def _main_part(data: bytes, names: frozenset[str]) -> str:
    """The part that the root relation of an Office file names; its usual name is not its only one."""
    if _ROOT_RELATIONS not in names:
        return ""
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(_ROOT_RELATIONS) as listed:
        found = _MAIN_PART.search(listed.read(_HEAD))
    return (found[1] or found[2]).decode("utf-8", "replace") if found else ""


def _sniff_text(data: bytes, name: str) -> MediaType:
    head = data[:4096]
    if _SUMMARY_NOTE in data[:65536] or re.match(rb"(?:\xef\xbb\xbf)?(?:---\r?\n|#{1,6} )", head):
        return MediaType.MARKDOWN
    wide = head.decode("utf-16", "ignore") if head[:2] in (b"\xff\xfe", b"\xfe\xff") else ""
    is_tagged = head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")
    begun = data[:_HEAD] if is_tagged else head
    if _HTML.search(begun.replace(b"\0", b"")) or _HTML_WIDE.search(wide):
        return MediaType.HTML
    if re.search(rb"^#{1,6} \S", head, re.M):
        return MediaType.MARKDOWN
    return MediaType.CSV if is_delimited(data, name) else MediaType.TEXT
