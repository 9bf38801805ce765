"""Confinement (约束): what the child gives up before it sees a file."""

from __future__ import annotations

import os
import resource
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from ingest.sandbox import linux_calls
from ingest.sandbox.call_filter import filter_calls
from ingest.sandbox.file_rules import restrict_files

_MAX_FILE = 1024 * 1024 * 1024
_MAX_OPEN = 512


@dataclass(frozen=True, slots=True)
class Confinement:
    """What holds on this machine: ``calls`` no internet sockets (seccomp), ``files`` only the own folder (Landlock),
    ``network`` a network without devices (namespace)."""

    calls: bool
    files: bool
    network: bool


def confine(own: Path, package: Path, parent: int, memory: int) -> Confinement:
    """Give up memory over ``memory``, the network, other processes, and every file outside ``own``."""
    linux_calls.die_with_parent()
    if os.getppid() != parent:
        os._exit(1)
    linux_calls.adopt_orphans()
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_FSIZE, _MAX_FILE)
    _limit(resource.RLIMIT_NOFILE, _MAX_OPEN)
    # Private writable memory: unlike the address space it is not used up by libraries that only map much (onnxruntime).
    _limit(resource.RLIMIT_DATA, memory)
    network = linux_calls.leave_network()
    forgone = linux_calls.forgo_privileges()
    files = forgone and restrict_files(own, package)
    calls = forgone and filter_calls(parent)
    if not calls:
        _unplug_python()
    return Confinement(calls, files, network)


def _limit(what: int, value: int) -> None:
    hard = resource.getrlimit(what)[1]
    allowed = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(what, (allowed, allowed))


def _unplug_python() -> None:
    """Where the kernel has no filter (macOS): at least no Python library opens a socket."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise PermissionError("no network here")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.socket.connect_ex = refuse  # type: ignore[method-assign]
    socket.socket.sendto = refuse  # type: ignore[method-assign]
