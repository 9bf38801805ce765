"""What a file is that cannot be read is said by its name."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest import IngestError
from ingest.media_type import sniff_media_type

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def zipped(*members: tuple[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in members:
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("member", "said"),
    [
        (("OFD.xml", ""), "OFD"),
        (("xl/workbook.bin", ""), "xlsb"),
        (("mimetype", ODS), "ods"),
        (("ppt/presentation.xml", ""), "演示文稿"),
        (("办法.txt", "第一条 甲。"), "压缩包不能直接导入"),
    ],
)
def test_packages_that_are_not_read_are_named(member: tuple[str, str], said: str) -> None:
    with pytest.raises(IngestError, match=said):
        sniff_media_type(zipped(member), "文件")


def test_a_container_with_nothing_in_it_may_be_cut_off() -> None:
    with pytest.raises(IngestError, match="文件不完整"):
        sniff_media_type(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "办法.doc")
