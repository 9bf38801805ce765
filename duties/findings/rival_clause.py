"""Rival clauses (同事异主): a clause of the lower text that the higher text gives to another body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from duties.findings.act import Act, is_same_body, plain_bodies
from duties.findings.clause import Clause, ClauseIndex, Match
from duties.findings.rival import names_no_authority

United = Mapping[str, frozenset[str]]

LIKE = 0.45
"""Below this two clauses more often speak of two things than of one."""
_SHARED = 4
"""Fewer pairs of characters in common say too little: 应急预案 alone is three."""
_CLEAR = 0.5
"""Less like than this, two clauses must have more in common."""
_PLAIN, _NOUN = 0.65, 2
"""Less like than this, the noun at the end of one clause must stand in the other."""
_SAME = 0.8
"""Where the same body has a clause nearly as like as the rival's, the texts agree."""

_PROCEDURE = re.compile(
    r"^(?:并|经|应当)?(?:报|提请)[^，]*(?:批准|同意|备案|审议|审查)|(?:向社会|予以)?(?:公布|公开|公示|公告)$"
    r"|^(?:并|应当|及时|依法|书面|同时)*(?:予以)?(?:处理|处置|答复|反馈|记录|报告|告知|通报|通知)|主任会议|(?:进行|组织)审查|审查意见"
    r"|具体(?:办法|标准|规定|措施|实施)|^并?(?:组织)?(?:推动)?实施$|提供(?:便利|便捷|支持|必要)|(?:给予|予以)(?:表彰|奖励|支持|处分|批评)"
    r"|(?:办法|细则|规定)(?:，?由.*)?制定|参照|适用|处分|法律责任|滥用职权|玩忽职守|刑事责任|保密|没收|罚款|责令|吊销|以下(?:统|简)称|统称"
    r"|^(?:应当|可以)?(?:(?:根据|按照|依照|依据)[^，]*(?:规定|标准|规范|要求|需要|实际|目标|情况|办法|图则)|在[^，]*(?:期间|时|中|内|后|前))$|宣传|普及|意识$|监督$"
    r"|隐患$|后(?:组织)?实施$|需要$|所需(?:费用|经费)|单位负责$|^(?:并|应当)*(?:将其)?纳入[^，]*(?:规划|计划)|告知|之日起[^，]*内$|许可证|清除$"
    r"|期限(?:不少于|为|不超过)|(?:征求|听取)[^，]*意见|(?:予以|给予|进行|依法)处罚|查处违反(?:前款|本条|上述)"
)
"""What every text says of every act: no matter of its own."""
_CONGRESS = re.compile(r"(?:代表大会|常务|法制|法制工作|专门|财政经济)委员会|主任会议|代表大会")
_SIDE = re.compile(r"^(?:应当|可以|依法|共同|积极|主动|按照各自职责)*(?:配合|协助|协同|参与|支持|鼓励|引导|倡导|接受)")
_GENERAL = re.compile(
    r"^(?:应当|依法|共同|按照各自职责|在各自职责范围内|具体|统一)*(?:做好|加强|负责|主管|推进|推动|开展|实施|承担|统筹)?[^，]{0,30}?(?:相关|有关|监督管理|管理|日常|组织领导)?"
    r"(?:工作|领导)$"
)
_COORDINATES = re.compile(r"(?:组织|协调|指导|督促|统筹|监督)(?:[、和](?:组织|协调|指导|督促|统筹|监督)){2,}")
"""组织、协调、指导、督促有关部门做好…工作: general words, but only one body can be meant."""


def rival_clauses(lower: Sequence[Act], higher: Sequence[Act], united: United) -> Iterator[Match]:
    """The most like rival of each clause whose matter the higher text gives to other bodies, and to none of its own."""
    index = ClauseIndex([act for act in lower if _counts(act)], [act for act in higher if _counts(act)])
    for clause in index.lower:
        if _is_named(clause, united):
            matches = [m for m in index.nearest(clause, LIKE * _SAME) if _is_named(m.higher, united)]
            rival = matches and matches[0].likeness >= LIKE and _shares(matches[0])
            if rival and not any(_agrees(match, united) for match in matches):
                yield matches[0]


def _is_named(clause: Clause, united: United) -> bool:
    return _says_something(clause) and bool(_bodies(clause, united)) and not names_no_authority(clause.bearers)


def _counts(act: Act) -> bool:
    """Lead-ins say nothing yet; how congresses and their committees do their own work is not divided among bodies."""
    return not act.sentence.text.endswith(("：", ":")) and not any(map(_CONGRESS.search, act.bearers))


def _says_something(clause: Clause) -> bool:
    if _COORDINATES.search(clause.text):
        return True
    return not (_PROCEDURE.search(clause.text) or _SIDE.match(clause.text) or _GENERAL.search(clause.text))


def _shares(match: Match) -> bool:
    common = (match.lower.pairs & match.higher.pairs).total()
    if match.likeness < _PLAIN and not _one_object(match.lower.words, match.higher.words):
        return False
    return common >= (_SHARED if match.likeness >= _CLEAR else _SHARED + 2)


def _one_object(ours: str, theirs: str) -> bool:
    """适合农村特点的健身活动 and 适合农村特点的体育设施 share the attribute, not what is done."""
    return ours[-_NOUN:] in theirs or theirs[-_NOUN:] in ours


def _agrees(match: Match, united: United) -> bool:
    """Whether a body is common to both."""
    ours, theirs = _bodies(match.lower, united), _bodies(match.higher, united)
    return any(is_same_body(one, other) for one in ours for other in theirs)


def _bodies(clause: Clause, united: United) -> frozenset[str]:
    """The bodies, with those for which a collective name stands; 各级人民政府 are those of townships too."""
    names = plain_bodies(clause.bearers)
    townships = {"乡镇人民政府"} if any("各级" in bearer for bearer in clause.bearers) else set()
    terms = {term for term, parts in united.items() if names & parts}
    return frozenset(names | townships | {part for name in names for part in united.get(name, ())} | terms)
