"""Retrieval measured: topics and their gold articles, named retrievers, figures with intervals, reports, and a gate."""

from __future__ import annotations

from eval.retrieval.command import add_arguments, run
from eval.retrieval.split import Split, held_out

__all__ = ["Split", "add_arguments", "held_out", "run"]
