"""``quanze serve``: the app in the browser, on this machine alone."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from ui.commands.output import say
from ui.services import Services

_GRACE = 10
"""Seconds the app has to end by itself."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Only --port."""
    parser.add_argument("--port", type=int, default=8501, metavar="N", help="端口（默认 8501）")


def run(args: argparse.Namespace, services: Services) -> int:
    """Run Streamlit until it is stopped; it owns the index meanwhile, so ours is given back first."""
    services.close()
    return serve(services.settings.home, args.port)


def serve(home: Path, port: int) -> int:
    """Start the app on 127.0.0.1; 0 when it is stopped (Ctrl-C, SIGTERM)."""
    app = Path(__file__).parents[1] / "app.py"
    command = [sys.executable, "-m", "streamlit", "run", str(app), "--server.port", str(port)]
    # Given here as well as in the configuration file: an installed copy is started from any folder.
    command += ["--server.address", "127.0.0.1", "--server.headless", "true", "--browser.gatherUsageStats", "false"]
    command += ["--client.showErrorDetails", "none", "--server.maxUploadSize", "50"]
    say(f"打开 http://127.0.0.1:{port} （Ctrl-C 停止）")
    with _ended_by_signals():
        return run_app(command, os.environ | {"QUANZE_HOME": str(home), "QUANZE_PREPARE": "1"})


def run_app(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the app until it ends (its code) or we are told to (0); it never outlives us."""
    process = subprocess.Popen(command, env=environment)
    try:
        return process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_GRACE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    """A service manager's SIGTERM and a closed terminal end the app as Ctrl-C does."""
    before = {one: signal.signal(one, _interrupt) for one in (signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
