"""Spam (垃圾链接) and page furniture in crawled text: known by words and by numbers, dropped and reported."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ingest.clean.traditional import simplify
from ingest.line import Line, LineStyle
from ingest.pattern_table import read_table

# A line of links names its wares over and over; a provision that forbids them names each once in a sentence.
_MANY_KINDS = 4
_SHARE = 0.25
_FEW_KINDS = 2
_LARGE_SHARE = 0.6
_SENTENCE = re.compile(r"[\u4e00-\u9fff]。|^第[一二三四五六七八九十百千0-9]+条|应当|不得|禁止")
_PLAIN_WORDS = ("无码", "一区二区", "久久", "百家乐", "时时彩", "娱乐城", "六合彩", "蜘蛛池")
# With these begin or in these stand the lines that a page puts around its article; others need no closer look.
_OPENERS = frozenset("信稿打关上下分版网来推【[（(责扫长点阅本文猜相延热大你更")
_INSIDE = ("://", "www.", "免责", "侵权", "版权问题")
# Behind such a sign the line goes on with the sentence above: （一）登录举报网站 / www.example.org.
_OPEN_END = tuple("：:，,、；;（(“《")
_SHORT = 48
_SHOWN = 3


def drop_spam(lines: Sequence[Line], whole: str, *, traditional: bool) -> tuple[tuple[Line, ...], tuple[str, ...]]:
    """The lines without link spam and without what a page put around its article, and what was dropped (Chinese).

    ``whole`` is their text: only where words of spam stand in it are long sentences looked through as well.

    >>> spam = Line("国产精品久久,无码一区二区,免费视频在线观看")
    >>> kept, warnings = drop_spam([Line("第一条 甲。"), spam], spam.text, traditional=False)
    >>> [line.text for line in kept], warnings
    (['第一条 甲。'], ('已去除1行垃圾链接（广告）',))
    """
    texts = [simplify(line.text) if traditional else line.text for line in lines]
    thorough = traditional or any(word in whole for word in _PLAIN_WORDS)
    spam = {
        i
        for i, text in enumerate(texts)
        if lines[i].style is LineStyle.BODY and (thorough or "。" not in text) and is_spam(text)
    }
    inside = _INSIDE if traditional else tuple(word for word in _INSIDE if word in whole)
    extra = _furniture(lines, texts, spam, inside)
    if not spam and not extra:
        return tuple(lines), ()
    kept = tuple(line for i, line in enumerate(lines) if i not in spam and i not in extra)
    return kept, tuple(_report(lines, spam, extra))


def _report(lines: Sequence[Line], spam: set[int], extra: set[int]) -> list[str]:
    warnings = [f"已去除{len(spam)}行垃圾链接（广告）"] if spam else []
    if extra:
        shown = "、".join(f"“{lines[i].text[:16]}”" for i in sorted(extra)[:_SHOWN])
        warnings.append(f"已去除{len(extra)}行网页附加内容（{shown}{'等' if len(extra) > _SHOWN else ''}）")
    return warnings


@cache
def _words() -> re.Pattern[str]:
    return re.compile("|".join(row.pattern.pattern for row in read_table("clean/spam_words")))


def is_spam(text: str) -> bool:
    """Whether a line is a run of advertising links.

    >>> is_spam("澳门金沙官网|百家乐|时时彩计划|注册送彩金"), is_spam("禁止利用互联网组织赌博、传播淫秽视频。")
    (True, False)
    """
    if _words().search(text) is None:
        return False
    found = _words().findall(text)
    kinds, share = len(set(found)), sum(map(len, found)) / len(text)
    if _SENTENCE.search(text) is not None:
        return kinds >= _MANY_KINDS * 2 and share >= _LARGE_SHARE / 2
    return (kinds >= _MANY_KINDS and share >= _SHARE) or (kinds >= _FEW_KINDS and share >= _LARGE_SHARE)


def _furniture(lines: Sequence[Line], texts: Sequence[str], spam: set[int], inside: Sequence[str]) -> set[int]:
    drop, cut = read_table("clean/crawl_furniture")
    dropped: set[int] = set()
    for i, text in enumerate(texts):
        is_likely = text[0] in _OPENERS or (inside and any(word in text for word in inside))
        if not is_likely or i in spam or lines[i].style is not LineStyle.BODY or len(text) > _SHORT * 6:
            continue
        if drop.pattern.search(text):
            if not (i and texts[i - 1].endswith(_OPEN_END)):
                dropped.add(i)
        elif cut.pattern.search(text) and i * 2 > len(texts) and _only_titles(texts, i + 1, spam):
            return dropped | {position for position in range(i, len(texts)) if position not in spam}
    return dropped


def _only_titles(texts: Sequence[str], first: int, spam: set[int]) -> bool:
    """Whether nothing but titles of other articles follows to the end: short lines without a sentence."""
    rest = [texts[i] for i in range(first, len(texts)) if i not in spam]
    return all(len(text) <= _SHORT and _SENTENCE.search(text) is None for text in rest)
