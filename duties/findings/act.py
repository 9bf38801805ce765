"""Act (行为): what a sentence gives a body to do, without the body, so that two texts can be laid side by side."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from duties.canonical import is_same_department
from duties.duty import Role
from duties.findings.body_names import body_names, without_level
from duties.findings.mention import Mention
from duties.findings.paragraphs import Paragraph, Sentence

if TYPE_CHECKING:
    from duties.findings.reading import Reading

_NOISE = re.compile(
    r"《[^》]*》|（[^（）]*）|本市|本省|全市|全省|全国|本行政区域(?:内)?的?|本地区|本辖区|应当|依法|会同"
    r"|可以|由|(?:履行|承担)?(?:下列|以下)(?:职责|工作|任务)?|牵头|主管|负责|违反(?:本条例|本规定"
    r"|本办法)?(?:第[^，。]*?规定)?"
    r"|责令.*|处[^，。]*罚款.*|情节严重的|[^\u4e00-\u9fff]"
)


_LAYS_NOTHING = re.compile(r"适用本|^(?:国家|本市|本省)?(?:鼓励|提倡|倡导)")
_CONGRESS = re.compile(r"^.*(?=(?:常务委员会|法制委员会|工作委员会|专门委员会)$)")
_NEARLY = 0.8
"""The share of the best likeness from which on another act speaks of the same matter too."""

_VILLAGE = re.compile(
    r"^(?:社区)?(?:村（居）|居（村）|村|居|居民、村|村民、居)民委员会.*$|^(?:基层)?(?:群众性)?自治组织$|^社区$"
)
"""Committees of villages and of residents stand in one place of the order: one name for both."""
_LAST = re.compile("或者|以及")
"""经营者或者档案管理机构: the public body stands last."""
_WHOLE_NAME = 4
"""东区交通运输 ends with 交通运输: a name so long is the department, what stands before it the place."""
_OFFICE = re.compile(r"(?:行政|管理|监督管理|工作)?(?:局|办|部|委|部门|机关)?$")


@dataclass(frozen=True)
class Act:
    """A sentence with its acting bodies; ``words`` is the sentence without them and without the words of form."""

    paragraph: Paragraph
    sentence: Sentence
    mentions: tuple[Mention, ...]

    @cached_property
    def words(self) -> str:
        """The bare act: 推行净菜上市 out of 市商务部门应当推行净菜上市。"""
        return plain_words(self.sentence.act_text)

    @property
    def bearers(self) -> tuple[str, ...]:
        """The acting bodies as written; where the sentence names none, those that the context gives its duties."""
        named = (
            (mention.bearer for mention in self.mentions) if self.mentions else (d.bearer for d in self.sentence.duties)
        )
        return tuple(dict.fromkeys(named))

    def bodies(self, united: Mapping[str, frozenset[str]]) -> frozenset[str]:
        """The bodies without their levels, and those for which a collective name in ``united`` stands."""
        names = plain_bodies(self.bearers)
        terms = {term for term, parts in united.items() if names & parts}
        return frozenset(names | terms | {part for name in names for part in united.get(name, ())})

    @property
    def company(self) -> frozenset[str]:
        """Every body that the sentence names, partners and approving ones too, without levels."""
        return plain_bodies(mention.bearer for mention in self.sentence.mentions) | self.bodies({})

    @property
    def everybody(self) -> tuple[str, ...]:
        """The acting bodies and those whose approval is needed, as written."""
        approving = (m.bearer for m in self.sentence.mentions if m.how == "to")
        return tuple(dict.fromkeys((*self.bearers, *approving)))

    @cached_property
    def pairs(self) -> Counter[str]:
        """The words as overlapping pairs of characters."""
        return Counter(self.words[i : i + 2] for i in range(len(self.words) - 1))


def plain_words(text: str) -> str:
    """The text without punctuation, brackets and words of form (应当, 依法, 本市…)."""
    return _NOISE.sub("", text)


def plain_bodies(bearers: Iterable[str]) -> frozenset[str]:
    """The single bodies of the bearers, without levels; all governments from the county up are 人民政府."""
    names = (_VILLAGE.sub("村（居）民委员会", name) for bearer in bearers for name in body_names(bearer))
    return frozenset(map(_same_government, names))


def acts(reading: Reading) -> list[Act]:
    """Every sentence of the text that makes a body act, in the order of the text."""
    return [
        Act(paragraph, sentence, acting)
        for paragraph in reading.paragraphs
        for sentence in paragraph.sentences
        if not _LAYS_NOTHING.search(sentence.text)
        and (
            (acting := tuple(m for m in sentence.mentions if m.how not in ("partner", "to"))) or _has_own_duty(sentence)
        )
    ]


def _has_own_duty(sentence: Sentence) -> bool:
    """A duty whose bearer the context gives; being the one applied to (向…申请) is none."""
    return any(duty.role is not Role.PERMIT and duty.bearer not in sentence.text for duty in sentence.duties)


def is_same_body(one: str, other: str) -> bool:
    """Whether two names mean one body: one is the other's successor, or written with its characters, in order.

    >>> is_same_body("市容环卫", "市容环境卫生"), is_same_body("商务", "公安机关")
    (True, False)
    """
    if one == other or is_same_department(one, other):
        return True
    one, other = _LAST.split(one)[-1], _LAST.split(other)[-1]
    short, long = sorted((_OFFICE.sub("", one), _OFFICE.sub("", other)), key=len)
    if len(short) >= _WHOLE_NAME and long.endswith(short):
        return True
    if len(short) < 3 or short[:1] != long[:1]:
        return bool(short) and long.startswith(short)
    rest = iter(long)
    return all(character in rest for character in short)


def nearest_acts(lower: list[Act], higher: list[Act]) -> Iterator[tuple[Act, list[Act], float]]:
    """For each act of the lower text the most like ones of the higher, best first, with the cosine of the best.

    Rare words weigh more. All are given that are nearly as like as the best.
    """
    everything = [act.pairs for act in (*lower, *higher)]
    found = Counter(pair for pairs in everything for pair in pairs)
    weigh = {pair: math.log(len(everything) / count) for pair, count in found.items()}
    vectors = [_vector(act, weigh) for act in higher]
    holders: dict[str, list[int]] = {}
    for position, vector in enumerate(vectors):
        for pair in vector:
            holders.setdefault(pair, []).append(position)
    for act in lower:
        scores: dict[int, float] = {}
        for pair, weight in _vector(act, weigh).items():
            for position in holders.get(pair, ()):
                scores[position] = scores.get(position, 0.0) + weight * vectors[position][pair]
        if scores:
            ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
            best = ranked[0][1]
            yield act, [higher[position] for position, score in ranked if score >= _NEARLY * best], best


def _vector(act: Act, weigh: dict[str, float]) -> dict[str, float]:
    raw = {pair: count * weigh[pair] for pair, count in act.pairs.items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {pair: value / length for pair, value in raw.items()}


def _same_government(name: str) -> str:
    """All governments from the county up are one name here: another level alone is no other body."""
    name = _CONGRESS.sub("", without_level(re.sub(r"（[^（）]*）$", "", name)) or name)
    return "人民政府" if name.endswith("人民政府") and not name.startswith("乡") else name
