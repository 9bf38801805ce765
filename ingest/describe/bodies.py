"""Bodies (机关): the names of the bodies that adopted, approved or issued a text, in one form."""

from __future__ import annotations

import re

from corpus import Territory

_NUMERAL = "[0-9０-９一二三四五六七八九十百零〇]"
_TERM = re.compile(rf"第?{_NUMERAL}+届")
_IN_TITLE = re.compile(
    r"^[^《]{0,4}《(?P<bodies>(?:、?(?:国务院|[\u4e00-\u9fff]{2,30}?(?:委员会|军委|部|总局|局|署|政府)))+)(?=关于)"
)
# Where the name is over: 令第5号, 公告第3号, 第九次会议, 审判委员会 …, or the word of the event itself.
_AFTER = re.compile(
    rf"(?:公告|[0-9]{{4}}年第|第?{_NUMERAL}+\s?(?:号|次)|令\s?第|令$|常务会议|政治局|审判委员会|检察委员会|主席团"
    r"|第.{1,3}会议|于?批准|经?审议|讨论|通过|修正|修订|修改|公布|发布|颁布|印发|下发|施行|实施|生效|执行|以法|会议|《|根据).*$"
)
_BEFORE = re.compile(r"^[\s，,、（(]*(?:根据)?(?:已?经|由|原)?")
_BODY = re.compile(
    r"(?:人民代表大会|委员会|政府|国务院|政务院|法院|检察院|中央|军委|主席|总后勤部|[部局署行厅院委]|办公室|大会|开发区|管委会)$"
)
_SAME = (
    ("人大常委会", "人民代表大会常务委员会"),
    ("人大", "人民代表大会"),
    ("常委会", "常务委员会"),
    ("中央军委", "中央军事委员会"),
)
_STATE = re.compile(r"^中?中华人民共和国(?=.)(?!主席)")


def read_bodies(clause: str) -> tuple[str, ...]:
    """The bodies named in a clause of a history line, in order.

    >>> read_bodies(" 国家网格委员会令第8号、国家巡护局令第11号发布")
    ('国家网格委员会', '国家巡护局')
    >>> read_bodies("《国务院关于修改部分行政法规的决定》第一次修订")
    ('国务院',)
    >>> read_bodies("《国务院、中央军委关于修改〈巡护规则〉的决定》第一次修订")
    ('国务院', '中央军事委员会')
    """
    titled = _IN_TITLE.search(clause)
    named = titled["bodies"] if titled else clause.split("《", maxsplit=1)[0]
    names = named.split("、")
    return tuple(dict.fromkeys(body for name in names if (body := plain_body(name))))


def plain_body(name: str) -> str:
    """The body's name in its one form; empty where there is none.

    >>> plain_body("中华人民共和国国务院令第5号公布"), plain_body("施行")
    ('国务院', '')
    >>> plain_body("栖澜市十届人大常委会第三次会议通过")
    '栖澜市人民代表大会常务委员会'
    """
    plain = _AFTER.sub("", _TERM.sub("", _BEFORE.sub("", name))).strip(" ，,。；;（）()于")
    for short, full in _SAME:
        if short in plain and full not in plain:
            plain = plain.replace(short, full)
    plain = _STATE.sub("", plain)
    return plain if _BODY.search(plain) and len(plain) >= 2 else ""


def full_body(body: str, territory: Territory) -> str:
    """市人民代表大会 in a text of 栖澜市 is 栖澜市人民代表大会.

    >>> from corpus import Level
    >>> full_body("省人民政府", Territory("x", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市")))
    '云岫省人民政府'
    """
    for name in reversed(territory.chain):
        for word in ("自治县", "自治州", "省", "市", "县", "区", "旗"):
            if name.endswith(word) and re.match(rf"{word}(?:人民|政府|委)", body):
                return name + body[len(word) :]
    return body
