"""Compose (合成): what the stages found becomes ParsedTexts; a text without provisions is refused here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from corpus import NormKind, ParsedText, ProvisionKind, Reference, SourceFile, Version, version_id
from ingest.describe import Description
from ingest.errors import IngestError
from ingest.frozen import Frozen
from ingest.line import CleanText
from ingest.parcel import FileBytes, FileLines
from ingest.structure import Outline


def check_outline(outline: Outline, name: str) -> None:
    """Raise IngestError where the text has no provision at all."""
    if not any(provision.text.strip() for provision in outline.provisions):
        raise IngestError(
            "未识别到任何条文或段落", place=name, remedy="请确认文件含有正文；扫描件请先做文字识别（OCR）"
        )


@dataclass(frozen=True, slots=True)
class Part(Frozen):
    """One text of a file on its way: cleaned, structured, described, with its references."""

    clean: CleanText
    outline: Outline
    description: Description
    references: tuple[Reference, ...]


# Rows alone do not tell a list from a table of data; the description has judged that.
_UNNUMBERED = {ProvisionKind.PREAMBLE, ProvisionKind.PARAGRAPH, ProvisionKind.ROW, ProvisionKind.TABLE}
_MIN_PROSE = 1000
_MIN_SENTENCES = 20
_SENTENCE = 8


def check_parts(parts: Sequence[Part], name: str) -> None:
    """Raise IngestError where no text of the file is numbered, an official one, or an article of some length.

    A reply of a court in plain paragraphs and an article on policy are taken in as they are; a short news report, the
    same sentence over and over, or a table of data is not. The rule is one for every format.
    """
    if not any(map(_is_known, parts)) and not _is_article(parts):
        remedy = "请确认导入的是法规、规章、规范性文件、政策文件、责任清单或政策文章的正文"
        raise IngestError("未识别到条文或序号，标题等处也看不出是法规或政策文件", place=name, remedy=remedy)


def _is_known(part: Part) -> bool:
    is_numbered = any(provision.kind not in _UNNUMBERED for provision in part.outline.provisions)
    return is_numbered or part.description.instrument.kind is not NormKind.OTHER


def _is_article(parts: Sequence[Part]) -> bool:
    """A fair amount of prose: many different sentences that are mostly Chinese characters."""
    provisions = (provision for part in parts for provision in part.outline.provisions)
    written = (sentence for provision in provisions for sentence in provision.text.split("。")[:-1])
    sentences = {sentence for sentence in written if len(sentence) >= _SENTENCE}
    han = sum("\u4e00" <= character <= "\u9fff" for sentence in sentences for character in sentence)
    return len(sentences) >= _MIN_SENTENCES and han >= _MIN_PROSE


def compose_texts(file: FileBytes, lines: FileLines, parts: Sequence[Part]) -> tuple[ParsedText, ...]:
    """The parsed texts of a file with their content addresses; the same bytes give the same version ids everywhere.

    Raises IngestError where a text has no provision and is no official one either.
    """
    check_parts(parts, file.name)
    digest = sha256(file.data).hexdigest()
    source = SourceFile(digest, file.name, lines.media_type.value, len(file.data))
    return tuple(_compose(file, source, lines, part, ordinal) for ordinal, part in enumerate(parts))


def _compose(file: FileBytes, source: SourceFile, lines: FileLines, part: Part, ordinal: int) -> ParsedText:
    outline, description = part.outline, part.description
    version = Version(
        id=version_id(source.sha256, ordinal),
        instrument_id=description.instrument.id,
        source=source,
        text=outline.text,
        dates=description.dates,
        provisions=outline.provisions,
        references=part.references,
        warnings=(*lines.warnings, *outline.warnings),
        remarks=(*part.clean.remarks, *outline.remarks),
        original_text=part.clean.original,
        incomplete=outline.incomplete,
    )
    return ParsedText(description.instrument, version, description.claims, file.data)
