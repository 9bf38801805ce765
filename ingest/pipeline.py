"""The ingest pipeline (Haystack): reader → cleaner → structurer → describer → referencer, adapters of functions.

A file that cannot be taken in is no accident: the component that finds it out hands on a ``failure`` instead of its
result, and the components behind it do not run.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from haystack import Pipeline, component
from haystack.core.errors import PipelineRuntimeError

from corpus import Gazetteer, ParsedText
from ingest.clean import clean_lines
from ingest.compose import check_outline, compose_text
from ingest.describe import Description, describe_text
from ingest.errors import IngestError
from ingest.line import CleanText
from ingest.parcel import FileBytes, FileLines
from ingest.readers import read_lines
from ingest.refer import FoundReferences, find_references
from ingest.structure import Outline, structure_text


@component
class LineReader:
    """Bytes → lines, or the failure to read them."""

    @component.output_types(lines=FileLines, failure=IngestError)
    def run(self, file: FileBytes) -> dict[str, Any]:
        """Adapter of ``read_lines``."""
        try:
            return {"lines": read_lines(file.data, file.name)}
        except IngestError as error:
            return {"failure": error}


@component
class LineCleaner:
    """Lines → cleaned text."""

    @component.output_types(clean=CleanText)
    def run(self, lines: FileLines) -> dict[str, Any]:
        """Adapter of ``clean_lines``."""
        return {"clean": clean_lines(lines.lines)}


@component
class Structurer:
    """Cleaned text → tree of provisions, or the failure to find any."""

    @component.output_types(outline=Outline, failure=IngestError)
    def run(self, clean: CleanText, file: FileBytes) -> dict[str, Any]:
        """Adapter of ``structure_text``."""
        outline = structure_text(clean)
        try:
            check_outline(outline, file.name)
        except IngestError as error:
            return {"failure": error}
        return {"outline": outline}


@component
class Describer:
    """Cleaned text and provisions → instrument, dates, claims."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @component.output_types(description=Description)
    def run(self, clean: CleanText, outline: Outline, file: FileBytes) -> dict[str, Any]:
        """Adapter of ``describe_text``."""
        return {"description": describe_text(clean.lines, outline.provisions, file.path, self.gazetteer)}


@component
class Referencer:
    """Cleaned text and provisions → references."""

    @component.output_types(references=FoundReferences)
    def run(self, clean: CleanText, outline: Outline) -> dict[str, Any]:
        """Adapter of ``find_references``."""
        return {"references": FoundReferences(find_references(clean.text, outline.provisions))}


@lru_cache(maxsize=4)
def ingest_pipeline(gazetteer: Gazetteer) -> Pipeline:
    """The pipeline for one gazetteer, built once; it holds no state between files."""
    pipeline = Pipeline()
    stages: dict[str, Any] = {
        "reader": LineReader(),
        "cleaner": LineCleaner(),
        "structurer": Structurer(),
        "describer": Describer(gazetteer),
        "referencer": Referencer(),
    }
    for name, stage in stages.items():
        pipeline.add_component(name, stage)
    pipeline.connect("reader.lines", "cleaner.lines")
    for name in ("structurer", "describer", "referencer"):
        pipeline.connect("cleaner.clean", f"{name}.clean")
    for name in ("describer", "referencer"):
        pipeline.connect("structurer.outline", f"{name}.outline")
    return pipeline


def parse_file(file: FileBytes, gazetteer: Gazetteer) -> ParsedText:
    """Run the pipeline over one file's bytes; raises IngestError."""
    inputs = {name: {"file": file} for name in ("reader", "structurer", "describer")}
    wanted = {"reader", "cleaner", "structurer", "describer", "referencer"}
    try:
        found = ingest_pipeline(gazetteer).run(inputs, include_outputs_from=wanted)
    except PipelineRuntimeError as error:
        remedy = "请将该文件交给维护人员；其余文件不受影响"
        raise IngestError("处理时出现意外错误", place=f"{file.name} {error.component_name}", remedy=remedy) from error
    for outputs in found.values():
        if "failure" in outputs:
            raise outputs["failure"]
    return compose_text(
        file,
        found["reader"]["lines"],
        found["structurer"]["outline"],
        found["describer"]["description"],
        found["referencer"]["references"].references,
    )
