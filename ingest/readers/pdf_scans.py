"""Scanned pages of a PDF (扫描页): those without a text layer that can be believed are recognised, the others kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace

from ingest.errors import IngestError
from ingest.progress import report_page
from ingest.readers.pdf_words import Page

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
    read: dict[int, Layer] = {}
    report_page(0, len(wanted), _WHAT)
    try:
        for done, layer in enumerate(_recognised(data, wanted), start=1):
            read[layer.number] = layer
            report_page(done, len(wanted), _WHAT)
    except (RuntimeError, ValueError) as error:
        remedy = "请提供清晰的扫描件，或改用 Word、网页等有文字的版本"
        raise IngestError("扫描页无法显示，不能做文字识别", place=name, remedy=remedy) from error
    first = wanted[0].number
    read[first] = replace(read[first], warnings=(_warning(wanted, len(layers)), *read[first].warnings))
    return [read.get(layer.number, layer) for layer in layers]


def _recognised(data: bytes, wanted: Sequence[Layer]) -> Iterator[Layer]:
    """The layers in their order with what recognition gives; PDFium, which draws them, knows one thread only."""
    # Loaded for scans alone: the engine takes a second and 150 MB.
    from ingest.ocr import PAGES_AT_ONCE, PageRenderer, Recogniser, load_engine

    load_engine()
    recogniser = Recogniser()
    waiting: deque[tuple[Layer, Future[Page]]] = deque()
    with PageRenderer(data) as renderer, ThreadPoolExecutor(PAGES_AT_ONCE) as pool:
        for layer in wanted:
            if len(waiting) == PAGES_AT_ONCE:
                yield _next(waiting)
            picture, dpi = renderer.render(layer.number, layer.dpi)
            waiting.append((layer, pool.submit(recogniser.read, picture, dpi, layer.number)))
        while waiting:
            yield _next(waiting)


def _next(waiting: deque[tuple[Layer, Future[Page]]]) -> Layer:
    layer, page = waiting.popleft()
    read = page.result()
    return replace(layer, pages=(read,), warnings=(*layer.warnings, *read.warnings))


def _warning(wanted: Sequence[Layer], count: int) -> str:
    if len(wanted) == count:
        which = "全文"
    else:
        which = "第" + "、".join(str(layer.number) for layer in wanted[:20]) + ("…" if len(wanted) > 20 else "") + "页"
    reason = "文字层是乱码" if all(layer.is_garbage for layer in wanted) else "没有文字层"
    return f"{which}{reason}，由扫描识别（OCR）得到文字，请核对原件"
