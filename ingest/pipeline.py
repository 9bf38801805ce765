"""The ingest pipeline (Haystack): reader → cleaner → structurer → describer → referencer, each an adapter of a function."""

from __future__ import annotations

from functools import cache
from typing import Any

from haystack import Pipeline, component

from corpus import Gazetteer, ParsedText, Reference
from ingest.clean import clean_lines
from ingest.compose import check_outline, compose_text
from ingest.describe import Description, describe_text
from ingest.line import CleanText, Line
from ingest.media_type import MediaType
from ingest.readers import read_lines
from ingest.refer import find_references
from ingest.structure import Outline, structure_text


@component
class LineReader:
    """Bytes → lines."""

    @component.output_types(media_type=MediaType, lines=tuple[Line, ...])
    def run(self, data: bytes, name: str) -> dict[str, Any]:
        """Adapter of ``read_lines``."""
        media_type, lines = read_lines(data, name)
        return {"media_type": media_type, "lines": lines}


@component
class LineCleaner:
    """Lines → cleaned text."""

    @component.output_types(clean=CleanText)
    def run(self, lines: tuple[Line, ...]) -> dict[str, Any]:
        """Adapter of ``clean_lines``."""
        return {"clean": clean_lines(lines)}


@component
class Structurer:
    """Cleaned text → tree of provisions; refuses a text without any."""

    @component.output_types(outline=Outline)
    def run(self, clean: CleanText, name: str) -> dict[str, Any]:
        """Adapter of ``structure_text``."""
        outline = structure_text(clean)
        check_outline(outline, name)
        return {"outline": outline}


@component
class Describer:
    """Cleaned text and provisions → instrument, dates, claims."""

    @component.output_types(description=Description)
    def run(self, clean: CleanText, outline: Outline, path: str, gazetteer: Gazetteer) -> dict[str, Any]:
        """Adapter of ``describe_text``."""
        return {"description": describe_text(clean.lines, outline.provisions, path, gazetteer)}


@component
class Referencer:
    """Cleaned text and provisions → references."""

    @component.output_types(references=tuple[Reference, ...])
    def run(self, clean: CleanText, outline: Outline) -> dict[str, Any]:
        """Adapter of ``find_references``."""
        return {"references": find_references(clean.text, outline.provisions)}


@cache
def ingest_pipeline() -> Pipeline:
    """The pipeline, built once; it holds no state between files."""
    pipeline = Pipeline()
    stages: dict[str, Any] = {
        "reader": LineReader(),
        "cleaner": LineCleaner(),
        "structurer": Structurer(),
        "describer": Describer(),
        "referencer": Referencer(),
    }
    for name, stage in stages.items():
        pipeline.add_component(name, stage)
    pipeline.connect("reader.lines", "cleaner.lines")
    for stage in ("structurer", "describer", "referencer"):
        pipeline.connect("cleaner.clean", f"{stage}.clean")
    for stage in ("describer", "referencer"):
        pipeline.connect("structurer.outline", f"{stage}.outline")
    return pipeline


def parse_file(data: bytes, name: str, path: str, gazetteer: Gazetteer) -> ParsedText:
    """Run the pipeline over one file's bytes; raises IngestError."""
    inputs = {
        "reader": {"data": data, "name": name},
        "structurer": {"name": name},
        "describer": {"path": path, "gazetteer": gazetteer},
    }
    wanted = {"reader", "cleaner", "structurer", "describer", "referencer"}
    found = ingest_pipeline().run(inputs, include_outputs_from=wanted)
    return compose_text(
        data,
        name,
        found["reader"]["media_type"],
        found["cleaner"]["clean"],
        found["structurer"]["outline"],
        found["describer"]["description"],
        found["referencer"]["references"],
    )
