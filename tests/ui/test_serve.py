"""Stopping ``quanze serve`` leaves nothing behind: neither the app nor the work ahead that it began."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ui.commands.serve import run_app

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120
SERVE = """
import sys, ui.commands.serve as serve
inner = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
with serve._ended_by_signals():
    sys.exit(serve.run_app([sys.executable, "-c", inner], {}))
"""
BEGIN_AND_WAIT = """
import subprocess, sys, time
with open(sys.argv[2], "w") as out:
    command = [sys.executable, "-m", "ui.cli", "prepare", "--background", "--home", sys.argv[1]]
    print(subprocess.Popen(command, stdout=out).pid, flush=True)
    time.sleep(600)
"""


def until(condition: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.05)


def lives(pid: int) -> bool:
    """Whether it runs; one that has ended and that nobody has asked about (Z) does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@contextmanager
def started(*command: str) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """A process and the child whose number it tells."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT)
    try:
        assert process.stdout is not None
        yield process, int(process.stdout.readline())
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc on this machine")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_stopped_serve_stops_the_app(how: signal.Signals) -> None:
    with started(sys.executable, "-c", SERVE) as (process, app):
        assert lives(app)
        process.send_signal(how)
        assert process.wait(PATIENCE) == 0
        assert not lives(app)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="no /proc on this machine")
def test_work_ahead_ends_when_the_app_was_killed(tmp_path: Path) -> None:
    lock = os.open(tmp_path / "prepare.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)  # it waits for this lock for as long as it lives
    steps = tmp_path / "steps.txt"
    try:
        with started(sys.executable, "-c", BEGIN_AND_WAIT, str(tmp_path), str(steps)) as (process, worker):
            until(lambda: "waiting" in steps.read_text(), "the work ahead began")
            assert lives(worker)
            process.kill()
            until(lambda: not lives(worker), "the work ahead ended")
    finally:
        os.close(lock)


def test_an_app_that_ends_by_itself_gives_its_code() -> None:
    assert run_app([sys.executable, "-c", "raise SystemExit(3)"], os.environ) == 3
