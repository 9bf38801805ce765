"""Changed words (变动的文字): of two wordings of one provision, the stretches that the other has not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from corpus.compare.change import Span

_SENTENCE = re.compile(r"[^。;:]*[。;:]?")
_LONGEST = 1_500
"""Beyond this many characters a stretch is marked whole: the search grows with the product of both lengths."""
_BRIDGE = 1
"""Equal characters between two changes that are no island of their own (二十四 → 三十二 keeps 十 by chance)."""


def changed_words(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of ``old`` that ``new`` has not, and the other way round.

    >>> changed_words("由民政部门负责巡查。", "由社会工作部门负责巡查和上报。")
    (((1, 3),), ((1, 5), (11, 14)))
    """
    blocks = list(_by_character(old, new) if max(len(old), len(new)) <= _LONGEST else _by_sentence(old, new))
    bridged = [_with_whole_numbers(block, old, new) for block in _slid(_bridged(blocks), old, new)]
    return tuple((a, b) for a, b, _, _ in bridged if b > a), tuple((c, d) for _, _, c, d in bridged if d > c)


_Block = tuple[int, int, int, int]


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    yield from ((a, b, c, d) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal")


def _by_character(old: str, new: str) -> Iterator[_Block]:
    before = _common(old, new)
    after = _common(old[before:][::-1], new[before:][::-1])
    ends = len(old) - after, len(new) - after
    for a, b, c, d in _differing(old[before : ends[0]], new[before : ends[1]]):
        yield a + before, b + before, c + before, d + before


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _by_sentence(old: str, new: str) -> Iterator[_Block]:
    """Whole sentences first, then characters inside those that differ: linear enough for a preamble of any length."""
    olds, news = _SENTENCE.findall(old), _SENTENCE.findall(new)
    at_old, at_new = _offsets(olds), _offsets(news)
    for a, b, c, d in _differing(olds, news):
        start, end, first, last = at_old[a], at_old[b], at_new[c], at_new[d]
        if max(end - start, last - first) > _LONGEST:
            yield start, end, first, last
            continue
        for i, j, k, m in _by_character(old[start:end], new[first:last]):
            yield start + i, start + j, first + k, first + m


def _offsets(sentences: Sequence[str]) -> list[int]:
    offsets = [0]
    for sentence in sentences:
        offsets.append(offsets[-1] + len(sentence))
    return offsets


def _bridged(blocks: Sequence[_Block]) -> list[_Block]:
    joined: list[_Block] = []
    for block in blocks:
        last = joined[-1] if joined else (0, -2 * _BRIDGE, 0, 0)
        if block[0] - last[1] <= _BRIDGE and _replaces(last, block):
            joined[-1] = (last[0], block[1], last[2], block[3])
        else:
            joined.append(block)
    return joined


def _replaces(one: _Block, other: _Block) -> bool:
    """Whether the two together put words in the place of words; two mere insertions keep what stands between them."""
    return (one[1] > one[0] or other[1] > other[0]) and (one[3] > one[2] or other[3] > other[2])


def _slid(blocks: Sequence[_Block], old: str, new: str) -> Iterator[_Block]:
    """What was only put in or only left out begins, where equal words allow it, behind the end of a sentence.

    「处2〔万元以下。逾期的，处5〕万元以下。」 is 「处2万元以下。〔逾期的，处5万元以下。〕」.
    """
    before = [(0, 0), *((b, d) for _, b, _, d in blocks)]
    behind = [*((a, c) for a, _, c, _ in blocks[1:]), (len(old), len(new))]
    for (a, b, c, d), floor, ceiling in zip(blocks, before, behind, strict=False):
        by = 0
        if a == b:
            by = _slide(new, c, d, floor[1], ceiling[1])
        elif c == d:
            by = _slide(old, a, b, floor[0], ceiling[0])
        yield a + by, b + by, c + by, d + by


def _slide(text: str, start: int, end: int, floor: int, ceiling: int) -> int:
    """How far the stretch moves (0: not at all) to begin a sentence, the words before and behind it being equal."""
    by = 0
    while True:
        if start + by == 0 or text[start + by - 1] in _ENDS:
            return by
        if start + by <= floor or text[start + by - 1] != text[end + by - 1]:
            break
        by -= 1
    by = 0
    while end + by < ceiling and text[start + by] == text[end + by]:
        by += 1
        if text[start + by - 1] in _ENDS:
            return by
    return 0


_ENDS = "。;:"


def _with_whole_numbers(block: _Block, old: str, new: str) -> _Block:
    """Of 3000 and 2000, of 一千 and 二千 the whole number has changed, not its first digit."""
    a, b, c, d = block
    if _is_number(old[a:b][:1], new[c:d][:1]):
        while a and c and old[a - 1] == new[c - 1] and old[a - 1] in _NUMERALS:
            a, c = a - 1, c - 1
    if _is_number(old[a:b][-1:], new[c:d][-1:]):
        while b < len(old) and d < len(new) and old[b] == new[d] and old[b] in _NUMERALS:
            b, d = b + 1, d + 1
    return a, b, c, d


def _is_number(one: str, other: str) -> bool:
    # A Chinese numeral is part of many words (统一, 十分): only one in the place of another is a number for certain.
    return bool(_DIGITS.intersection((one, other))) or {one, other} <= _NUMERALS


_DIGITS = frozenset("0123456789")
_NUMERALS = _DIGITS | frozenset("零〇一二三四五六七八九十百千万亿两")
