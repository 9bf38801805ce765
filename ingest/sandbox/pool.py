"""Pool (解析进程池): files read ahead in two children while the parent writes; results in the order of the files."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from queue import SimpleQueue
from types import TracebackType
from typing import Generic, Self, TypeVar

from corpus import Gazetteer
from ingest.progress import PageProgress
from ingest.sandbox.worker import USUAL_LIMITS, OnPage, SandboxWorker, WorkerLimits

Job = TypeVar("Job")
Result = TypeVar("Result")
WORKERS = min(2, os.cpu_count() or 1)
_AHEAD = WORKERS + 1


@dataclass(frozen=True, slots=True)
class _Pending(Generic[Job, Result]):
    """A job under way; its events are the pages done, then None."""

    job: Job
    future: Future[Result]
    events: SimpleQueue[PageProgress | None]


class SandboxPool:
    """Workers for the length of a batch. A worker starts with its first file."""

    def __init__(self, gazetteer: Gazetteer, workers: int = WORKERS, limits: WorkerLimits = USUAL_LIMITS) -> None:
        self._workers = [SandboxWorker(gazetteer, limits) for _ in range(workers)]
        self._idle: SimpleQueue[SandboxWorker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)
        self._threads = ThreadPoolExecutor(workers, thread_name_prefix="quanze-read")

    def map(
        self,
        work: Callable[[SandboxWorker, Job, OnPage], Result],
        jobs: Iterable[Job],
        on_page: Callable[[Job, PageProgress], None],
    ) -> Iterator[tuple[Job, Result]]:
        """``work`` done on each job, few jobs ahead of the one whose result is taken, so that memory stays flat.

        ``on_page`` is called in the caller's own thread.
        """
        pending: deque[_Pending[Job, Result]] = deque()
        for job in jobs:
            pending.append(self._submit(work, job))
            if len(pending) >= _AHEAD:
                yield self._await(pending.popleft(), on_page)
        while pending:
            yield self._await(pending.popleft(), on_page)

    def _submit(self, work: Callable[[SandboxWorker, Job, OnPage], Result], job: Job) -> _Pending[Job, Result]:
        events: SimpleQueue[PageProgress | None] = SimpleQueue()

        def run() -> Result:
            worker = self._idle.get()
            try:
                return work(worker, job, events.put)
            finally:
                self._idle.put(worker)

        future = self._threads.submit(run)
        future.add_done_callback(lambda _: events.put(None))
        return _Pending(job, future, events)

    def _await(
        self, pending: _Pending[Job, Result], on_page: Callable[[Job, PageProgress], None]
    ) -> tuple[Job, Result]:
        while (progress := pending.events.get()) is not None:
            on_page(pending.job, progress)
        return pending.job, pending.future.result()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End every child; what was under way is given up."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for worker in self._workers:
            worker.stop()
        self._threads.shutdown(wait=True)
        for worker in self._workers:
            worker.close()
