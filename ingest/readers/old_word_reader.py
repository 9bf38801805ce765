"""Old Word files (doc, wps, rtf) and OpenDocument texts, turned into docx by LibreOffice where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from ingest.errors import IngestError
from ingest.limits import MAX_SECONDS
from ingest.parcel import Reading
from ingest.readers import office_kit
from ingest.readers.docx_reader import read_docx
from ingest.readers.office_kit import LIBRARIES

_PROGRAMS = ("soffice", "libreoffice")
_REMEDY = "请在 Word 或 WPS 中打开后另存为 .docx，再重新导入"
_RTF, _ZIP = b"{\\rtf", b"PK"


def read_old_word(data: bytes, name: str) -> Reading:
    """The lines of an old Word file; raises IngestError where no LibreOffice is there to turn it."""
    program = next((found for found in map(shutil.which, _PROGRAMS) if found), None)
    if program is None:
        remedy = "请另存为 .docx 后重新导入，或在本机安装 LibreOffice"
        raise IngestError("旧版 .doc 文件无法读取（本机没有 LibreOffice）", place=name, remedy=remedy)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        turned = _convert(program, data, Path(folder))
    if turned is None:
        raise IngestError("旧版 .doc 文件无法转换，可能已损坏", place=name, remedy=_REMEDY)
    return read_docx(turned, name, is_turned=True)


def _convert(program: str, data: bytes, folder: Path) -> bytes | None:
    """The docx that LibreOffice makes, with a profile and home of its own; None where it makes none."""
    suffix = ".rtf" if data.startswith(_RTF) else ".odt" if data.startswith(_ZIP) else ".doc"
    source, made, profile = folder / f"text{suffix}", folder / "out" / "text.docx", folder / "profile"
    source.write_bytes(data)
    made.parent.mkdir()
    environment = {"HOME": str(folder), "TMPDIR": str(folder), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8"}
    installed = Path(program).resolve().parent
    if any((installed / name).is_file() for name in LIBRARIES):
        script = [sys.executable, "-I", str(Path(office_kit.__file__)), str(installed)]
        _run([*script, str(source), str(made), "docx", str(profile)], environment, folder)
    else:
        options = ["--headless", "--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made.parent)]
        _run([program, f"-env:UserInstallation={profile.as_uri()}", *options, str(source)], environment, folder)
    return made.read_bytes() if made.is_file() else None


def _run(command: list[str], environment: dict[str, str], folder: Path) -> None:
    """Run the program; what it started ends with it when it takes too long."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=folder, env=environment, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            process.wait(MAX_SECONDS)
        except subprocess.TimeoutExpired:
            with suppress(OSError):
                os.killpg(process.pid, signal.SIGKILL)
            process.kill()
