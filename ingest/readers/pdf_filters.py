"""Filters of a PDF's streams (压缩方式): short names, which only inline pictures may have, written out."""

from __future__ import annotations

from typing import Any

from pypdf.generic import ArrayObject, NameObject, StreamObject

_FULL = {
    "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode",
    "/CCF": "/CCITTFaxDecode",
    "/DCT": "/DCTDecode",
    "/Fl": "/FlateDecode",
    "/LZW": "/LZWDecode",
    "/RL": "/RunLengthDecode",
}


def spell_filters(contents: Any) -> Any:
    """The stream, or the streams of an array, with the full names of their filters.

    >>> stream = StreamObject()
    >>> stream[NameObject("/Filter")] = NameObject("/Fl")
    >>> spell_filters(stream)["/Filter"]
    '/FlateDecode'
    """
    streams = [part.get_object() for part in contents] if isinstance(contents, ArrayObject) else [contents]
    for stream in streams:
        named = stream.get("/Filter") if isinstance(stream, StreamObject) else None
        if isinstance(named, ArrayObject):
            stream[NameObject("/Filter")] = ArrayObject(NameObject(_FULL.get(str(name), str(name))) for name in named)
        elif isinstance(named, str) and named in _FULL:
            stream[NameObject("/Filter")] = NameObject(_FULL[named])
    return contents
