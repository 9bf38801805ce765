"""Calls to the Linux kernel that Python has no function for; each says whether the kernel did it."""

from __future__ import annotations

import ctypes
import signal
import sys

IS_LINUX = sys.platform == "linux"
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_PR_SET_NO_NEW_PRIVS = 38
_CLONE_NEWNET = 0x40000000
_LIBC = ctypes.CDLL(None, use_errno=True) if IS_LINUX else None


def system_call(number: int, *arguments: int) -> int:
    """The kernel's answer to a call by number; -1 where it refuses."""
    if _LIBC is None:
        return -1
    return int(_LIBC.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments)))


def _prctl(option: int, *values: int) -> bool:
    padded = (*values, 0, 0, 0, 0)[:4]
    return _LIBC is not None and _LIBC.prctl(option, *map(ctypes.c_ulong, padded)) == 0


def prctl(option: int, *values: int) -> bool:
    """Whether the kernel took this setting of the process."""
    return _prctl(option, *values)


def die_with_parent() -> bool:
    """The process is killed when the thread that started it ends."""
    return _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def adopt_orphans() -> bool:
    """Processes that a child leaves behind become children of this process: none gets out of sight."""
    return _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def forgo_privileges() -> bool:
    """No program started from here gains rights; asked for before a filter of calls may be set."""
    return _prctl(_PR_SET_NO_NEW_PRIVS, 1)


def leave_network() -> bool:
    """A network of its own without any device; only where the process may (root, or a container that allows it)."""
    return _LIBC is not None and _LIBC.unshare(_CLONE_NEWNET) == 0
