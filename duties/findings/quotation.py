"""Quotation (引文): the words of a provision as the reason of a finding quotes them."""

from __future__ import annotations

import re

_LONGEST, _SHORTEST = 36, 14
_LONGEST_ENDING = 64
_MARK = re.compile("[，、；：。](?![^（）]{0,12}）)")


def beginning(words: str) -> str:
    """The words without their full stop; longer ones break off at a mark where one is near, and are seen to.

    >>> beginning("推进惠民工程。"), beginning("推进" + "绿道" * 20 + "建设。")[-4:]
    ('推进惠民工程', '绿道……')
    >>> beginning("做好本行政区域内的民宿登记、消防检查、卫生防疫和治安管理工作，并及时报告有关情况，接受监督")
    '做好本行政区域内的民宿登记、消防检查、卫生防疫和治安管理工作……'
    """
    plain = words.strip("，。；\n ")
    if len(plain) <= _LONGEST:
        return plain
    marks = [mark.start() for mark in _MARK.finditer(plain, _SHORTEST, _LONGEST + 1)]
    return f"{plain[: marks[-1] if marks else _LONGEST]}……"


def ending(words: str) -> str:
    """The last words without their full stop; longer ones begin after a mark where one is near, and are seen to.

    >>> ending("民宿" * 20 + "的评定，由市文化旅游部门会同市财政部门根据本市实际情况，按照国家有关规定另行制定。")
    '……由市文化旅游部门会同市财政部门根据本市实际情况，按照国家有关规定另行制定'
    """
    plain = words.strip("，。；\n ")
    if len(plain) <= _LONGEST_ENDING:
        return plain
    first = _MARK.search(plain, len(plain) - _LONGEST_ENDING, len(plain) - _SHORTEST)
    return f"……{plain[first.end() if first else -_LONGEST_ENDING :]}"
