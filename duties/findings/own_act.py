"""Own act (自身行为): a duty that attaches to what the body itself does is divided by whose act it is."""

from __future__ import annotations

import re

from duties.findings.mention import Mention

_ABOUT_OWN_ACT = re.compile(
    r"(?:在?作出[^，。]{0,20}决定|应当(?:及时)?将[^，。]{1,30}，?(?:书面)?(?:告知|通报|抄送|移送)"
    r"|(?:应当)?(?:及时)?(?:将[^，。；]{0,12}(?:处理|办理|处置)[^，。；]{0,10}(?:情况"
    r"|结果)[^，。；]{0,24})?反馈|不得)"
)
_ACT = (
    r"(?:制定|制订|起草|拟订|拟定|修改|修订|废止|废除|出台|审批|审查|审核|审议|批准|办理|受理|委托|聘请|聘用"
    r"|采购|购买|作出|公布|发布|签订|举办|提供|采集|收集|调取)"
)
_WHEN_ACTING = re.compile(
    rf"(?:在|因|依法|依照[^，。；]{{2,16}}|组织|研究|负责)*{_ACT}[^，。；]{{2,80}}(?:的|时|过程中)，"
    r"(?:应当|必须|可以|不得|要|并|依法|就|对)"
    r"|(?:依法)?办理[^，。；]{2,40}案件，(?:应当|可以|对于?|依法)"
    r"|(?:在)?(?:进行|开展)[^，。；]{0,10}调研(?:时)?，(?:应当|可以)"
)
"""制定…政策时，应当听取…: each body hears others on its own policy."""
_HOLDER = re.compile(
    r"^(?:被(?:约谈|监督|检查|考核|审计|督察|问责)的|(?:具?有|拥有)(?:审批|批准|许可|管辖|处罚)权(?:限)?的)"
)
"""有审批权的部门, 被约谈的部门: the one whose case it is."""
_STATE = re.compile(r"(?:每届)?任期|，?以下(?:统称|简称)[^，。；（）]*[。；]?$|[^，。；]{0,8}(?:相同|相一致)")
"""甲委员会与乙委员会任期相同: what they are, no duty."""


def is_own_act(mention: Mention) -> bool:
    """Whether the duty is about the body's own act (将处理情况反馈, 不得办理, 委托他人的，应当付费)."""
    return bool(_ABOUT_OWN_ACT.match(mention.rest) or _WHEN_ACTING.match(mention.rest) or _HOLDER.match(mention.bearer))


def is_state(mention: Mention) -> bool:
    """Whether the sentence only says what the bodies are (任期相同, 每届任期五年)."""
    return bool(_STATE.match(mention.rest))
