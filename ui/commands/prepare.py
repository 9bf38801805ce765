"""``quanze prepare``: work out and keep what the pages show of duties, so that none has to wait for it."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable
from threading import Thread

from tqdm import tqdm

from ui.commands.output import say
from ui.preparing import Step, prepare
from ui.services import Services

_NICENESS = 5
"""Pages that people look at come first."""
_LOOK = 1.0
"""Seconds between two looks at whether the app still lives."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--background."""
    parser.add_argument(
        "--background", action="store_true", help="以低优先级运行，进度按行输出为 JSON（供应用在后台使用）"
    )


def run(args: argparse.Namespace, services: Services) -> int:
    """0 when everything is kept, 130 when a person stopped it."""
    if args.background:
        os.nice(_NICENESS)
        Thread(target=_end_with, args=(os.getppid(),), name="quanze-parent", daemon=True).start()
        prepare(services.analysis, services.settings.home, _print_step, services.matters.matters)
        return 0
    return 0 if prepare_with_progress(services, services.matters.matters) else 130


def _end_with(parent: int) -> None:
    """End when the app that began us is gone, however it ended; what is kept is kept batch by batch."""
    while os.getppid() == parent:
        time.sleep(_LOOK)
    os._exit(1)


def _print_step(step: Step) -> None:
    print(json.dumps(step.as_row()), flush=True)


def prepare_with_progress(services: Services, group: Callable[[], object] = lambda: None) -> bool:
    """Prepare under a progress bar on stderr; False where a person stopped it with Ctrl-C.

    Without ``group`` matters wait: after files went in, the vectors by which they are grouped come first.
    """
    with tqdm(total=0, file=sys.stderr, leave=False, bar_format="{desc} {bar} {elapsed}") as bar:

        def on_step(step: Step) -> None:
            bar.set_description_str(step.words, refresh=False)
            bar.total, bar.n = max(step.total, 1), step.done
            bar.refresh()

        try:
            prepare(services.analysis, services.settings.home, on_step, group)
        except KeyboardInterrupt:
            bar.close()
            say("已停止提取：提取完的部分已留存，其余可用 quanze prepare 继续，或在打开页面时提取")
            return False
    return True
