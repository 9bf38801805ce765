"""Worker (后台提取): a ``quanze prepare`` beside the app, in a process of its own so that pages stay quick."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Hashable, Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from threading import Lock, Thread

from ui.preparing import Stage, Step

LOG = logging.getLogger("quanze.ui")
_ROOT = Path(__file__).resolve().parents[1]


class State(Enum):
    """Where the work stands."""

    IDLE = auto()
    WORKING = auto()
    DONE = auto()
    STOPPED = auto()
    FAILED = auto()


def command_for(home: Path) -> tuple[str, ...]:
    """The command that works ahead on this data directory and tells its steps line by line."""
    return sys.executable, "-m", "ui.cli", "prepare", "--background", "--home", str(home)


class Worker:
    """At most one process, for one state of the corpus (``key``); a new state stops the old work and begins anew.

    The process ends by itself when the app is gone: it looks for its parent.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._lock = Lock()
        self._key: Hashable = None
        self._process: subprocess.Popen[str] | None = None
        self._steps: dict[Stage, Step] = {}
        self.state = State.IDLE
        self.latest: Step | None = None

    def ensure(self, key: Hashable) -> None:
        """Work on this state of the corpus, unless that is done, under way, or was stopped by a person."""
        with self._lock:
            if key != self._key:
                self._begin(key)

    def resume(self) -> None:
        """Go on where a person stopped it."""
        with self._lock:
            self._begin(self._key)

    def stop(self) -> None:
        """End the work; what is kept stays."""
        with self._lock:
            if self.state is State.WORKING:
                self._end()
                self.state = State.STOPPED

    def is_through(self, stage: Stage) -> bool:
        """Whether pages can show what this stage gives without working it out."""
        step = self._steps.get(stage)
        return self.state is State.DONE or (step is not None and step.is_last)

    def _begin(self, key: Hashable) -> None:
        self._end()
        self._key, self._steps, self.latest, self.state = key, {}, None, State.WORKING
        try:
            self._process = subprocess.Popen(
                self._command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=_environment(os.environ)
            )
        except OSError as error:
            LOG.warning("cannot work ahead: %s", error)
            self.state = State.FAILED
            return
        Thread(target=self._follow, args=(self._process,), name="quanze-prepare", daemon=True).start()

    def _end(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process = None

    def _follow(self, process: subprocess.Popen[str]) -> None:
        """Take the steps down; a process that has been replaced says nothing any more."""
        for line in process.stdout or ():
            step = step_of(line)
            if step is not None and self._process is process:
                self.latest = self._steps[step.stage] = step
        problem = process.stderr.read() if process.stderr else ""
        code = process.wait()
        with self._lock:
            if self._process is process:
                self._process = None
                self.state = State.DONE if code == 0 else State.FAILED
                if code:
                    LOG.warning("working ahead ended with %s: %s", code, problem.strip()[-2000:])


def step_of(line: str) -> Step | None:
    """A line of the process as a step; None for words of other kinds (a library's warning).

    >>> step_of('{"stage": "duties", "done": 3, "total": 9}')
    Step(stage=<Stage.DUTIES: 'duties'>, done=3, total=9)
    """
    try:
        row = json.loads(line)
        return Step(Stage(row["stage"]), int(row["done"]), int(row["total"]))
    except (ValueError, TypeError, KeyError):
        return None


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The app's own, with this copy of the program first: the app may have been started from any folder."""
    paths = [str(_ROOT), *filter(None, [environ.get("PYTHONPATH", "")])]
    return {**environ, "PYTHONPATH": os.pathsep.join(paths), "PYTHONIOENCODING": "utf-8"}
