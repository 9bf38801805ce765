"""Title (标题) from the front page, without 《》 and without a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from corpus import Claim, ClaimSource
from ingest.line import Line, LineStyle

_DATE_IN_TITLE = re.compile(r"\s*[（(](?:[0-9]{4}[-.年][0-9]{1,2}[-.月][0-9]{1,2}日?|[0-9]{8})[）)]$")


def read_title(lines: Sequence[Line], name: str) -> Claim:
    """The title as a claim, without 《》 and without a date; the file's name where the text has none."""
    written = _join([line.text for line in lines if line.style is LineStyle.TITLE])
    if written:
        return Claim("title", plain_title(written), ClaimSource.TITLE_PAGE, "标题行", written)
    return Claim("title", plain_title(PurePath(name).stem), ClaimSource.FILE_NAME, "文件名", name)


def _join(parts: Sequence[str]) -> str:
    """Wrapped title lines run on without a blank; two whole titles (民法典 / 总则) keep one between them."""
    joined = ""
    for part in parts:
        parts_two = joined.endswith(("法典", "委", "政府")) and not part.startswith(("关于", "办公", "印发"))
        blank = " " if parts_two else ""
        joined += (blank if joined else "") + part
    return joined


def plain_title(text: str) -> str:
    """The title alone; （试行） and （草案） are part of it, a date and 《》 around the whole are not.

    >>> plain_title("《栖澜市养犬办法（试行）》（2024年5月1日）"), plain_title("关于执行《养犬法》的规定")
    ('栖澜市养犬办法（试行）', '关于执行《养犬法》的规定')
    """
    title = _DATE_IN_TITLE.sub("", text.strip())
    return title[1:-1] if title.startswith("《") and title.endswith("》") and title.count("《") == 1 else title
