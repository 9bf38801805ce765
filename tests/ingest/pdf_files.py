"""PDF files made byte by byte, with one Chinese font that carries its characters, or none."""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence

_CMAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <ffff> endcodespacerange\n%s\nendcmap"
)


def show(text: str) -> str:
    """The operand that draws ``text``: its code points, two bytes each."""
    return "<" + text.encode("utf-16-be").hex() + ">"


def text_at(x: float, y: float, text: str, size: float = 16, matrix: str = "1 0 0 1") -> str:
    """One line of type at a place."""
    return f"BT /F1 {size} Tf {matrix} {x} {y} Tm {show(text)} Tj ET\n"


def make_pdf(
    pages: Sequence[str],
    page_entries: str = "/MediaBox [0 0 595 842]",
    *,
    encoding: str = "Identity-H",
    letters: str | None = None,
    forms: Mapping[str, str] | None = None,
) -> bytes:
    """A PDF of these content streams; ``letters`` are those that /ToUnicode names, None for no /ToUnicode at all."""
    objects: list[bytes] = [b"", b""]

    def add(body: bytes) -> int:
        objects.append(body)
        return len(objects)

    unicode_entry = ""
    if letters is not None:
        pairs = "\n".join(f"<{ord(c):04x}> <{ord(c):04x}>" for c in sorted(set(letters)))
        cmap = add(_stream(_CMAP % f"{len(set(letters))} beginbfchar\n{pairs}\nendbfchar".encode()))
        unicode_entry = f"/ToUnicode {cmap} 0 R"
    down = add(b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Fang /DW 1000 /CIDSystemInfo << /Registry (Adobe) "
               b"/Ordering (Identity) /Supplement 0 >> >>")  # fmt: skip
    font = add(f"<< /Type /Font /Subtype /Type0 /BaseFont /Fang /Encoding /{encoding} /DescendantFonts [{down} 0 R] "
               f"{unicode_entry} >>".encode())  # fmt: skip
    first = len(objects) + 1
    names = {name: first + n for n, name in enumerate(forms or {})}
    drawn = " ".join(f"/{name} {number} 0 R" for name, number in names.items())
    resources = f"/Resources << /Font << /F1 {font} 0 R >> /XObject << {drawn} >> >>"
    for content in (forms or {}).values():
        add(_stream(content.encode(), f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {resources}"))
    kids = []
    for content in pages:
        body = add(_stream(content.encode()))
        kids.append(add(f"<< /Type /Page /Parent 2 0 R {page_entries} {resources} /Contents {body} 0 R >>".encode()))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>".encode()
    return _file(objects)


def _stream(data: bytes, entries: str = "") -> bytes:
    packed = zlib.compress(data)
    return f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream"


def _file(objects: Sequence[bytes]) -> bytes:
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    end = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\n"
    )
    return out + end.encode() + f"startxref\n{len(out)}\n%%EOF\n".encode()
