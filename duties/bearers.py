"""Bearers (职责主体): the public bodies that a text names, found at a given place, with private ones told apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from duties.table import read_table
from duties.verbs import STRONG, VERB

_JOIN = re.compile(r"，以及|、|及其|以及|和|及|或者|或|与")
_HEADS = tuple((row.value == "public", re.compile(rf"(?:{row.pattern})$")) for row in read_table("heads"))
_HEAD = re.compile("|".join(f"(?:{row.pattern})" for row in read_table("heads")))
_CUT = re.compile(r"，(?!以及)|[。；：“”《》\n！？]")
# 负有…职责的部门, 本级人民政府确定的其他部门: a clause inside a name.
_DESCRIBED = re.compile(
    r"(?:(?:负有|承担|行使|负责|履行|主管|从事|确定|指定|设立|授权)[^，。；：应]{0,30}?的[一-龥]{0,6}?(?:部门|机构|机关|其他部门))|(?:按照有关规定)?(?:建立|组建|设立)的[一-龥]{2,10}队伍"
)
_OF = re.compile(r"前款规定的|前款所列的|受[^的]{2,16}委托的|具有[^，]{2,20}的|(?:输出|输入|移出|移入|接收)的|的(?:监护人|近亲属|亲属|所有人|经营者)|设区的市|所在地的|有关的|相关的|共同的|的办事|的派出|的工作人员|的流动人口|的其他|的机构|的部门|的机关|的应急")
_STAFF = re.compile(r"(?:、单位)?(?:的|及其)?工作人员$")
_DEFINES = re.compile(r"（以下(?:简称|统称|合称)(?:为)?[“]?(?P<term>[^（）”]+(?:（[^（）]{1,4}）[^（）”]*)*)[”]?）")
_ALIAS = re.compile(r"（(?P<within>[^（）]*(?:（[^（）]*）[^（）]*)*)）")


@dataclass(frozen=True, slots=True)
class Group:
    """One member of a list of subjects: 公安、民政等部门 is one group, as is 物业服务企业."""

    start: int
    end: int
    text: str
    public: bool


@dataclass(frozen=True, slots=True)
class Mention:
    """A subject as written. ``start:end`` is its public part (empty where it has none), ``stop`` where the whole ends.
    ``term`` is the short name that the text gives it there (以下简称…), or empty."""

    start: int
    end: int
    stop: int
    text: str
    groups: tuple[Group, ...]
    term: str = ""

    @property
    def public(self) -> bool:
        """Whether a public body is among the subjects."""
        return self.end > self.start


# What no name of a body contains: prepositions, modal words and verbs of one character.
_ALIEN = re.compile(
    r"^(?:或者|先|与|就|和|到|持|受(?![^，]{2,16}委托的)|并|在|对(?!外)|以|因|从)|由|向|按照|通过|应当|遵循|下设|至|被|每|未(?!成年)|若|如(?!意)|报(?!刊|社|业)|经(?!济|信|办|营|开|贸|销|纪)|将(?!军)|把|(?<!行|作)为|"
    r"从(?!事)|于|是(?!否)|(?<![国所具])有(?!关|权|资产|企业|下)|(?<!及)其(?!他|工作人员|近亲属|派出|所在|监护|有关|所属|授权|委托)|不(?!动产)|(?<=[门关府])商(?!务|业)|具体办法|(?<=[府关门])交(?!通)"
)
# 民政部门规定的条件, 省人民政府确定的区域: the body only qualifies a thing.
_QUALIFIES = re.compile(
    r"(?:依法|统一|授权|共同|另行|按照[^，]{2,12})?(?:规定|确定|指定|划定|核定|批准|公布|设立|委托|颁发|制定|认定|发布|建立|组织|出具|核发|审批|许可|同意|登记|备案|制作|开展|实施|管理|编制|作出|提供|主管|使用|举办|共同参与|参与|组成|开具|印发|要求|决定|受理|签发)(?:[并或者、和]{1,2}[一-龥]{2,3})?的"
)
# 房屋征收部门, 行政许可机关, 保护区管理机构: verbs that are part of a name.
_NOUN = re.compile(
    r"(?:保护区|风景名胜区|(?:征收|许可|审批|审核|审查|编制|组织编制|扣押|批准|处罚|执行|登记|备案|核准|复核|委托|处理|实施|组织实施|采集|检查|受理|办理|发证|决定|保护|认定|监管|监督|执法|检验|检疫|救助|救援|开发|建设|治理|交易|统筹|征管|调查)"
    r"(?:监督|行政)?(?:主管|管理|执法|服务)?(?:部门|机关|机构|局))"
)
_SOUGHT = re.compile(r"所在地?的?")


def find_mention(text: str, at: int, after: re.Pattern[str], terms: Collection[str] = (), *, whole: bool = False) -> Mention | None:
    """The longest subject that begins at ``at`` and is followed by ``after`` (by nothing more, where ``whole``).

    >>> from duties.verbs import FOLLOW
    >>> find_mention("市发展和改革、商务等部门和行业协会应当加强指导", 0, FOLLOW).text
    '市发展和改革、商务等部门'
    """
    sought = _SOUGHT.match(text, at)
    at = sought.end() if sought else at
    limit = _limit(text, at)
    for end in sorted(set(_ends(text, at, limit, terms)), reverse=True):
        stop, shown = _past_alias(text, end)
        if not _is_name(text[at:end], terms) or _QUALIFIES.match(text, stop):
            continue
        follow = _PAST_ETC.sub("", text[stop : stop + 60], count=1)
        if after.match(follow) or (whole and not follow):
            return _mention(text, at, shown, stop + len(text[stop : stop + 60]) - len(follow), terms)
    return None


def _ends(text: str, at: int, limit: int, terms: Collection[str]) -> Iterator[int]:
    for start in range(at, limit):
        match = _HEAD.match(text, start, limit)
        if match is not None:
            yield match.end()
            staff = _STAFF_AFTER.match(text, match.end())
            if staff is not None:
                yield staff.end()
    for term in terms:
        if text.startswith(term, at):
            yield at + len(term)


_STAFF_AFTER = re.compile(r"(?:、单位)?(?:的|及其)工作人员")


def _limit(text: str, at: int) -> int:
    cut = _CUT.search(text, at)
    limit = cut.start() if cut else len(text)
    for match in STRONG.finditer(text, at, limit):
        described = _DESCRIBED.match(text, match.start(), limit)
        if described is None and not _NOUN.match(text, match.start(), limit) and not _covered(text, at, match.start()):
            return match.start()
    return limit


def _covered(text: str, at: int, position: int) -> bool:
    """Whether ``position`` lies inside a clause that describes a body (承担…工作的机构)."""
    return any(m.start() < position < m.end() for m in _DESCRIBED.finditer(text, at))


def _past_alias(text: str, end: int) -> tuple[int, int]:
    """Where the subject stops and its words end: 以下简称 is stepped over, another alias is part of the words."""
    match = _ALIAS.match(text, end)
    if match is None:
        return end, end
    return (match.end(), end) if match["within"].startswith("以下") else (match.end(), match.end())


_PAST_ETC = re.compile(r"^等(?!.{0,6}部门)(?:单位|组织|机构|团体|人员)?")


def _is_name(words: str, terms: Collection[str]) -> bool:
    if words in terms:
        return True
    if _ALIEN.search(_DESCRIBED.sub("", words)) or (VERB.match(words) and not _NOUN.match(words)):
        return False
    return "的" not in _DESCRIBED.sub("", _OF.sub("", words)) and not words.startswith(("的", "、", "和"))


def _mention(text: str, at: int, end: int, stop: int, terms: Collection[str]) -> Mention:
    groups = tuple(_groups(text, at, end, terms))
    defined = _DEFINES.match(text, end)
    if defined is not None and any(defined["term"].endswith(term) for term in terms):
        groups = (Group(at, end, text[at:end], public=True),)
    run = _public_run(groups)
    if not run:
        return Mention(at, at, stop, "", groups)
    term = defined["term"] if defined is not None and run[-1].end == end else ""
    return Mention(run[0].start, run[-1].end, stop, text[run[0].start : run[-1].end], run, term)


def _public_run(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    run: list[Group] = []
    for group in groups:
        if group.public:
            run.append(group)
        elif run:
            break
    return tuple(run)


def _groups(text: str, at: int, end: int, terms: Collection[str]) -> Iterator[Group]:
    if text[at:end] in terms:
        yield Group(at, end, text[at:end], public=True)
        return
    start = at
    for cut, following in _cuts(text, at, end):
        public = _kind(text[start:cut], terms)
        if public is not None or cut == end:
            yield Group(start, cut, text[start:cut], bool(public))
            start = following


def _cuts(text: str, at: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _JOIN.finditer(text, at, end):
        yield match.start(), match.end()
    yield end, end


_LONG_ALIAS = re.compile(r"（[^（）]{4,}）$")


def _kind(words: str, terms: Collection[str]) -> bool | None:
    """True public, False private, None where no head word closes ``words`` yet."""
    bare = _STAFF.sub("", words) or words
    bare = _LONG_ALIAS.sub("", bare)
    if any(bare.endswith(term) for term in terms):
        return True
    return next((public for public, head in _HEADS if head.search(bare)), None)
