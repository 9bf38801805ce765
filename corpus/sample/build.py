"""Make the Word, PDF, web and spreadsheet files of the sample corpus from ``sources/``.

    python -m corpus.sample.build

The texts in Markdown and plain text under ``texts/`` are their own source. Making the PDF needs LibreOffice
(``soffice``) and the Noto CJK fonts; everything else needs Python packages only.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from corpus.sample.page import write_page
from corpus.sample.sheet import write_sheet
from corpus.sample.source import Source, read_source
from corpus.sample.word import INSTALLED, write_word

HERE = Path(__file__).parent
SOURCES, TEXTS = HERE / "sources", HERE / "texts"
_SUFFIXES = {
    "中共栖澜市委 栖澜市人民政府关于加快推进市域社会治理现代化的意见": ".pdf",
    "栖澜市推进矛盾纠纷多元化解实施方案": ".html",
    "栖澜市网格化服务管理责任清单": ".xlsx",
}
_DEFAULT_SUFFIX = ".docx"
_ZIP_DATE = (2024, 7, 1, 0, 0, 0)  # a fixed date, so that the same source gives the same bytes
_CONVERT_SECONDS = 180


def main() -> int:
    """Make every file; returns the exit code."""
    for path in sorted(SOURCES.glob("*.md")):
        source = read_source(path)
        made = TEXTS / (path.stem + _SUFFIXES.get(path.stem, _DEFAULT_SUFFIX))
        write(source, made)
        print(made.name, made.stat().st_size)
    return 0


def write(source: Source, path: Path) -> None:
    """Write ``source`` to ``path`` in the format of its suffix."""
    match path.suffix:
        case ".html":
            write_page(source, path)
        case ".xlsx":
            write_sheet(source, path)
            _pin_zip(path)
        case ".pdf":
            write_pdf(source, path)
        case _:
            write_word(source, path)
            _pin_zip(path)


def write_pdf(source: Source, path: Path) -> None:
    """Write ``source`` to ``path`` as PDF, by way of Word and LibreOffice."""
    soffice = shutil.which("soffice")
    if soffice is None:
        raise FileNotFoundError("soffice: install LibreOffice to make the PDF")
    with tempfile.TemporaryDirectory() as folder:
        word = Path(folder) / f"{path.stem}.docx"
        write_word(source, word, INSTALLED)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(word)]
        subprocess.run(command, check=True, capture_output=True, timeout=_CONVERT_SECONDS)
        shutil.move(word.with_suffix(".pdf"), path)


def _pin_zip(path: Path) -> None:
    """Write the members of an Office file again with a fixed date."""
    with ZipFile(path) as archive:
        members = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with ZipFile(path, "w") as archive:
        for name, data in members:
            archive.writestr(ZipInfo(name, _ZIP_DATE), data, ZIP_DEFLATED)


if __name__ == "__main__":
    sys.exit(main())
