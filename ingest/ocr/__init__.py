"""OCR (文字识别): pictures of pages become words at their places, the same values as a text layer gives."""

from ingest.ocr.recognise import Recogniser
from ingest.ocr.render import PageRenderer

__all__ = ["PageRenderer", "Recogniser"]
