"""Read a file (读取): bytes to a parsed text, through reader, cleaner, structurer, describer and referencer."""

from __future__ import annotations

from pathlib import Path

from corpus import Gazetteer, ParsedText
from ingest.errors import IngestError
from ingest.media_type import check_size
from ingest.parcel import FileBytes
from ingest.pipeline import parse_file


def read_file(path: Path, gazetteer: Gazetteer) -> tuple[ParsedText, ...]:
    """The texts in a file, each with its instrument, provisions, references and claims; raises IngestError.

    The format is told by the content, never by the suffix; nothing is stored.
    """
    return parse_file(read_bytes(path), gazetteer)


def read_bytes(path: Path) -> FileBytes:
    """The bytes of a file that is there, may be read and is not too big; raises IngestError."""
    try:
        check_size(path.stat().st_size, path.name)
        return FileBytes(path.read_bytes(), path.name, str(path))
    except FileNotFoundError as error:
        raise IngestError("文件不存在", place=str(path), remedy="请检查路径后重试") from error
    except IsADirectoryError as error:
        raise IngestError("这是文件夹，不是文件", place=str(path), remedy="请指定文件夹中的文件") from error
    except OSError as error:
        raise IngestError("文件无法打开", place=str(path), remedy="请检查是否有读取权限") from error
