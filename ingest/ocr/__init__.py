"""OCR (文字识别): pictures of pages become words at their places, the same values as a text layer gives."""

from ingest.ocr.engine import PAGES_AT_ONCE, load_engine
from ingest.ocr.recognise import Recogniser
from ingest.ocr.render import PageRenderer

__all__ = ["PAGES_AT_ONCE", "PageRenderer", "Recogniser", "load_engine"]
