"""The front page (标题、题注、文号): which of the first lines are letterhead, number, title and history."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.characters import without_spaces
from ingest.chinese_dates import is_date_line
from ingest.line import Line, LineStyle
from ingest.marks import read_article, read_group, read_list

_NUMBER = re.compile(
    r"(?:文号[:：]?\s*)?[\u4e00-\u9fff（）()]{1,16}\s?[〔\[［【(（]\s?\d{4}\s?[〕\]］】)）]\s?(?:第\s?)?\d+\s?号(?:\s+签发人.*)?"
    r"|（?(?:第\s?[0-9零〇一二三四五六七八九十百]+\s?号)）?"
)
_LETTERHEAD = re.compile(
    r".{2,40}(?:文件|令|公告)|(?:特急|加急|平急|绝密|机密|秘密|内部).{0,8}|签发人.{0,10}|[0-9]{5,8}"
)
_HISTORY = re.compile(
    r"[（(]?(?:根据)?\s?(?:[0-9]{4}|[一二〇○零九]{4})年.{0,160}?(?:通过|批准|公布|发布|颁布|施行|实施|生效|修正|修订|印发)"
)
_DATE_ONLY = re.compile(r"[（(]\s?[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日\s?[）)]")
_KIND_WORD = re.compile(
    r"(?:法|条例|规定|办法|细则|规则|决定|决议|意见|方案|通知|计划|规划|纲要|要点|清单|公告|通告|批复|函|章程|标准|指南|指引|目录|解释|安排|制度|措施"
    r"|修正案|命令|解答|规范|程序|职责|表|预案|报告|准则|守则|公约|总则|规程|定额|事项)(?:（[^）]{1,12}）|\([^)]{1,12}\))?"
)
# What a site or a journal sets around its article: 关键词：…, 2024-03-15 09:00 来源, 某学报 2024年3期, 作者：….
_BYLINE = re.compile(
    r"(?:关键词|摘\s?要|作者|来源|编辑|发布时间|时间|单位|基金项目|中图分类号|文章编号)\s?[:：].{0,120}"
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:\s+[0-9]{1,2}:.{0,80})?|.{2,24}[0-9]{4}年第?\s?[0-9]{1,2}期.{0,12}"
)
_PROSE = re.compile(r"[。；;]|[:：]$")
_FRONT = frozenset((LineStyle.TITLE, LineStyle.HISTORY, LineStyle.NUMBER, LineStyle.LETTERHEAD))
_TITLE_LINES = 6
_TITLE_LENGTH = 120


def style_front(lines: Sequence[Line], *, seeks_title: bool = True) -> tuple[Line, ...]:
    """The lines with TITLE, HISTORY, NUMBER and LETTERHEAD styles set on the first page.

    What the reader already knows to be a title (`# `) stays one; other first lines are looked at only until the text
    itself begins: a label, a salutation, or a sentence.
    """
    end = _front_end(lines)
    front = [_style_known(line) for line in lines[:end]]
    if seeks_title and not any(line.style is LineStyle.TITLE for line in front):
        front = _style_title(front)
    title = without_spaces("".join(line.text for line in front if line.style is LineStyle.TITLE))
    front = [_style_echo(line, title) for line in front]
    return (*front, *(_demote(line) for line in lines[end:]))


def _front_end(lines: Sequence[Line]) -> int:
    for position, line in enumerate(lines):
        if line.style in _FRONT or _style_known(line) != line:
            continue
        if line.style is not LineStyle.BODY or _is_text(line.text) or position > 20:
            return position
    return len(lines)


def _is_text(text: str) -> bool:
    return bool(
        _PROSE.search(text)
        or len(text) > _TITLE_LENGTH
        or read_article(text)
        or read_group(text)
        or read_list(text)
        or without_spaces(text) in ("目录", "目次")
        or text.startswith("附件")
    )


def _style_known(line: Line) -> Line:
    if line.style is not LineStyle.BODY:
        return line
    if _BYLINE.fullmatch(line.text):
        return replace(line, style=LineStyle.LETTERHEAD)
    if _NUMBER.fullmatch(line.text):
        return replace(line, style=LineStyle.NUMBER)
    if _HISTORY.match(line.text) or _DATE_ONLY.fullmatch(line.text) or is_date_line(line.text):
        return replace(line, style=LineStyle.HISTORY)
    if _LETTERHEAD.fullmatch(line.text) and not line.text.startswith("关于"):
        return replace(line, style=LineStyle.LETTERHEAD)
    return line


def _style_title(front: Sequence[Line]) -> list[Line]:
    """The first run of plain lines that ends with a kind word (…办法, …的通知), or else the first plain line."""
    plain = [i for i, line in enumerate(front) if line.style is LineStyle.BODY]
    chosen: list[int] = plain[:1]
    for first in range(len(plain)):
        run = [i for i in plain[first : first + _TITLE_LINES] if i - plain[first] < _TITLE_LINES]
        ends = next((n for n, i in enumerate(run) if re.search(_KIND_WORD.pattern + "$", front[i].text)), None)
        if ends is not None:
            chosen = run[: ends + 1]
            break
    else:
        chosen = plain[: 1 + sum(front[i].text.startswith(("—", "－－", "--")) for i in plain[1:2])]
    return [replace(line, style=LineStyle.TITLE) if i in chosen else line for i, line in enumerate(front)]


def _style_echo(line: Line, title: str) -> Line:
    """A plain line that only repeats a part of the title, as portals set it, is letterhead."""
    plain = without_spaces(line.text)
    if line.style is LineStyle.BODY and len(plain) >= 6 and plain in title:
        return replace(line, style=LineStyle.LETTERHEAD)
    return line


def _demote(line: Line) -> Line:
    """A `# ` inside the text is a heading there."""
    return replace(line, style=LineStyle.HEADING) if line.style is LineStyle.TITLE else line
