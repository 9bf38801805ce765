"""Title (标题), 文号 and issuing authority (发文机关) from the front page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import PurePath

from corpus import Claim, ClaimSource
from ingest.characters import without_spaces
from ingest.line import Line, LineStyle
from ingest.pattern_table import read_table

_DATE_IN_TITLE = re.compile(r"\s*[（(][0-9]{4}[-.年][0-9]{1,2}[-.月][0-9]{1,2}日?[）)]$")
_BODY = (
    r"(?:人民政府办公厅|人民政府办公室|人民政府|人民代表大会常务委员会|人民代表大会|委员会办公室|委员会|办公厅|办公室|街道办事处|街道|管理局|总局|局|厅|部|"
    r"人民法院|人民检察院|市委|省委|区委|县委|州委|委|国务院|中央|党工委|党委)"
)
_ISSUER = re.compile(rf"^(?P<issuer>(?:(?:中共)?[\u4e00-\u9fff]{{2,24}}?{_BODY}[ 、]?)+)(?=关于|印发)")
_ADOPTED_BY = re.compile(
    r"日\s?(?:经)?(?P<issuer>[\u4e00-\u9fff]{0,12}?(?:人民代表大会常务委员会|人民代表大会|人民政府|国务院|审判委员会|检察委员会))"
)
_TERM = re.compile(r"第[一二三四五六七八九十百]+届")
_ALONE = re.compile(r"[\u4e00-\u9fff、 ]{2,40}(?:人民政府|委员会|办公室|办公厅|街道办事处|局|厅|部|法院|检察院)")
_HEADED_FILE = re.compile(r"(?P<issuer>.{2,40}?)(?:文件|令|公告)")


def read_title(lines: Sequence[Line], name: str) -> Claim:
    """The title as a claim, without 《》 and without a date; the file's name where the text has none."""
    written = _join([line.text for line in lines if line.style is LineStyle.TITLE])
    if written:
        return Claim("title", _plain_title(written), ClaimSource.TITLE_PAGE, "标题行", written)
    return Claim("title", _plain_title(PurePath(name).stem), ClaimSource.FILE_NAME, "文件名", name)


def _join(parts: Sequence[str]) -> str:
    """Wrapped title lines run on without a blank; two whole titles (民法典 / 总则) keep one between them."""
    joined = ""
    for part in parts:
        parts_two = joined.endswith(("法典", "委", "政府")) and not part.startswith(("关于", "办公", "印发"))
        blank = " " if parts_two else ""
        joined += (blank if joined else "") + part
    return joined


def _plain_title(text: str) -> str:
    title = _DATE_IN_TITLE.sub("", text.strip())
    return title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title


def read_number(lines: Sequence[Line]) -> Iterator[Claim]:
    """文号 of the front page: 栖政办发〔2024〕9号, 栖澜市人民政府令第12号 (also over two lines)."""
    front = [line for line in lines if line.style in (LineStyle.NUMBER, LineStyle.LETTERHEAD, LineStyle.HISTORY)]
    heads = [f"{a.text}{b.text}" for a, b in pairwise(front) if a.text.endswith("令")]
    for text in (*heads, *(line.text for line in front)):
        for row in read_table("describe/document_numbers"):
            match = row.pattern.search(text.removeprefix("文号：").removeprefix("文号:"))
            if match is not None:
                number = without_spaces(match["number"])
                source = ClaimSource.TITLE_PAGE
                yield Claim("document_number", re.sub(r"^.*日(?=.*令)", "", number), source, f"文号：{row.value}", text)
                return


def read_issuer(title: str, lines: Sequence[Line]) -> Iterator[Claim]:
    """The issuing authority: of the title (X关于…), the letterhead (X文件), the signature, or who adopted it."""
    for quote in (title, *(_cover_titles(lines))):
        match = _ISSUER.match(quote)
        if match is not None:
            yield Claim(
                "issuing_authority", match["issuer"].strip(" 、"), ClaimSource.TITLE_PAGE, "标题中的发文机关", quote
            )
            return
    for line in lines:
        match = _HEADED_FILE.fullmatch(line.text) if line.style is LineStyle.LETTERHEAD else None
        if match is not None:
            yield from _joint(match["issuer"], lines)
            yield Claim("issuing_authority", match["issuer"], ClaimSource.TITLE_PAGE, "版头", line.text)
            return
    yield from _named_alone(lines)
    yield from _adopted_by(lines)
    yield from _signed_by(lines)


def _joint(issuer: str, lines: Sequence[Line]) -> Iterator[Claim]:
    """A joint text often has only the first body's letterhead; its signature names them all."""
    for claim in _signed_by(lines):
        if claim.value.startswith(f"{issuer} "):
            yield replace(claim, source=ClaimSource.TITLE_PAGE)


def _named_alone(lines: Sequence[Line]) -> Iterator[Claim]:
    """A line of the title page that is nothing but a body's name."""
    for line in lines:
        if line.style is LineStyle.HISTORY and _ALONE.fullmatch(line.text):
            yield Claim("issuing_authority", line.text, ClaimSource.TITLE_PAGE, "题下的发文机关", line.text)
            return


def _cover_titles(lines: Sequence[Line]) -> Iterator[str]:
    cover = "".join(line.text for line in lines if line.style is LineStyle.LETTERHEAD and "文件" not in line.text)
    if cover:
        yield cover


def _adopted_by(lines: Sequence[Line]) -> Iterator[Claim]:
    for line in lines:
        match = _ADOPTED_BY.search(_TERM.sub("", line.text)) if line.style is LineStyle.HISTORY else None
        if match is not None:
            yield Claim("issuing_authority", match["issuer"], ClaimSource.HISTORY, "题注中的通过机关", line.text)
            return


def _signed_by(lines: Sequence[Line]) -> Iterator[Claim]:
    signed = [
        line for line in lines if line.style is LineStyle.SIGNATURE and not re.search(r"[0-9（(：:]|年|长", line.text)
    ]
    if signed:
        yield Claim(
            "issuing_authority", " ".join(line.text for line in signed), ClaimSource.TEXT, "落款", signed[0].text
        )
