"""An Office file (docx, xlsx) as a package: its parts, found by their relations, parsed without entities or network."""

from __future__ import annotations

import codecs
import io
import posixpath
import re
import zipfile
from typing import IO
from xml.etree.ElementTree import Element, ParseError, fromstring

from ingest.readers.entities import declares_dtd

__all__ = ["BROKEN_XML", "Element", "Package", "parse"]
# Files saved as "Strict Open XML" use other names for the same elements.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
BROKEN_XML = (ParseError, zipfile.BadZipFile, LookupError, ValueError, OSError, EOFError, NotImplementedError)
"""What comes out of a damaged package; a reader turns it into an IngestError."""


class Package:
    """Opens the zip once; ``main`` is the part that the root relation names (word/document.xml, as a rule)."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self._names = {info.filename.lstrip("/"): info.filename for info in self._archive.infolist()}
        self.main = next((target for kind, target, _ in self.relations("") if kind == "officeDocument"), "")

    def has(self, part: str) -> bool:
        """Whether the package holds ``part``."""
        return part in self._names

    def open(self, part: str) -> IO[bytes]:
        """The bytes of a part as a stream; KeyError where there is none."""
        return self._archive.open(self._names[part])

    def read(self, part: str) -> Element:
        """The root element of a part; KeyError where there is none."""
        return parse(self.open(part).read())

    def relations(self, part: str) -> list[tuple[str, str, str]]:
        """(kind, target part, id) of every relation that ``part`` has; those that lead outside are left out."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self._names:
            return []
        return [
            (
                relation.get("Type", "").rpartition("/")[2],
                _resolve(folder, relation.get("Target", "")),
                relation.get("Id", ""),
            )
            for relation in self.read(listed)
            if relation.get("TargetMode") != "External"
        ]

    def related(self, kind: str) -> Element | None:
        """The root of the part of this kind (styles, numbering, footnotes) that the main part names, or None."""
        for found, target, _ in self.relations(self.main):
            if found == kind and target in self._names:
                return self.read(target)
        return None


def _resolve(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def parse(data: bytes) -> Element:
    """The root of an XML part: no DTD, nothing is fetched, strict names become the usual ones."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = _DECLARATION.sub("", data.decode("utf-16"), count=1).encode()
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    if b"<!DOCTYPE" in data or declares_dtd(io.BytesIO(data)):
        raise ValueError("an Office file has no DTD")
    return fromstring(data)
