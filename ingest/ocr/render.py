"""Pages as pictures (页面图像): drawn by PDFium at the resolution of the scan, within bounds."""

from __future__ import annotations

from types import TracebackType
from typing import Any

import numpy as np

from ingest.ocr.engine import Picture

_LEAST_DPI, _MOST_DPI = 150, 300
_MOST_PIXELS = 12_000_000


class PageRenderer:
    """Draws the pages of one PDF; forms are not drawn (a hostile form can end the whole process)."""

    def __init__(self, data: bytes) -> None:
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(data)

    def __enter__(self) -> PageRenderer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._document.close()

    def render(self, number: int, dpi: float) -> tuple[Picture, float]:
        """The page (counted from 1) as a picture in grey, three times over as the engine wants it, and its dpi."""
        page = self._document[number - 1]
        width, height = page.get_size()
        scale = min(_MOST_DPI, max(_LEAST_DPI, dpi)) / 72
        scale = min(scale, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
        bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False)
        grey = np.array(bitmap.to_numpy(), dtype=np.uint8).reshape(bitmap.height, bitmap.width)
        bitmap.close()
        page.close()
        return np.repeat(grey[:, :, None], 3, axis=2), scale * 72
