"""The ingest pipeline (Haystack): reader, cleaner, splitter, structurer, describer, referencer, adapters of functions.

A file that cannot be taken in is no accident: the component that finds it out hands on a ``failure`` instead of its
result, and the components behind it do not run. ``run_steps`` walks the pipeline, faster than its own ``run`` does.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import starmap
from typing import Any

from haystack import Pipeline, component
from haystack.core.errors import PipelineRuntimeError

from corpus import Gazetteer, ParsedText
from ingest.clean import clean_lines
from ingest.compose import Part, check_outline, compose_texts
from ingest.describe import Descriptions, describe_text
from ingest.errors import IngestError
from ingest.line import CleanText, CleanTexts
from ingest.parcel import FileBytes, FileLines
from ingest.readers import read_lines
from ingest.refer import FoundReferences, find_references
from ingest.split import split_texts
from ingest.straight import Step, plan_steps, run_steps
from ingest.structure import Outlines, structure_text


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
class Splitter:
    """Cleaned text → the cleaned text of each instrument in it."""

    @component.output_types(texts=CleanTexts)
    def run(self, clean: CleanText) -> dict[str, Any]:
        """Adapter of ``split_texts``."""
        return {"texts": split_texts(clean)}


@component
class Structurer:
    """Cleaned texts → trees of provisions, or the failure to find any."""

    @component.output_types(outlines=Outlines, failure=IngestError)
    def run(self, texts: CleanTexts, file: FileBytes) -> dict[str, Any]:
        """Adapter of ``structure_text``."""
        outlines = tuple(structure_text(clean) for clean in texts.texts)
        try:
            for outline in outlines:
                check_outline(outline, file.name)
        except IngestError as error:
            return {"failure": error}
        return {"outlines": Outlines(outlines)}


@component
class Describer:
    """Cleaned texts and provisions → instruments, dates, claims."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    @component.output_types(descriptions=Descriptions)
    def run(self, texts: CleanTexts, outlines: Outlines, file: FileBytes) -> dict[str, Any]:
        """Adapter of ``describe_text``."""
        pairs = zip(texts.texts, outlines.outlines, strict=True)
        found = (describe_text(clean.lines, outline.provisions, file.path, self.gazetteer) for clean, outline in pairs)
        return {"descriptions": Descriptions(tuple(found))}


@component
class Referencer:
    """Cleaned texts and provisions → references."""

    @component.output_types(references=FoundReferences)
    def run(self, texts: CleanTexts, outlines: Outlines) -> dict[str, Any]:
        """Adapter of ``find_references``."""
        pairs = zip(texts.texts, outlines.outlines, strict=True)
        found = (find_references(clean.text, outline.provisions) for clean, outline in pairs)
        return {"references": FoundReferences(tuple(found))}


@lru_cache(maxsize=4)
def ingest_pipeline(gazetteer: Gazetteer) -> Pipeline:
    """The pipeline for one gazetteer, built once; it holds no state between files."""
    pipeline = Pipeline()
    stages: dict[str, Any] = {
        "reader": LineReader(),
        "cleaner": LineCleaner(),
        "splitter": Splitter(),
        "structurer": Structurer(),
        "describer": Describer(gazetteer),
        "referencer": Referencer(),
    }
    for name, stage in stages.items():
        pipeline.add_component(name, stage)
    pipeline.connect("reader.lines", "cleaner.lines")
    pipeline.connect("cleaner.clean", "splitter.clean")
    for name in ("structurer", "describer", "referencer"):
        pipeline.connect("splitter.texts", f"{name}.texts")
    for name in ("describer", "referencer"):
        pipeline.connect("structurer.outlines", f"{name}.outlines")
    return pipeline


@lru_cache(maxsize=4)
def _steps(gazetteer: Gazetteer) -> tuple[Step, ...]:
    return plan_steps(ingest_pipeline(gazetteer))


def parse_file(file: FileBytes, gazetteer: Gazetteer) -> tuple[ParsedText, ...]:
    """Run the pipeline over one file's bytes: the texts it brings, at least one; raises IngestError."""
    inputs = {name: {"file": file} for name in ("reader", "structurer", "describer")}
    try:
        found = run_steps(_steps(gazetteer), inputs)
    except PipelineRuntimeError as error:
        if isinstance(error.__cause__, MemoryError):
            raise MemoryError from error
        remedy = "请将该文件交给维护人员；其余文件不受影响"
        raise IngestError("处理时出现意外错误", place=f"{file.name} {error.component_name}", remedy=remedy) from error
    for outputs in found.values():
        if "failure" in outputs:
            raise outputs["failure"]
    stages = (
        found["splitter"]["texts"].texts,
        found["structurer"]["outlines"].outlines,
        found["describer"]["descriptions"].descriptions,
        found["referencer"]["references"].references,
    )
    return compose_texts(file, found["reader"]["lines"], tuple(starmap(Part, zip(*stages, strict=True))))
