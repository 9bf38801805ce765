"""Limits (上限): what one file may cost. Each is named in the error of the file that is over it."""

from __future__ import annotations

from ingest.errors import IngestError

MAX_BYTES = 50 * 1024 * 1024
MAX_INFLATED = 300 * 1024 * 1024
MAX_ENTRIES = 2_000
MAX_PAGES = 3_000
MAX_ROWS = 200_000
MAX_COLUMNS = 200
MAX_CHARACTERS = 20_000_000
MAX_SECONDS = 30.0
MAX_MEMORY = 1024 * 1024 * 1024
SECONDS_A_SLOW_PAGE = 30.0
"""What each page that needs text recognition adds to the time of its file."""

_SPLIT = "请拆分后分别导入"


def check_size(size: int, name: str) -> None:
    """Raise IngestError for an empty file and for one that is over the limit."""
    if not size:
        raise IngestError("空文件，没有任何内容", place=name, remedy="请检查文件是否下载完整后重新导入")
    if size > MAX_BYTES:
        raise IngestError(f"文件过大（{size / 1024 / 1024:.0f} MB，上限 50 MB）", place=name, remedy=_SPLIT)


def check_pages(pages: int, name: str) -> None:
    """Raise IngestError for more than 3,000 pages."""
    if pages > MAX_PAGES:
        raise IngestError(f"页数过多（{pages} 页，上限 3000 页）", place=name, remedy=_SPLIT)


def check_rows(rows: int, name: str) -> None:
    """Raise IngestError for more than 200,000 rows."""
    if rows > MAX_ROWS:
        raise IngestError("表格行数过多（上限 200000 行）", place=name, remedy=_SPLIT)


def check_columns(columns: int, name: str) -> None:
    """Raise IngestError for more than 200 columns; count those with words, not those that are only formatted."""
    if columns > MAX_COLUMNS:
        remedy = "请删去无关的列或拆分后分别导入"
        raise IngestError(f"表格列数过多（{columns} 列，上限 200 列）", place=name, remedy=remedy)


def check_characters(characters: int, name: str) -> None:
    """Raise IngestError for more than 20 million characters."""
    if characters > MAX_CHARACTERS:
        raise IngestError(f"文字过多（{characters} 字，上限 2000 万字）", place=name, remedy=_SPLIT)


def too_much_inflated(name: str) -> IngestError:
    """A file that is small as it comes and grows over 300 MB when it is unpacked."""
    return IngestError("解压后过大（上限 300 MB）", place=name, remedy="请确认文件来源；必要时另存后重新导入")


def too_slow(name: str) -> IngestError:
    """A file whose reading was ended."""
    remedy = "请拆分文件，或用原软件另存为其他格式后重新导入"
    return IngestError("读取时间超过上限（30 秒，需识别的页另计）", place=name, remedy=remedy)


def too_hungry(name: str) -> IngestError:
    """A file whose reading took more than 1 GiB of memory."""
    remedy = "请拆分文件，或用原软件打开后另存，再重新导入"
    return IngestError("读取所占内存超过上限（1 GB）", place=name, remedy=remedy)
