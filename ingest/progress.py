"""Progress (进度): a reader at slow work, page by page, tells whoever listens; where nobody does, nothing happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageProgress:
    """``done`` of the ``total`` pages that need slow work; ``what`` (Chinese) is the work.

    >>> PageProgress(3, 8, "文字识别").words
    '文字识别 3/8 页'
    """

    done: int
    total: int
    what: str

    @property
    def words(self) -> str:
        """What people see while they wait."""
        return f"{self.what} {self.done}/{self.total} 页"


PageListener = Callable[[PageProgress], None]

_LISTENER: ContextVar[PageListener | None] = ContextVar("page_listener", default=None)


def report_page(done: int, total: int, what: str = "文字识别") -> None:
    """Tell that ``done`` of ``total`` slow pages are done.

    Call it with 0 before the first page and after each page: in a child process every call gives the file the time
    of one page more, up to ``total`` pages.
    """
    listener = _LISTENER.get()
    if listener is not None:
        listener(PageProgress(done, total, what))


@contextmanager
def listening(listener: PageListener) -> Iterator[None]:
    """``listener`` hears every page reported inside the ``with`` block.

    >>> heard = []
    >>> with listening(heard.append):
    ...     report_page(1, 2)
    >>> heard[0].words
    '文字识别 1/2 页'
    """
    token = _LISTENER.set(listener)
    try:
        yield
    finally:
        _LISTENER.reset(token)
