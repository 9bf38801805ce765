"""``quanze ask QUESTION``: an answer whose every statement is cited, or a refusal."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from answers import Answer, Question
from index import SearchFilters
from ui.commands.batch import run_batch
from ui.commands.filters import read_filters
from ui.commands.output import print_json
from ui.commands.search import add_query, missing_query
from ui.services import Services


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """QUESTION or --batch FILE, the filters, --json."""
    add_query(parser)


def run(args: argparse.Namespace, services: Services) -> int:
    """Print the answer; a refusal is an answer too (exit 0)."""
    filters = read_filters(args)
    if args.batch:
        return run_batch(args.batch, lambda text: answer_row(services, text, filters))
    if not (args.query or "").strip():
        return missing_query()
    if args.json:
        print_json(answer_row(services, args.query, filters))
    else:
        print(answer(services, args.query, filters).text)
    return 0


def answer(services: Services, text: str, filters: SearchFilters) -> Answer:
    """The answer of an index that is up to date with the corpus."""
    services.ready_index()
    return services.answerer.ask(Question(text, filters))


def answer_row(services: Services, text: str, filters: SearchFilters) -> Mapping[str, object]:
    """``{"answer", "refused", "citations"}``."""
    return answer(services, text, filters).as_row()
