"""Scanned pages of a PDF (扫描页): those without a text layer that can be believed are recognised, the others kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ingest.errors import IngestError
from ingest.progress import report_page
from ingest.readers.pdf_words import Page

if TYPE_CHECKING:
    from ingest.ocr import PageRenderer, Recogniser

_WHAT = "文字识别"


@dataclass(frozen=True, slots=True)
class Layer:
    """What the text layer of one page gives; ``needs_ocr`` where it is missing or (``is_garbage``) no text at all."""

    number: int
    pages: tuple[Page, ...]
    needs_ocr: bool
    dpi: float
    is_garbage: bool
    warnings: tuple[str, ...] = ()


def read_scans(data: bytes, layers: Sequence[Layer], name: str) -> list[Layer]:
    """The layers, with the words of recognition where they need it, and a warning that names these pages."""
    wanted = [layer for layer in layers if layer.needs_ocr]
    if not wanted:
        return list(layers)
    # Loaded for scans alone: the engine takes a second and 150 MB.
    from ingest.ocr import PageRenderer, Recogniser

    read: dict[int, Layer] = {}
    report_page(0, len(wanted), _WHAT)
    try:
        with PageRenderer(data) as renderer:
            for done, layer in enumerate(wanted, start=1):
                read[layer.number] = _read(layer, renderer, Recogniser())
                report_page(done, len(wanted), _WHAT)
    except (RuntimeError, ValueError) as error:
        remedy = "请提供清晰的扫描件，或改用 Word、网页等有文字的版本"
        raise IngestError("扫描页无法显示，不能做文字识别", place=name, remedy=remedy) from error
    first = wanted[0].number
    read[first] = replace(read[first], warnings=(_warning(wanted, len(layers)), *read[first].warnings))
    return [read.get(layer.number, layer) for layer in layers]


def _read(layer: Layer, renderer: PageRenderer, recogniser: Recogniser) -> Layer:
    picture, dpi = renderer.render(layer.number, layer.dpi)
    page = recogniser.read(picture, dpi, layer.number)
    return replace(layer, pages=(page,))


def _warning(wanted: Sequence[Layer], count: int) -> str:
    if len(wanted) == count:
        which = "全文"
    else:
        which = "第" + "、".join(str(layer.number) for layer in wanted[:20]) + ("…" if len(wanted) > 20 else "") + "页"
    reason = "文字层是乱码" if all(layer.is_garbage for layer in wanted) else "没有文字层"
    return f"{which}{reason}，由扫描识别（OCR）得到文字，请核对原件"
