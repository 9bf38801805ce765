"""Compose (合成): what the stages found becomes one ParsedText; a text without provisions is refused here."""

from __future__ import annotations

from hashlib import sha256

from corpus import NormKind, ParsedText, ProvisionKind, Reference, SourceFile, Version, version_id
from ingest.describe import Description
from ingest.errors import IngestError
from ingest.parcel import FileBytes, FileLines
from ingest.structure import Outline


def check_outline(outline: Outline, name: str) -> None:
    """Raise IngestError where the text has no provision at all."""
    if not any(provision.text.strip() for provision in outline.provisions):
        raise IngestError(
            "未识别到任何条文或段落", place=name, remedy="请确认文件含有正文；扫描件请先做文字识别（OCR）"
        )


_UNNUMBERED = {ProvisionKind.PREAMBLE, ProvisionKind.PARAGRAPH}


def check_description(outline: Outline, description: Description, name: str) -> None:
    """Raise IngestError for a text without any number that nothing shows to be an official one either.

    A reply of a court in plain paragraphs is taken in as it is; a news report or a table of data is not.
    """
    is_numbered = any(provision.kind not in _UNNUMBERED for provision in outline.provisions)
    if not is_numbered and description.instrument.kind is NormKind.OTHER:
        remedy = "请确认导入的是法规、规章、规范性文件、政策文件或责任清单的正文"
        raise IngestError("未识别到条文或序号，标题等处也看不出是法规或政策文件", place=name, remedy=remedy)


def compose_text(
    file: FileBytes,
    lines: FileLines,
    outline: Outline,
    description: Description,
    references: tuple[Reference, ...],
) -> ParsedText:
    """The parsed text with its content address; the same bytes give the same version id everywhere.

    Raises IngestError where the text has no provision and is no official one either.
    """
    check_description(outline, description, file.name)
    digest = sha256(file.data).hexdigest()
    source = SourceFile(digest, file.name, lines.media_type.value, len(file.data))
    version = Version(
        id=version_id(digest),
        instrument_id=description.instrument.id,
        source=source,
        text=outline.text,
        dates=description.dates,
        provisions=outline.provisions,
        references=references,
        warnings=outline.warnings,
    )
    return ParsedText(description.instrument, version, description.claims, file.data)
