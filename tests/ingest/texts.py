"""Texts about a made-up city, and the short way from a text to its parsed form."""

from __future__ import annotations

from pathlib import Path

from corpus import Gazetteer, Level, ParsedText, Provision, Territory
from ingest.parcel import FileBytes
from ingest.pipeline import parse_file

GAZETTEER = Gazetteer(
    (
        Territory("云岫省", "云岫省", Level.PROVINCIAL, ("云岫省",)),
        Territory("云岫省/栖澜市", "栖澜市", Level.MUNICIPAL, ("云岫省", "栖澜市")),
        Territory("云岫省/栖澜市/望汐区", "望汐区", Level.COUNTY, ("云岫省", "栖澜市", "望汐区")),
    )
)
SHARED = Path(__file__).resolve().parents[2].parent / "shared"

REGULATION = """栖澜市河湖巡护条例
（2023年3月1日栖澜市第十届人民代表大会常务委员会第五次会议通过）
（2023年5月20日云岫省第十届人民代表大会常务委员会第三次会议批准）
目　录
第一章　总则
第二章　巡护
第一章　总　则
第一条　为了规范河湖巡护，制定本条例。
第二条　市水行政主管部门负责巡护的统筹协调，履行下列职责：
（一）编制巡护计划；
（二）组织巡护培训，内容包括：
1.巡护路线；
2.应急处置。
（三）法律、法规规定的其他职责。
区人民政府应当确定巡护机构。
第二条之一　【义务巡护】鼓励志愿者参加义务巡护。
第十条规定的奖励也适用于志愿者。
第二章　巡护
第三条　依照本条例第二条第一款第（二）项培训的人员，由前条的志愿者协助。
第四条　本条例自2023年7月1日起施行。
"""

OPINION = """栖澜市人民政府办公室文件
栖政办发〔2024〕9号
栖澜市人民政府办公室关于推进河湖智慧
巡护的实施意见
各区人民政府，市政府各部门：
为推进河湖智慧巡护，提出如下意见。
一、总体要求
（一）指导思想。坚持系统治理。
（二）主要目标。到2025年，投入1.5亿元，1.建成3个站点；2.培训50人。
二、重点任务
（一）完善制度
1.市水务局牵头建立巡护登记制度，2024年12月底前完成。
（1）制定登记办法；
（2）建设登记平台。
2．规范交接。交接应当留痕。
各区按月报送进度。
附件：1.任务分工表
2.站点名单
栖澜市人民政府办公室
2024年3月15日
（此件公开发布）
附件1
任务分工表
一、第一项任务
附件2
站点名单
望汐站
"""

NOTICE = """栖澜市人民政府关于印发《栖澜市河湖站点管理办法（试行）》的通知
栖政发〔2024〕18号
各区人民政府：
现将《栖澜市河湖站点管理办法（试行）》印发给你们，请认真贯彻执行。
栖澜市人民政府
2024年4月2日
栖澜市河湖站点
管理办法（试行）
第一条 为了规范站点管理，制定本办法。
第二条 本办法自2024年5月1日起施行。
"""


def parse(text: str | bytes, name: str = "样本.txt", path: str = "") -> ParsedText:
    """The parsed form of a text, as a file of this name would give it."""
    data = text.encode() if isinstance(text, str) else text
    return parse_file(FileBytes(data, name, path or name), GAZETTEER)[0]


def shape(parsed: ParsedText) -> list[tuple[str, str, str, str]]:
    """(eid, label, heading, text) of every provision."""
    return [(p.eid, p.label, p.heading, p.text) for p in parsed.version.provisions]


def eids(parsed: ParsedText) -> list[str]:
    """The ids in the order of the text."""
    return [p.eid for p in parsed.version.provisions]


def uncovered(parsed: ParsedText) -> str:
    """The characters of the cleaned text in no provision, line ends aside."""
    text, provisions = parsed.version.text, parsed.version.provisions
    covered: set[int] = set()
    for provision in provisions:
        covered.update(range(provision.start, provision.end))
    return "".join(c for i, c in enumerate(text) if i not in covered and c != "\n")


def own_provision(parsed: ParsedText, eid: str) -> Provision:
    """The provision with this id; the test fails where there is none."""
    return next(p for p in parsed.version.provisions if p.eid == eid)
