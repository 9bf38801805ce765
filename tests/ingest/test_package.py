"""Office files as packages: no DTD in any charset, parts in UTF-16, a main part of another name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from ingest import IngestError
from ingest.readers import read_lines
from ingest.readers.docx_reader import read_docx
from tests.ingest.word_files import paragraph, word_file

BODY = paragraph("第一条 为了规范养犬，制定本办法。")
DTD = "<!DOCTYPE a [<!ENTITY x 'aaaaaaaaaa'><!ENTITY y '&x;&x;&x;&x;&x;&x;&x;&x;&x;&x;'>]>"


def changed(data: bytes, change: Callable[[str], bytes], part: str = "word/document.xml", new: str = "") -> bytes:
    """The package with one part changed, under another name if one is given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as archive:
        for name in old.namelist():
            content = old.read(name)
            archive.writestr(
                new or name if name == part else name, change(content.decode()) if name == part else content
            )
    return buffer.getvalue()


@pytest.mark.parametrize("padding", ["", f"<!--{'x' * 9000}-->"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_a_dtd_is_refused_in_every_charset_and_behind_any_comment(charset: str, padding: str) -> None:
    head = f"<?xml version='1.0' encoding='{charset}'?>{padding}{DTD}"
    file = changed(word_file(BODY), lambda part: (head + part.replace("养犬", "&y;")).encode(charset))
    with pytest.raises(IngestError, match="DTD"):
        read_docx(file, "办法.docx")


@pytest.mark.parametrize("strict", [False, True])
def test_a_part_in_utf_16_is_read(strict: bool) -> None:
    head = "<?xml version='1.0' encoding='UTF-16'?>"
    file = changed(word_file(BODY, strict=strict), lambda part: (head + part).encode("utf-16"))
    assert [line.text for line in read_docx(file, "办法.docx").lines] == ["第一条 为了规范养犬，制定本办法。"]


def test_a_part_in_a_charset_that_nobody_knows_is_refused_in_chinese() -> None:
    file = changed(word_file(BODY), lambda part: f"<?xml version='1.0' encoding='x-nothing'?>{part}".encode())
    with pytest.raises(IngestError, match="已损坏"):
        read_docx(file, "办法.docx")


def test_the_main_part_is_found_by_its_relation_not_by_its_name() -> None:
    file = changed(word_file(BODY), str.encode, new="word/document2.xml")
    file = changed(file, lambda part: part.replace("document.xml", "document2.xml").encode(), "_rels/.rels")
    assert read_lines(file, "办法.docx").lines[0].text == "第一条 为了规范养犬，制定本办法。"
