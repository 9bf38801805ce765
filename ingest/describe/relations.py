"""Relations (文件之间的关系): what a text implements, rests on and repeals, and the policy document that it serves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Claim, ClaimSource, Gazetteer, NormKind, Provision, ProvisionKind
from ingest.line import Line, LineStyle
from ingest.pattern_table import read_table

_OPEN, _CLOSE = "《", "》"
_NOTE = re.compile(r"\s?[（(][^（）()]{0,40}[）)]")
_PART = re.compile(r"\s?(?:第[一二三四五六七八九十百千零〇]+|中|有关|的有关|中的)")
_LINK = re.compile(
    r"(?:[、，,和及与]|以及|等|的规定|以及其他)?(?:第[一二三四五六七八九十百千零〇、和至（）()款项条]+)*(?:的规定)?(?:[、，,和及与]|以及){0,2}"
)
_OTHER_CLAUSE = re.compile(r"(?:施行|实施)(?!的|条例|办法|细则)|依照|根据|按照|制定|原则上|除")
_REPEALED = re.compile(
    r"》(?:\s?[（(][^（）()]{0,40}[）)])?[，,]?(?:自[^，。]{0,14}起)?(?:同时|予以|即行|一并|相应|[也均都]|自行|停止)*"
    r"(?:废止|失效|执行|不再执行)"
)
_OPENING = 12
_INNER = re.compile(r"(?:实施|贯彻|执行|施行)[《〈<](?P<title>[^》〉>]{2,60})[》〉>]")
_STEM = re.compile(
    r"^(?P<title>.{2,60}(?:法|条例|规定|办法|决定|规则))(?:暂行)?(?:实施|施行)(?:条例|细则|办法|规定|规则)(?:（[^）]*）)?$"
)
# A decision is one of policy where the party made it; a parliament's is law.
_POLICY = re.compile(r"(?:意见|方案|规划|纲要|计划|若干措施|^中共.*决定)(?:（[^）]*）)?$")
_ITEM = re.compile(r"^(?:附件\s?[:：]?\s?)?(?:[0-9]{1,2}\s?[.．、]\s?)?")
_DOCUMENT = re.compile(r"(?:方案|办法|细则|意见|规定|措施|制度|计划|清单)(?:（[^）]*）)?》?$")
_CENTRAL = r"最高人民法院|最高人民检察院|国务院办公厅|国务院|全国人民代表大会常务委员会"
_BODIES = rf"(?:{_CENTRAL}|[\u4e00-\u9fff]{{2,9}}人民政府(?:办公室)?)"
_SPEAKER = re.compile(rf"(?:{_BODIES}|国家|省|市)(?=《)")
# 宪法、立法法和国务院组织法的规定; 有关法律, 本法 and 其实施条例 are no names.
_BARE = re.compile(
    r"(?!有关|本|其|相关|上位|现行|法律|该)"
    r"(?:宪法|(?:(?!关于|规定|情况|制定|修订|要求|有关|其他|适用)[\u4e00-\u9fff]){1,18}?(?:法典|法|条例|通则))"
    r"(?=[、，,和及与的等第（(]|以及|制[定订])"
)
_SAID_BY = re.compile(rf"(?:(?<![\u4e00-\u9fff])|(?<=[据照和及与的]))(?P<bodies>{_BODIES}(?:、{_BODIES})*)$")


def read_relations(title: str, provisions: Sequence[Provision], gazetteer: Gazetteer) -> Iterator[Claim]:
    """Claims to ``implements``, ``basis``, ``policy_set`` and ``repeals``, each with the title of the other text."""
    yield from _by_title(title, gazetteer)
    for provision in _opening(provisions):
        yield from _by_opening(provision.text)
    for provision in provisions:
        if _CLOSE in provision.text and provision.kind is not ProvisionKind.ROW:
            yield from _repeals(provision.text)


def read_policy_set(title: str, kind: str, provisions: Sequence[Provision]) -> Iterator[Claim]:
    """A main document that speaks of its own set (“1+5”, 配套文件): it is the main document of the set it names."""
    if kind != NormKind.POLICY_DOCUMENT:
        return
    for provision in provisions:
        for row in read_table("describe/policy_sets"):
            match = row.pattern.search(provision.text)
            if match is not None:
                yield Claim(
                    "policy_set", title, ClaimSource.TEXT, f"文件集：{row.value}", _sentence(provision.text, match)
                )
                for part in titles_in(_sentence(provision.text, match)) if row.field == "names" else ():
                    yield Claim("policy_part", part, ClaimSource.TEXT, f"文件集：{row.value}", match[0])
                return


def read_annexed(kind: str, lines: Sequence[Line]) -> Iterator[Claim]:
    """The documents that a policy document lists under 附件：, two or more, as parts of its set."""
    listed = [_ITEM.sub("", line.text) for line in lines if line.style is LineStyle.ANNEX_LIST]
    titles = [text.strip("《》 ") for text in listed if _DOCUMENT.search(text)]
    if kind == NormKind.POLICY_DOCUMENT and len(titles) > 1:
        for title in titles:
            yield Claim("policy_part", title, ClaimSource.TEXT, "文件集：附件清单", f"附件：{title}")


def titles_in(text: str) -> tuple[str, ...]:
    """The titles in 《》, the outer one where one holds another.

    >>> titles_in("根据《网格法》和《栖澜市实施〈网格法〉办法》")
    ('网格法', '栖澜市实施〈网格法〉办法')
    """
    return tuple(text[start + 1 : end - 1] for start, end in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    depth, start = 0, 0
    for position, character in enumerate(text):
        if character == _OPEN:
            start = position if depth == 0 else start
            depth += 1
        elif character == _CLOSE and depth > 0:
            depth -= 1
            if depth == 0:
                yield start, position + 1


def _by_title(title: str, gazetteer: Gazetteer) -> Iterator[Claim]:
    inner, stem = _INNER.search(title), _STEM.match(title)
    if inner is not None:
        yield Claim("implements", inner["title"], ClaimSource.TITLE_PAGE, "标题：实施《…》", title)
    elif stem is not None:
        named = stem["title"]
        place = gazetteer.starting(named)
        # No city makes laws: 栖澜市网格法实施办法 implements the state's 网格法.
        law = named[len(place[0].name) :] if place and named.endswith("法") else named
        yield Claim("implements", law, ClaimSource.TITLE_PAGE, "标题：…实施办法", title)


def _opening(provisions: Sequence[Provision]) -> Iterator[Provision]:
    """Where a text says what it is made for: its first article, or what stands before its first heading."""
    for provision in provisions[:_OPENING]:
        if provision.eid.startswith("art_") and not re.match(r"art_1(?:__|$)", provision.eid):
            return
        if provision.kind is ProvisionKind.HEADING1:
            return
        yield provision


def _by_opening(text: str) -> Iterator[Claim]:
    for row in read_table("describe/relations"):
        for match in row.pattern.finditer(text):
            for named in _run(text, match.end()):
                if row.field == "basis" or not _POLICY.search(named):
                    yield Claim(row.field, named, ClaimSource.TEXT, f"正文：{row.value}", _sentence(text, match))
                if _POLICY.search(named):
                    yield Claim("policy_set", named, ClaimSource.TEXT, f"正文：{row.value}", _sentence(text, match))


def _run(text: str, start: int) -> Iterator[str]:
    """The titles one after the other from ``start`` on: 《甲法》（以下简称…）、国务院《乙条例》第五条和丙法."""
    at = start
    while (named := _title_at(text, at)) is not None:
        title, at = named
        yield title
        for pattern in (_NOTE, _LINK, _SPEAKER):
            match = pattern.match(text, at)
            at = match.end() if match is not None else at


def _title_at(text: str, at: int) -> tuple[str, int] | None:
    """The title in 《》 or the bare name of a law at ``at`` and where it ends."""
    start, end = next(_spans(text[at:]), (1, 0)) if text.startswith(_OPEN, at) else (1, 0)
    if start == 0:
        return _full_title(text[:at], text[at + 1 : at + end - 1]), at + end
    bare = _BARE.match(text, at)
    return (bare[0], bare.end()) if bare is not None else None


def _repeals(text: str) -> Iterator[Claim]:
    """《甲》、《乙》同时废止, back from the verb to the first title of the run; a part (《丙》第五条) is none."""
    for sentence in re.split(r"(?<=[。；;])", text):
        match = _REPEALED.search(sentence)
        if match is None or ("停止" not in match[0] and "不再" not in match[0] and match[0].endswith("执行")):
            continue
        later = len(sentence)
        found: list[str] = []
        for start, end in reversed([span for span in _spans(sentence) if span[1] <= match.end()]):
            between = sentence[end : min(later, match.start() + 1)] if found else ""
            if _OTHER_CLAUSE.search(between) or (found and not re.search(r"[、，,和及与]", between)):
                break
            later = start
            if not _PART.match(sentence, end):
                found.append(_full_title(sentence[:start], sentence[start + 1 : end - 1]))
        for named in reversed(found):
            yield Claim("repeals", named, ClaimSource.TEXT, "同时废止", sentence.strip())


def _full_title(before: str, named: str) -> str:
    """国务院《关于巡护的决定》 is titled 国务院关于巡护的决定."""
    bodies = _SAID_BY.search(before) if named.startswith("关于") else None
    return bodies["bodies"] + named if bodies is not None else named


def _sentence(text: str, match: re.Match[str]) -> str:
    start = max(text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    ends = [at for mark in "。；\n" if (at := text.find(mark, match.end())) >= 0]
    return text[start : min(ends, default=len(text))].strip()
