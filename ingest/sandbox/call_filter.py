"""A filter of system calls (seccomp): no internet sockets, no way out of the process group, no hand on other processes.

It needs no rights and holds in containers. Unix sockets stay, LibreOffice talks to itself through one.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import socket
import struct
from collections.abc import Iterable, Mapping

from ingest.sandbox.linux_calls import prctl

_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 22, 2
_LOAD, _JUMP_EQUAL, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_NUMBER_AT, _ARCHITECTURE_AT, _FIRST_ARGUMENT_AT = 0, 4, 16
_X32_BIT = 0x40000000

_REFUSED = _ERRNO | errno.EPERM
# setsid and setpgid answer 0 and do nothing: who asks for a group of its own goes on, and is killed with ours.
_PRETENDED = _ERRNO

_ARCHITECTURES: Mapping[str, tuple[int, Mapping[str, int]]] = {
    "x86_64": (0xC000003E, {
        "socket": 41, "kill": 62, "ptrace": 101, "setpgid": 109, "setsid": 112, "process_vm_readv": 310,
        "process_vm_writev": 311, "pidfd_send_signal": 424, "io_uring_setup": 425,
    }),
    "aarch64": (0xC00000B7, {
        "socket": 198, "kill": 129, "ptrace": 117, "setpgid": 154, "setsid": 157, "process_vm_readv": 270,
        "process_vm_writev": 271, "pidfd_send_signal": 424, "io_uring_setup": 425,
    }),
}  # fmt: skip
_ALWAYS_REFUSED = ("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_send_signal", "io_uring_setup")


def filter_calls(parent: int) -> bool:
    """Set the filter for this process and all it starts; False where the machine has none."""
    known = _ARCHITECTURES.get(platform.machine())
    if known is None:
        return False
    program = b"".join(_program(*known, parent))
    code = ctypes.create_string_buffer(program)
    header = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    holder = ctypes.create_string_buffer(header)
    return prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.addressof(holder))


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    return struct.pack("HBBI", code, if_true, if_false, value)


def _program(architecture: int, numbers: Mapping[str, int], parent: int) -> Iterable[bytes]:
    yield _step(_LOAD, _ARCHITECTURE_AT)
    yield from (_step(_JUMP_EQUAL, architecture, 1, 0), _step(_RETURN, _REFUSED))
    yield _step(_LOAD, _NUMBER_AT)
    # Calls of the x32 kind have numbers of their own.
    yield from (_step(_JUMP_AT_LEAST, _X32_BIT, 0, 1), _step(_RETURN, _REFUSED))
    for name in _ALWAYS_REFUSED:
        yield from (_step(_JUMP_EQUAL, numbers[name], 0, 1), _step(_RETURN, _REFUSED))
    for name in ("setsid", "setpgid"):
        yield from (_step(_JUMP_EQUAL, numbers[name], 0, 1), _step(_RETURN, _PRETENDED))
    yield from _socket_steps(numbers["socket"])
    yield from _kill_steps(numbers["kill"], parent)
    yield _step(_RETURN, _ALLOW)


def _socket_steps(number: int) -> Iterable[bytes]:
    """Only sockets of this machine's own files."""
    yield _step(_JUMP_EQUAL, number, 0, 4)
    yield _step(_LOAD, _FIRST_ARGUMENT_AT)
    yield _step(_JUMP_EQUAL, socket.AF_UNIX, 1, 0)
    yield _step(_RETURN, _REFUSED)
    yield _step(_RETURN, _ALLOW)


def _kill_steps(number: int, parent: int) -> Iterable[bytes]:
    """No signal to the parent, to everybody (-1) or to another group (below -1)."""
    yield _step(_JUMP_EQUAL, number, 0, 5)
    yield _step(_LOAD, _FIRST_ARGUMENT_AT)
    yield _step(_JUMP_AT_LEAST, 0x80000000, 1, 0)
    yield _step(_JUMP_EQUAL, parent, 0, 1)
    yield _step(_RETURN, _REFUSED)
    yield _step(_RETURN, _ALLOW)
