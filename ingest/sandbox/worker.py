"""Worker (解析进程), seen from the parent: hand it a file, hear of its pages, end it when it goes over a limit."""

from __future__ import annotations

import json
import os
import select
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from corpus import Gazetteer, ParsedText
from ingest.errors import IngestError
from ingest.limits import MAX_MEMORY, MAX_PAGES, MAX_SECONDS, SECONDS_A_SLOW_PAGE, too_hungry, too_slow
from ingest.parcel import FileBytes
from ingest.progress import PageProgress
from ingest.sandbox.desk import Desk
from ingest.sandbox.handover import HandoverError, read_texts
from ingest.sandbox.start import Started, start_child
from ingest.sandbox.watch import kill_tree, tree_usage

OnPage = Callable[[PageProgress], None]


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one file may cost. ``memory`` leaves the parent its share of the 1 GiB, ``seconds`` start and
    handover theirs of the 30; ``start`` is for a machine that is busy elsewhere.

    A worker that has read ``files`` files or has grown over ``grown`` bytes is replaced.
    """

    start: float = 60.0
    seconds: float = MAX_SECONDS - 3
    slow_page: float = SECONDS_A_SLOW_PAGE
    memory: int = MAX_MEMORY - 160 * 1024 * 1024
    processes: int = 64
    files: int = 500
    grown: int = 400 * 1024 * 1024


USUAL_LIMITS = WorkerLimits()


def _nobody(_: PageProgress) -> None:
    """Nobody listens."""


class SandboxWorker:
    """One child at a time, started when it is needed and again when one was ended. Not for two threads at once."""

    def __init__(self, gazetteer: Gazetteer, limits: WorkerLimits = USUAL_LIMITS) -> None:
        self._gazetteer = gazetteer
        self._limits = limits
        self._child: _Child | None = None
        self._is_closed = False

    def read(self, file: FileBytes, on_page: OnPage = _nobody) -> tuple[ParsedText, ...]:
        """The texts in a file; raises IngestError where there are none to be had or reading it costs too much."""
        child = self._ready_child()
        try:
            child.desk.clear()
            child.desk.input.write_bytes(file.data)
            try:
                child.converse(file, on_page)
            finally:
                # Before its texts are read: the memory of both would add up.
                child.end_when_worn()
            return read_texts(child.desk.result, file.data, sha256(file.data).hexdigest())
        except IngestError:
            raise
        except (HandoverError, OSError) as error:
            child.end()
            raise _died(file.name) from error
        except BaseException:
            child.end()
            raise
        finally:
            self._tidy(child)

    def _tidy(self, child: _Child) -> None:
        if child.is_ended:
            child.desk.remove()
            self._child = None
        else:
            child.desk.clear()

    def _ready_child(self) -> _Child:
        if self._is_closed:
            raise IngestError("读取已停止", remedy="请重新导入")
        if self._child is None:
            desk = Desk.make()
            self._child = _Child(desk, start_child(desk, self._gazetteer, self._limits.memory), self._limits)
            if self._is_closed:
                self.stop()
        return self._child

    def stop(self) -> None:
        """Kill the child out of another thread, while it reads: the file that it reads fails."""
        self._is_closed = True
        if self._child is not None:
            kill_tree(self._child.started.process.pid)

    def close(self) -> None:
        """End the child and take its desk away."""
        self._is_closed = True
        if self._child is not None:
            self._child.end()
            self._tidy(self._child)


@dataclass
class _Child:
    desk: Desk
    started: Started
    limits: WorkerLimits
    read: int = 0
    deadline: float = 0.0
    is_ready: bool = False
    is_ended: bool = False
    _heard: bytearray = field(default_factory=bytearray)

    def converse(self, file: FileBytes, on_page: OnPage) -> None:
        """Ask for the file and listen until it is done; raises IngestError for a refusal or a limit."""
        self._await_ready(file.name)
        self.read += 1
        self.deadline = time.monotonic() + self.limits.seconds
        pages = 0
        request = json.dumps({"name": file.name, "path": file.path}) + "\n"
        os.write(self.started.requests, request.encode())
        for reply in self._replies(file.name):
            if "progress" in reply and pages < MAX_PAGES:
                pages += 1
                self.deadline = max(self.deadline, time.monotonic() + self.limits.slow_page)
                on_page(PageProgress(*reply["progress"]))
            elif "refused" in reply:
                what, place, remedy = map(str, reply["refused"])
                raise IngestError(what, place=place, remedy=remedy)
            elif "done" in reply:
                return

    def _await_ready(self, name: str) -> None:
        """Starting is no fault of the file's: its clock runs from here on."""
        if self.is_ready:
            return
        self.deadline = time.monotonic() + self.limits.start
        for reply in self._replies(name):
            if "ready" in reply:
                self.is_ready = True
                return

    def _replies(self, name: str) -> Iterator[dict[str, Any]]:
        """What the child says, line by line, while it keeps to its limits."""
        while True:
            line, found, rest = self._heard.partition(b"\n")
            if found:
                self._heard = rest
                yield json.loads(line)
                continue
            self._check(name)
            if select.select([self.started.replies], [], [], 0.02)[0]:
                self._heard += self._hear(name)

    def _hear(self, name: str) -> bytes:
        said = os.read(self.started.replies, 65536)
        if not said or len(self._heard) > 1_000_000:
            self.end()
            raise _died(name) if self.is_ready else _not_started()
        return said

    def _check(self, name: str) -> None:
        usage = tree_usage(self.started.process.pid)
        if usage.memory > self.limits.memory:
            self.end()
            raise too_hungry(name)
        if time.monotonic() > self.deadline:
            self.end()
            raise too_slow(name) if self.is_ready else _not_started()
        if usage.processes > self.limits.processes:
            self.end()
            raise _died(name)

    def end_when_worn(self) -> None:
        """End it when it has read enough, grown too big or left a process behind."""
        usage, limits = tree_usage(self.started.process.pid), self.limits
        if self.read >= limits.files or usage.memory > limits.grown or usage.processes > 1:
            self.end()

    def end(self) -> None:
        """Kill it with all that it started."""
        if self.is_ended:
            return
        self.is_ended = True
        kill_tree(self.started.process.pid)
        self.started.process.wait()
        for descriptor in (self.started.requests, self.started.replies):
            with suppress(OSError):
                os.close(descriptor)


def _not_started() -> IngestError:
    remedy = "请检查内存是否充足、安装是否完整，然后重试"
    return IngestError("解析程序未能启动", remedy=remedy)


def _died(name: str) -> IngestError:
    remedy = "文件可能已损坏或含有恶意内容；请用原软件打开后另存，再重新导入"
    return IngestError("解析程序被该文件中断", place=name, remedy=remedy)
