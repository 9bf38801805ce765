"""Files that cannot be taken in: a clear Chinese message with place and remedy, and nothing else."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from corpus import Gazetteer
from ingest import IngestError, read_file

GAZETTEER = Gazetteer(())
SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "hostile"


def _zip(members: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


BAD = [
    ("空.txt", b"", "空文件"),
    ("空白.txt", "　 \n\n".encode(), "没有文字内容"),
    ("图片.txt", b"\x89PNG\r\n\x1a\n" + bytes(64), "不是文本文件"),
    ("二进制.txt", bytes(range(256)) * 8, "不是文本文件"),
    ("断.pdf", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "PDF 文件已损坏"),
    # An old container with neither a Word text nor a workbook in it.
    ("旧.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "不是文字或表格文件"),
    ("密.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "需要密码"),
    ("断.docx", b"PK\x03\x04" + bytes(200), "已损坏"),
    ("包.zip", _zip({"a.txt": "第一条".encode()}), "压缩包不能直接导入"),
    ("空壳.docx", _zip({"word/document.xml": b"<a/>"}), "没有文字内容"),
    ("实体.docx", _zip({"word/document.xml": b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "DTD"),
    ("断码.txt", ("第一条 市水务局负责巡护。".encode() + b"\xff\xff") * 40 + "第二条".encode(), "编码错误"),
]


@pytest.mark.parametrize(("name", "data", "what"), BAD, ids=[name for name, _, _ in BAD])
def test_a_bad_file_is_refused_with_place_and_remedy(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(IngestError, match=what) as caught:
        read_file(path, GAZETTEER)[0]
    assert name in caught.value.place
    assert caught.value.remedy


def test_a_zip_bomb_is_refused_by_what_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "炸弹.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as member:
        for _ in range(301):
            member.write(bytes(1024 * 1024))
    with pytest.raises(IngestError, match="解压后过大"):
        read_file(path, GAZETTEER)[0]


REFUSED = (
    "pdf/04_cyclic_page_tree.pdf",
    "pdf/05_xref_prev_self_loop.pdf",
    "pdf/06_outline_cycle.pdf",
    "pdf/07_encrypted_user_password.pdf",
    "pdf/09_zero_byte.pdf",
    "docx/34_zip_bomb_2GiB.docx",
    "docx/35_xxe.docx",
    "docx/36_billion_laughs.docx",
    "docx/39_random_bytes.docx",
    "docx/40_password_protected.docx",
    "docx/44_truncated_zip.docx",
    "txt/64_utf8_with_12_broken_bytes.txt",
    "txt/65_mojibake_utf8_as_gbk.txt",
    "txt/75_png_renamed.txt",
    "txt/81_private_use_surrogates.txt",
    "txt/82_only_spaces.txt",
    "xlsx/95_billion_laughs_shared_strings.xlsx",
)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared hostile files are not here")
@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused(name: str) -> None:
    with pytest.raises(IngestError):
        read_file(SHARED / name, GAZETTEER)[0]


READ = {
    "pdf/01_normal_gbt9704.pdf": 20, "pdf/03_truncated_tail.pdf": 20, "pdf/16_leading_junk.pdf": 20,
    "docx/30_normal.docx": 8, "docx/33_auto_numbered_articles.docx": 15, "html/50_nav_script_spam.html": 10,
    "html/51_gbk_bytes_meta_says_utf8.html": 10, "txt/60_gb18030_four_byte.txt": 11, "txt/61_big5.txt": 10,
    "txt/71_chapter_and_article_one_line.txt": 4, "txt/77_nul_and_control.txt": 10, "md/91_normal_front_matter.md": 3,
}  # fmt: skip


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared hostile files are not here")
@pytest.mark.parametrize(("name", "articles"), READ.items())
def test_an_odd_but_honest_file_keeps_its_articles(name: str, articles: int) -> None:
    assert len(read_file(SHARED / name, GAZETTEER)[0].version.articles) == articles


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared hostile files are not here")
def test_an_old_word_file_is_read_where_there_is_a_converter_and_refused_elsewhere() -> None:
    path = SHARED / "docx" / "38_legacy_doc_renamed.docx"
    if shutil.which("soffice") is None:
        with pytest.raises(IngestError, match="另存为"):
            read_file(path, GAZETTEER)
    else:
        assert len(read_file(path, GAZETTEER)[0].version.articles) == 8
