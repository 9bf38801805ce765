"""Quotation (引文): the words of a provision as the reason of a finding quotes them."""

from __future__ import annotations

_LONGEST = 36


def beginning(words: str) -> str:
    """The words without their full stop; longer ones break off, and are seen to.

    >>> beginning("推进惠民工程。"), beginning("推进" + "绿道" * 20 + "建设。")[-4:]
    ('推进惠民工程', '绿道……')
    """
    plain = words.strip("，。；\\n ")
    return plain if len(plain) <= _LONGEST else f"{plain[:_LONGEST]}……"
