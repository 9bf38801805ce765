"""The kind of one sentence (判别): consequences first, then the form, the first modal, the indicative."""

from __future__ import annotations

import re
from collections.abc import Sequence

from duties.clauses.clause import ClauseKind
from duties.clauses.cues import BY_STAGE
from duties.clauses.split import Part, masked, split_parts

Found = tuple[ClauseKind, str]

_NOT_IMPOSED = re.compile(r"不得|不予|不再|免予|免于|禁止|有权要求|请求|申请|要求|职责|可以不|设定|有权$")
_MEASURE = re.compile(r"责令|取缔|^取缔|强制拆除|追缴|代为")
"""What an authority may also be told to do without a breach: 应当告知证人，并责令其签署保证书."""
_BINDING = re.compile(r"应当|必须|有权|可以|负责")
_NOUN_PHRASE = re.compile(
    r"(?:^|其他|规定|依法|属于|对|将|把|约定|认为|具有|及|和|、|(?:公布|发布|调整)限制或者)(?:依法)?$"
)
_OF = re.compile(r"[^，。；]{1,40}的[一-龥]{1,}")
_BASIS = re.compile(r"^(?!.*(?:适用|参照|执行|办理|处)).*(?:依照|按照).*规定$")
"""On what the act rests that follows after a comma: 依照本条例的规定，编制目录."""
_ORDERS = frozenset({ClauseKind.DUTY, ClauseKind.PROHIBITION})
_STRONG = frozenset({ClauseKind.DUTY, ClauseKind.PROHIBITION, ClauseKind.POWER})


def kind_of(sentence: str, lead: ClauseKind | None = None, *, on_liability: bool = False) -> Found:
    """The kind and the words that decided; ``lead`` is the kind of the lead-in that an item stands under.

    ``on_liability`` in a chapter on legal liability (法律责任, 罚则), where 三年内不得… is a sanction.

    >>> kind_of("未经批准，不得占用绿地。")
    (<ClauseKind.PROHIBITION: '禁止性'>, '不得')
    >>> kind_of("设置宣传栏；", ClauseKind.DUTY)
    (<ClauseKind.DUTY: '义务性'>, '')
    """
    words = masked(sentence)
    parts = split_parts(words)
    if lead is not None:
        return _item(parts, lead)
    found = (
        _whole("elsewhere", words)
        or _penal(parts)
        or (_first(parts, "sanction") if on_liability else None)
        or _whole("offence", words)
        or _whole("form", words)
        or _main(parts)
        or _first(parts, "indicative")
    )
    return found or (ClauseKind.STATEMENT, "")


def kind_of_list(lead_in: str, kind: ClauseKind) -> ClauseKind:
    """What rules the items below a lead-in of this kind: the modal next to them.

    >>> kind_of_list("游客应当爱护绿道，不得有下列行为：", ClauseKind.DUTY)
    <ClauseKind.PROHIBITION: '禁止性'>
    """
    if kind is ClauseKind.PENALTY or not lead_in.rstrip().endswith(("：", ":")):
        return kind
    spoken = [part for part in split_parts(masked(lead_in)) if not part.is_condition]
    found = _modal(spoken[-1].text, listed=False) if spoken else None
    # 应当回避，当事人有权要求其回避：the right only helps the duty.
    return found[0] if found and found[0] in _ORDERS else kind


def _item(parts: Sequence[Part], lead: ClauseKind) -> Found:
    """An item: what befalls or binds others than its lead-in says (应当履行下列职责：（五）鼓励… stays a duty)."""
    if lead is ClauseKind.PENALTY:
        return lead, ""
    if lead not in _STRONG and (penal := _penal(parts)):
        return penal
    found = _main(parts, listed=True) or (_first(parts, "assigned") if lead is ClauseKind.STATEMENT else None)
    if found is None or (found[0] is ClauseKind.ENCOURAGEMENT and lead in _STRONG):
        return lead, ""
    return found


def _penal(parts: Sequence[Part]) -> Found | None:
    for position, part in enumerate(parts):
        if part.is_condition:
            continue
        for cue in BY_STAGE["penal"]:
            match = cue.pattern.search(part.text)
            if match is not None and _is_imposed(parts[:position], part.text[: match.start()], match.group()):
                return cue.kind, match.group()
    return None


def _is_imposed(earlier: Sequence[Part], before: str, words: str) -> bool:
    """Whether the consequence befalls somebody here: after a condition (…的，), or with no other modal before it."""
    if _NOT_IMPOSED.search(before):
        return False
    if any(part.is_condition for part in earlier) or not _MEASURE.search(words):
        return True
    return not any(_BINDING.search(text) for text in (*(part.text for part in earlier), before))


def _whole(stage: str, sentence: str) -> Found | None:
    for cue in BY_STAGE[stage]:
        match = cue.pattern.search(sentence)
        if match is not None:
            return cue.kind, match.group()
    return None


def _main(parts: Sequence[Part], *, listed: bool = False) -> Found | None:
    """The first modal of the main clauses; an assignment in the indicative (甲负责…) before it speaks for it."""
    for part in parts:
        if not part.is_condition:
            found = _modal(part.text, listed=listed and len(parts) == 1) or (
                None if listed else _first([part], "assigned")
            )
            if found is not None:
                return found
    return None


def _modal(text: str, *, listed: bool) -> Found | None:
    found = [
        (match.start(), cue.kind, match.group())
        for cue in BY_STAGE["modal"]
        for match in cue.pattern.finditer(text)
        if not _qualifies(text, match, listed=listed and cue.kind is not ClauseKind.PROHIBITION)
    ]
    return min(found, key=lambda one: one[0])[1:] if found else None


def _qualifies(text: str, match: re.Match[str], *, listed: bool) -> bool:
    """Whether the modal only describes a thing: 对应当报废的车辆, 其他依法应当公开的信息."""
    before, after = text[: match.start()], text[match.end() :]
    described = _OF.match(after) is not None
    if not described or not _NOUN_PHRASE.search(before):
        return False
    # At the head of a sentence 应当…的… may well be the predicate; an item or a topic with 对, 其他 … is none.
    return bool(before) or listed


def _first(parts: Sequence[Part], stage: str) -> Found | None:
    for part in parts:
        if not part.is_condition:
            for cue in BY_STAGE[stage]:
                match = cue.pattern.search(part.text)
                if match is not None and not (part.goes_on and _BASIS.search(match.group())):
                    return cue.kind, match.group()
    return None
