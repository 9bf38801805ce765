"""Word files written by hand, part by part, so that a test says in WordprocessingML what a clerk did in Word."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATION = f'<Relationship Id="{{0}}" Type="{_KIND}/{{0}}" Target="{{1}}"/>'
_STRICT = (
    (
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    ("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument"),
)


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_file(body: str, parts: Mapping[str, str] | None = None, *, strict: bool = False) -> bytes:
    """A .docx with this body; ``parts`` are the contents of numbering, styles, footnotes … by name."""
    files = {"word/document.xml": f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>"}
    relations = ""
    for name, content in (parts or {}).items():
        files[f"word/{name}.xml"] = f"<w:{name} {_NAMES}>{content}</w:{name}>"
        relations += _RELATION.format(name, f"{name}.xml")
    files["_rels/.rels"] = _relations(_RELATION.format("officeDocument", "word/document.xml"))
    files["word/_rels/document.xml.rels"] = _relations(relations)
    files["[Content_Types].xml"] = _types(["document.main", *(parts or {})])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, _strict(content) if strict else content)
    return buffer.getvalue()


def _strict(content: str) -> str:
    for usual, other in _STRICT:
        content = content.replace(usual, other)
    return content


def _types(kinds: Iterable[str]) -> str:
    inner = "".join(
        f'<Override PartName="/word/{kind.partition(".")[0]}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for kind in kinds
    )
    usual = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    names = 'xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
    return f'<Types {names}>{usual}<Default Extension="xml" ContentType="application/xml"/>{inner}</Types>'


def _relations(inner: str) -> str:
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    )


def run(text: str, properties: str = "") -> str:
    """A run of text."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    """A run that a tracked change takes away."""
    return f'<w:del w:id="1"><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'


def inserted(text: str) -> str:
    """A run that a tracked change adds."""
    return f'<w:ins w:id="2">{run(text)}</w:ins>'


def paragraph(*runs: str, properties: str = "") -> str:
    """A paragraph; a run that is no XML is plain text."""
    inner = "".join(part if part.startswith("<") else run(part) for part in runs)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def numbered(text: str, number: int, level: int = 0) -> str:
    """A paragraph in the list ``number``."""
    mark = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, properties=mark)


def level(depth: int, form: str, text: str, more: str = "") -> str:
    """A level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def listing(*levels: str, number: int = 1, more: str = "", override: str = "") -> str:
    """A list definition and the list that uses it."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/>{override}</w:num>'
    )


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row; a cell that is no XML is plain text."""
    inner = "".join(part if part.startswith("<w:tc>") else cell(part) for part in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def cell(text: str, properties: str = "") -> str:
    """A cell with one paragraph, or with the blocks given."""
    inner = text if text.startswith("<") else paragraph(text)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"
