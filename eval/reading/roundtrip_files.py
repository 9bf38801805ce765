"""The files of the round trip: texts chosen by a fixed rule, made into docx, PDF and scan, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from eval.reading.office import convert, make_docx

RULE = (
    "In each folder the texts are ordered by length; the longest tenth is left out; of the others as many as the "
    "folder's share of the total (at least 3) are taken at equal steps of rank, from the middle of the first step on "
    "(with another start, from there on, less those that the rule gives otherwise). Every fifth of them is scanned, "
    "from the third on; where it has more than {pages} pages, the next one that has not; were there too few behind, "
    "the first ones before."
)
MOST_PAGES = 8
_LEFT_OUT = 0.9
MIDDLE = 0.5
_LEAST = 3
_SCAN_DPI = 150
_SCAN_TURN = 1.0


@dataclass(frozen=True, slots=True)
class Made:
    """A text and the files made of it; ``scan`` only for some."""

    source: Path
    docx: Path
    pdf: Path
    scan: Path | None = None


def choose_texts(corpus: Path, count: int, start: float = MIDDLE) -> list[Path]:
    """The texts of the rule above; with another ``start`` none of those that it gives otherwise."""
    if start == MIDDLE:
        return _choose(corpus, count, MIDDLE)
    usual = set(_choose(corpus, count, MIDDLE))
    return [text for text in _choose(corpus, count, start) if text not in usual]


def _choose(corpus: Path, count: int, start: float) -> list[Path]:
    folders = sorted({path.parent for path in corpus.rglob("*.md")})
    ordered = [sorted(folder.glob("*.md"), key=lambda p: (p.stat().st_size, p.name)) for folder in folders]
    total = sum(map(len, ordered))
    chosen: list[Path] = []
    for texts in ordered:
        pool = texts[: max(1, int(len(texts) * _LEFT_OUT))]
        wanted = min(len(pool), max(_LEAST, round(count * (len(texts) / total) ** 0.6 / _spread(ordered, total))))
        chosen.extend(pool[int((n + start) * len(pool) / wanted)] for n in range(wanted))
    return chosen[:count]


def _spread(ordered: Sequence[Sequence[Path]], total: int) -> float:
    """Small folders get more than their share, so that every kind of text is there."""
    return float(sum((len(texts) / total) ** 0.6 for texts in ordered))


def make_files(texts: Sequence[Path], work: Path, scans: int) -> Iterator[Made]:
    """The files of each text, made where they are not in ``work`` yet; LibreOffice is started once."""
    names = {text: sha256(text.read_bytes()).hexdigest()[:16] for text in texts}
    work.mkdir(parents=True, exist_ok=True)
    missing = []
    for text, name in names.items():
        docx = work / f"{name}.docx"
        if not docx.exists():
            make_docx(text.read_text(encoding="utf-8"), docx)
        if not (work / f"{name}.pdf").exists():
            missing.append(docx)
    for first in range(0, len(missing), 20):
        convert(missing[first : first + 20], "pdf", work)
    pdfs = [work / f"{name}.pdf" for name in names.values()]
    scanned = _choose_scans(pdfs, scans)
    for text, pdf in zip(names, pdfs, strict=True):
        yield Made(text, pdf.with_suffix(".docx"), pdf, make_scan(pdf) if pdf in scanned else None)


def _choose_scans(pdfs: Sequence[Path], count: int) -> set[Path]:
    """The files that are scanned too: every fifth from the third on, none of too many pages."""
    chosen: list[Path] = []
    short = [(number, pdf) for number, pdf in enumerate(pdfs) if _count_pages(pdf) <= MOST_PAGES]
    for number, pdf in short:
        if number >= 2 + 5 * len(chosen):
            chosen.append(pdf)
    chosen.extend(pdf for _, pdf in short if pdf not in chosen)
    return set(chosen[:count])


def _count_pages(pdf: Path) -> int:
    import pypdfium2

    with pypdfium2.PdfDocument(str(pdf)) as document:
        return len(document)


def make_scan(pdf: Path) -> Path:
    """The pages as grey pictures of 150 dpi, turned by one degree, without a text layer, beside the PDF."""
    import pypdfium2

    out = pdf.with_suffix(".scan.pdf")
    if out.exists():
        return out
    with pypdfium2.PdfDocument(str(pdf)) as document:
        pictures = [
            page.render(scale=_SCAN_DPI / 72, grayscale=True).to_pil().convert("L").rotate(
                _SCAN_TURN, resample=3, fillcolor=255
            )
            for page in document
        ]  # fmt: skip
        pictures[0].save(str(out), "PDF", resolution=_SCAN_DPI, save_all=True, append_images=pictures[1:])
    return out
