"""Issuing authority (发文机关): of the title, the letterhead, the history or the signature; joint issuers in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import Claim, ClaimSource
from ingest.describe.events import Event
from ingest.line import Line, LineStyle

_BODY = (
    r"(?:人民政府办公厅|人民政府办公室|人民政府|人民代表大会常务委员会|人民代表大会|委员会办公室|委员会|办公厅|办公室|街道办事处|街道|管理局|总局|局|厅|部|"
    r"人民法院|人民检察院|市委|省委|区委|县委|州委|委|国务院|中央|党工委|党委|管委会|总署|署)"
)
_ISSUER = re.compile(rf"^(?P<issuer>(?:(?:中共)?[\u4e00-\u9fff]{{2,24}}?{_BODY}[ 、]?)+)(?=关于|印发)")
_ALONE = re.compile(r"[\u4e00-\u9fff、 ]{2,60}(?:人民政府|委员会|办公室|办公厅|街道办事处|局|厅|部|法院|检察院)")
_HEADED_FILE = re.compile(r"(?P<issuer>.{2,60}?)(?:文件|令|公告|通告)")
_NOT_SIGNED = re.compile(r"[0-9（(：:]|年|长")


def read_issuer(title: str, lines: Sequence[Line], events: Sequence[Event]) -> Iterator[Claim]:
    """Every claim to the issuer: the title (X关于…), the letterhead (X文件), who adopted it, the signature."""
    signed = tuple(_signed_by(lines))
    for quote in (title, *_cover_titles(lines)):
        match = _ISSUER.match(quote)
        if match is not None:
            yield _claim(match["issuer"], ClaimSource.TITLE_PAGE, "标题中的发文机关", quote)
            return
    for line in lines:
        match = _HEADED_FILE.fullmatch(line.text) if line.style is LineStyle.LETTERHEAD else None
        if match is not None:
            # A joint text often has only the first body's letterhead; its signature names them all.
            joint = (c for c in signed if c.value.startswith(f"{joined_bodies(match['issuer'])} "))
            yield from (replace(claim, source=ClaimSource.TITLE_PAGE) for claim in joint)
            yield _claim(match["issuer"], ClaimSource.TITLE_PAGE, "版头", line.text)
            return
    yield from _named_alone(lines)
    yield from _by_events(events)
    yield from signed


def joined_bodies(text: str) -> str:
    """Joint issuers with one blank between them.

    >>> joined_bodies("中共栖澜市委、栖澜市人民政府 ")
    '中共栖澜市委 栖澜市人民政府'
    """
    parts = (part.removeprefix("中华人民共和国") or part for part in re.split(r"[、\s]+", text))
    return " ".join(part for part in parts if part)


def _claim(issuer: str, source: ClaimSource, rule: str, quote: str) -> Claim:
    return Claim("issuing_authority", joined_bodies(issuer), source, rule, quote)


def _named_alone(lines: Sequence[Line]) -> Iterator[Claim]:
    """A line of the title page that is nothing but a body's name."""
    for line in lines:
        if line.style is LineStyle.HISTORY and _ALONE.fullmatch(line.text):
            yield _claim(line.text, ClaimSource.TITLE_PAGE, "题下的发文机关", line.text)
            return


def _cover_titles(lines: Sequence[Line]) -> Iterator[str]:
    cover = "".join(line.text for line in lines if line.style is LineStyle.LETTERHEAD and "文件" not in line.text)
    if cover:
        yield cover


def _by_events(events: Sequence[Event]) -> Iterator[Claim]:
    """Who passed the text first; else who made it public; who approved it only where nobody else is named."""
    for word in ("通过", "公布", "修订公布", "公布施行", "修订", "批准"):
        bodies = [(body, event.quote) for event in events if event.word == word for body in event.bodies[:1]]
        first = next((event for event in events if event.word == word and event.bodies), None)
        if first is not None:
            # Two courts pass one text on two days; the parliaments of later amendments are no joint issuers.
            joint = [body for body, _ in bodies] if word == "通过" and "法院" in first.bodies[0] else []
            names = " ".join(dict.fromkeys((*first.bodies, *joint)))
            yield _claim(names, ClaimSource.HISTORY, f"题注中的{word}机关", first.quote)
            return


def _signed_by(lines: Sequence[Line]) -> Iterator[Claim]:
    signed = [line for line in lines if line.style is LineStyle.SIGNATURE and not _NOT_SIGNED.search(line.text)]
    if signed:
        issuers = " ".join(line.text for line in signed)
        yield _claim(issuers, ClaimSource.TEXT, "落款", signed[0].text)
