"""What the model is told and what its answer must look like."""

from __future__ import annotations

from duties.duty import Modality, Role

_TEXT = {"type": "string"}
_FIELDS: dict[str, object] = {
    "place": {"type": "string", "description": "条文标识，照抄方括号内的文字"},
    "bearer": {"type": "string", "description": "承担职责的公共机构，照抄原文；并列的机构作为一个整体"},
    "role": {"type": "string", "enum": [role.value for role in Role]},
    "modality": {"type": "string", "enum": [modality.value for modality in Modality]},
    "act": {"type": "string", "description": "行为本身，照抄原文，不含主体和情态词"},
    "matter": {"type": "string", "description": "事项，取自原文，不超过20个字"},
    "quote": {"type": "string", "description": "能看出主体和行为的最短原文，一字不差，不跨句号；项中照抄整项"},
}
SCHEMA: dict[str, object] = {
    "name": "duties",
    "strict": True,
    "schema": {
        "type": "object",
        "additionalProperties": False,
        "required": ["duties"],
        "properties": {
            "duties": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "required": list(_FIELDS),
                    "properties": _FIELDS,
                },
            }
        },
    },
}
INSTRUCTIONS = """你是权责分析员。从给出的条文中提取公共机构承担的职责。
公共机构：国家机关、党的机关及其部门、街道办事处、乡镇人民政府、管委会、村（居）民委员会。
每个“主体×行为”一行：各有宾语的谓语分别成行；同一宾语的几个动词成一行；
领起语写明主体、各项列出行为的，每项一行；罚则（由…责令…）为 enforce。
企业、协会、个人的义务，立法目的、定义、适用范围、施行日期，都不提取。
前一句交代了主体、本句没有主语的，主体照抄前一句。
role：lead 负责牵头；cooperate 配合；supervise 监督检查考核；assist 协助；permit 审批许可备案；enforce 查处处罚；
support 政府的领导、规划、经费、政策保障。
modality：must 应当、负责；may 可以；must_not 不得；encourage 鼓励。
只照抄原文，不补充，不改写。没有职责时 duties 为空数组。只输出 JSON。"""
