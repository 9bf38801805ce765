"""The tags of a version: status (时效), kind (文件类型), level (层级), as small quiet labels."""

from __future__ import annotations

from corpus import Status
from ui.components.markup import escaped

_CLASS = {
    Status.IN_FORCE: "in-force",
    Status.NOT_YET: "not-yet",
    Status.AMENDED: "amended",
    Status.REPEALED: "repealed",
}


def status_tag(status: Status) -> str:
    """The status as HTML.

    >>> status_tag(Status.IN_FORCE)
    '<span class="qz-tag in-force">有效</span>'
    """
    return f'<span class="qz-tag {_CLASS[status]}">{escaped(status.value)}</span>'


def tag(words: str) -> str:
    """Any short word as a tag.

    >>> tag("地方性法规")
    '<span class="qz-tag">地方性法规</span>'
    """
    return f'<span class="qz-tag">{escaped(words)}</span>'
