"""undefined.subject (主语缺失): an obligation of public administration whose bearer cannot be inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from duties.findings.finding import Finding
from duties.findings.kinds import FindingKind
from duties.findings.mention import Mention
from duties.findings.paragraphs import Paragraph, Sentence
from duties.findings.quotation import beginning
from duties.findings.reading import Reading

_ACTS = (
    r"(?:建立健全|建立|健全|完善|推动|推进|推广|加强|加大|引导和动员|动员|组织开展|开展|实施|制定|落实"
    r"|统筹(?!地区|基金)|加快|构建|培育|推行|加装|配备|逐步推行|逐步实行|逐步建立|(?<=逐步)实现)"
)
_NO_SUBJECT = re.compile(
    rf"(?:对[^。；]{{2,40}}，(?=应当|逐步)|在[^，。；应]{{2,20}}?(?=加装|配备))?(?:应当|逐步"
    rf"|要)?{_ACTS}(?!.{{0,3}}(?:的|活动|过程))(?![^，。；]*(?:应当|必须|按照|依照"
    rf"|按有关))(?![^，。；]*的，)[^，。；]{{4,}}"
)
_PLACE_ALONE = re.compile(
    r"(?:对[^，。；]{2,30}，)?(?:本市|本省|全市|全省|本行政区域|[\u4e00-\u9fff]{2,4}市区)(?:市区)?(?:依法|应当|将|鼓励[^。]{2,40}，(?=将)|逐步)?(?:逐步推行|逐步实行|推行|实行|落实"
    r"|建立健全|建立|推进|推动|加强|完善|将|为[^，。；]{2,20}提供)[^，。；]{2,}"
)
_THING_ACTED = re.compile(
    r"[^，。；]{2,30}?(?:工作|活动|考录|招聘|创建|建设|评选)(?:[^，。；]{0,30}?)应当(?:[^，。；]{0,30}，)*"
    r"[^，。；]{0,30}?(?:有序推进|逐步推进|稳步推进|将[^，。；]{2,40}(?:纳入|列入)"
    r"|(?<!当)纳入[^，。；]{2,20}(?:标准|内容|范围))"
)
_TAKE_IN = re.compile(r"应当将其?[^，。；]{0,40}?(?:纳入|列入)[^，。；]{2,50}(?:范围|标准|内容|体系|计划)")
_THING_TAKEN_IN = re.compile(
    r"[^，。；]{2,24}(?:工作|情况|考录|活动)应当(?:依法)?纳入[^，。；]{2,40}(?:考核|评价|规划|计划|体系|内容|范围|目标)"
)
_IS_GIVEN = re.compile(
    r"对[^，。；]{2,40}，(?:应当)?(?:按照[^，。；]{2,14}规定)?(?:给予|予以|发给)(?![^，。；]{0,6}(?:处分|处罚|批评))"
    r"[^，。；]{0,24}?(?:表彰|表扬|奖励|补助|补贴|优待|证书)"
)
"""对作出突出贡献的单位和个人，给予表彰: by whom?"""
_PRIVATE = re.compile(r"[^，。；]{0,40}?(?:学校|单位|企业|机构|组织|团体|公司|业主|者|人)应当")
_MADE_PUBLIC = re.compile(
    r"[^，。；]{2,24}(?:名单|清单|名录|结果|信息)应当[^，。；]{0,10}(?:公布|公示|公开)"
    r"|[^，。；]{2,24}应当(?:设立|设置)[^，。；]{0,16}公示牌"
)
_SOMEBODY = re.compile(
    r"(?:机构|部门|机关|单位|组织|团体|企业|学校|公司|经营者|人员|人|者|会)(?:在[^，。；]{2,60}(?:时|中|前|后)，|，)?应当将"
)
_DOES = re.compile(r"提供|给予|发放|补助|补贴|津贴|纳入|落实")
_PAID = re.compile(r"(?:依法|逐步)?(?:实行|落实)[^，。；]{4,24}(?:津贴|补贴|补助|奖励)制度")
_PAID_TO = re.compile(
    r"[^。；]{6,90}的，(?:(?:按照|依照)[^，。；]{2,14}规定|依法)?(?:给予|发给)[^，。；]{0,20}(?:奖励|补贴|补助|津贴)"
)
"""毕业生到山区工作的，给予补贴: by whom?"""
_SETS_UP = re.compile(r"(?:本市|本省|全市|全省|国家)?(?:依法|逐步(?!推))*(?:实行|建立)[^，。；]{4,}制度")
_NOT_ADMINISTRATIVE = re.compile(
    r"^(?:鼓励|支持|提倡|倡导|禁止|引导和鼓励|鼓励和引导|任何|违反|有下列|本(?:条例|规定|办法)|依照"
    r"|按照前款|前款|申请|对(?:违反|本)|单位|个人|企业|未|具有下列)|下列|以下|推行[^，。；]{2,20}(?:实施"
    r"|实行)|应当(?:遵循|遵守|执行|符合|坚持|有利于)|(?:应当|需|须|必须)(?:报?经|报)[^，。；]{2,40}(?:批准|同意|核准|审批)|(?:应当)?具备|(?:施工|建设|经营|使用|生产)单位"
)
_RULE_ONLY = re.compile(r"[^。；]{0,60}(?:办法|细则|规定)[^。；]{0,40}[。；]?$")
_RULE_BY = re.compile(r"(?:办法|细则|规定|标准)[^，。；]{0,10}，?由$")


def find(readings: Sequence[Reading]) -> Iterator[Finding]:
    """One finding for each paragraph with an act of administration that nobody in its article is given.

    推动建立网格标识制度 and 本市逐步推行…制度 are findings; 鼓励…, and an act borne elsewhere, are none.
    """
    for reading in readings:
        for paragraph in reading.paragraphs:
            spoken = next((s for s in paragraph.sentences if _has_no_subject(reading, paragraph, s)), None)
            if spoken is not None:
                why = f"“{beginning(spoken.text)}”没有主语，条文中推不出由谁承担。"
                yield reading.finding(FindingKind.UNDEFINED_SUBJECT, paragraph, (), why)


def _has_no_subject(reading: Reading, paragraph: Paragraph, sentence: Sentence) -> bool:
    if sentence.lead or _NOT_ADMINISTRATIVE.search(sentence.text) or _is_borne(sentence.mentions):
        return False
    if _is_taken_in(sentence):
        return True
    if any(pattern.match(sentence.text) for pattern in (_MADE_PUBLIC, _IS_GIVEN, _PAID_TO)):
        follows = bool(_MADE_PUBLIC.match(sentence.text)) and _goes_on(paragraph, sentence)
        return not follows and not _is_borne(
            [mention for p in reading.by_article[paragraph.article] for _, mention in p.mentions]
        )
    acts = (_NO_SUBJECT, _PLACE_ALONE, _THING_ACTED, _PAID)
    if _goes_on(paragraph, sentence) or ("，由" in sentence.text and not sentence.mentions):
        return False
    if _SETS_UP.match(sentence.text) and not _does_something(paragraph, sentence):
        return False
    return any(pattern.match(sentence.text) for pattern in acts) and not _is_borne_elsewhere(reading, sentence)


def _is_taken_in(sentence: Sentence) -> bool:
    """应当将…纳入…范围, …工作应当纳入…考核: by whom?"""
    if _THING_TAKEN_IN.match(sentence.text):
        return True
    nobody = not _starts_with_body(sentence) and not _SOMEBODY.search(sentence.text)
    return bool(_TAKE_IN.search(sentence.text)) and nobody


def _goes_on(paragraph: Paragraph, sentence: Sentence) -> bool:
    """Whether the sentence goes on with the subject of an earlier one of the paragraph."""
    earlier = [other for other in paragraph.sentences if other.start < sentence.start]
    heard = [mention for other in earlier for mention in other.mentions]
    private = any(_PRIVATE.match(other.text) for other in earlier)
    return _is_borne(heard) or private or bool(earlier and earlier[-1].text.endswith("；"))


def _does_something(paragraph: Paragraph, sentence: Sentence) -> bool:
    """本市实行免费提供…制度 leaves somebody something to do; 本市实行…制度 alone may be set up by its own article."""
    following = [other.text for other in paragraph.sentences if other.text.startswith("通过")]
    return any(_DOES.search(text) for text in (sentence.text, *following))


def _starts_with_body(sentence: Sentence) -> bool:
    return any(mention.how in ("subject", "by", "duty") for mention in sentence.mentions)


def _is_borne(mentions: Sequence[Mention]) -> bool:
    acting = (mention for mention in mentions if mention.how not in ("partner", "to"))
    return any(not _RULE_ONLY.match(m.rest) and not _RULE_BY.search(m.before) for m in acting)


def _is_borne_elsewhere(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence with a bearer speaks of the same object (净菜上市 in 市商务部门…推广净菜上市)."""
    thing = _object(sentence.text)
    return any(
        thing in other.text
        and _is_borne(other.mentions)
        and not re.search(rf"(?:依托|通过|利用)[^，。；]{{0,20}}{re.escape(thing)}", other.text)
        for paragraph in reading.paragraphs
        for other in paragraph.sentences
        if other is not sentence
    )


def _object(text: str) -> str:
    """The last six characters of the thing spoken of, 制度 and the like left out."""
    first = re.split(r"[。；]", text)[0]
    clause = re.split("，", first)[0] if _NO_SUBJECT.match(text) else first
    return re.sub(r"(?:的)?(?:管理)?(?:制度|体系|机制|平台|工作)$", "", clause)[-6:]
