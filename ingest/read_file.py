"""Read a file (读取): from its bytes to parsed texts, in this process or in a child that can be killed."""

from __future__ import annotations

import os
from pathlib import Path

from corpus import Gazetteer, ParsedText
from ingest.errors import IngestError
from ingest.file_name import shown_name, shown_path
from ingest.limits import MAX_BYTES, check_size
from ingest.parcel import FileBytes
from ingest.progress import PageListener, PageProgress
from ingest.sandbox import SandboxWorker


def read_file(path: Path, gazetteer: Gazetteer) -> tuple[ParsedText, ...]:
    """The texts in a file, each with its instrument, provisions, references and claims; raises IngestError.

    The format is told by the content, never by the suffix; nothing is stored. It reads in this very process, without
    the limits of time and memory: for files of one's own; ``read_isolated`` is for all others.
    """
    # Haystack brings torch: what reads in a child of its own does not wait for it.
    from ingest.pipeline import parse_file

    return parse_file(read_bytes(path), gazetteer)


def _nobody(_: PageProgress) -> None:
    """Nobody listens."""


def read_isolated(path: Path, gazetteer: Gazetteer, on_page: PageListener = _nobody) -> tuple[ParsedText, ...]:
    """The same in a child process that is ended when it goes over a limit; ``on_page`` hears of slow pages."""
    file = read_bytes(path)
    worker = SandboxWorker(gazetteer)
    try:
        return worker.read(file, on_page)
    finally:
        worker.close()


def read_bytes(path: Path) -> FileBytes:
    """The bytes of a file that is there, may be read and is not too big; raises IngestError."""
    name, shown = shown_name(path.name), shown_path(str(path))
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise IngestError("这不是普通文件", place=shown, remedy="请指定普通文件")
        with path.open("rb") as opened:
            check_size(path.stat().st_size, name)
            # A file may grow while it is read.
            data = opened.read(MAX_BYTES + 1)
            check_size(len(data), name)
            return FileBytes(data, name, shown)
    except FileNotFoundError as error:
        raise IngestError("文件不存在", place=shown, remedy="请检查路径后重试") from error
    except IsADirectoryError as error:
        if not os.access(path, os.R_OK | os.X_OK):
            raise IngestError("文件夹无法打开", place=shown, remedy="请检查是否有读取权限") from error
        raise IngestError("这是文件夹，不是文件", place=shown, remedy="请指定文件夹中的文件") from error
    except (OSError, ValueError) as error:
        raise IngestError("文件无法打开", place=shown, remedy="请检查是否有读取权限") from error
