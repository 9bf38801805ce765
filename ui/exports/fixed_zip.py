"""Fixed zip (固定压缩包): Office files whose bytes hang on their content alone, not on when they were written."""

from __future__ import annotations

import io
import re
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAY = (2000, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_WRITTEN = b"2000-01-01T00:00:00Z"


def fixed_zip(data: bytes) -> bytes:
    """The same Office file with one constant in place of every time that its writer put into it.

    >>> def made(year: int) -> bytes:
    ...     file = io.BytesIO()
    ...     with ZipFile(file, "w") as archive:
    ...         archive.writestr(ZipInfo("a.txt", (year, 1, 1, 0, 0, 0)), b"x")
    ...     return file.getvalue()
    >>> made(2024) == made(2025), fixed_zip(made(2024)) == fixed_zip(made(2025))
    (False, True)
    """
    out = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + _WRITTEN + rb"\g<2>", content)
            entry = ZipInfo(name, _DAY)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, content)
    return out.getvalue()
