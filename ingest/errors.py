"""The error of a file that cannot be taken in."""

from __future__ import annotations

from corpus import QuanzeError


class IngestError(QuanzeError):
    """A file that cannot be taken in: what is wrong, in which file and place, and what the user can do about it.

    >>> print(IngestError("文件是空的", place="栖澜市养犬管理规定.txt", remedy="请检查文件是否下载完整后重新导入"))
    文件是空的（栖澜市养犬管理规定.txt）。请检查文件是否下载完整后重新导入
    """
