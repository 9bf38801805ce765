"""One front for all readers: bytes in, lines out, by the format that the content shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ingest.errors import IngestError
from ingest.limits import check_characters
from ingest.media_type import MediaType, sniff_media_type
from ingest.parcel import FileLines, Reading
from ingest.readers.csv_reader import read_csv
from ingest.readers.docx_reader import read_docx
from ingest.readers.html_reader import read_html
from ingest.readers.markdown_reader import read_markdown
from ingest.readers.old_word_reader import read_old_word
from ingest.readers.pdf_reader import read_pdf
from ingest.readers.text_reader import read_text
from ingest.readers.xls_reader import read_xls
from ingest.readers.xlsx_reader import read_xlsx

Reader = Callable[[bytes, str], Reading]

READERS: Mapping[MediaType, Reader] = {
    MediaType.PDF: read_pdf,
    MediaType.DOCX: read_docx,
    MediaType.XLSX: read_xlsx,
    MediaType.DOC: read_old_word,
    MediaType.XLS: read_xls,
    MediaType.CSV: read_csv,
    MediaType.HTML: read_html,
    MediaType.MARKDOWN: read_markdown,
    MediaType.TEXT: read_text,
}


def read_lines(data: bytes, name: str) -> FileLines:
    """The format and the lines of a file; raises IngestError where it cannot be read or has no words."""
    media_type = sniff_media_type(data, name)
    reading = READERS[media_type](data, name)
    check_characters(sum(len(line.text) for line in reading.lines), name)
    if not any(line.text.strip() for line in reading.lines):
        raise IngestError("没有文字内容", place=name, remedy="请检查文件内容；扫描件请先做文字识别（OCR）后再导入")
    return FileLines(media_type, reading.lines, reading.warnings)
