"""Structure: cleaned lines become a tree of 编, 章, 节, 条, 款, 项, 目, policy headings, annexes and table rows."""

from ingest.structure.outline import Outline, Outlines, structure_text

__all__ = ["Outline", "Outlines", "structure_text"]
