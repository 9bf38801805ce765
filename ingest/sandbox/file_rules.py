"""Rules of files (Landlock): the child reads programs and libraries, writes in its own folder, sees nothing else."""

from __future__ import annotations

import ctypes
import os
import shutil
import struct
import sys
from pathlib import Path

from ingest.sandbox.linux_calls import IS_LINUX, system_call

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
_ASK_VERSION, _PATH_BENEATH = 1, 1
_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR, _TRUNCATE = 1 << 0, 1 << 1, 1 << 2, 1 << 3, 1 << 14
_READ = _EXECUTE | _READ_FILE | _READ_DIR
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
# All rights over files that each version of the kernel's interface knows.
_ALL = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1, 5: (1 << 16) - 1}
_TCP_SINCE, _SCOPE_SINCE = 4, 6
_TCP, _SCOPES = 0b11, 0b11

# Where Debian keeps what the folder of LibreOffice links to: its registry of extensions.
_OFFICE = ("/var/lib/libreoffice", "/var/spool/libreoffice")
_SYSTEM = (
    "/usr",
    "/lib",
    "/lib64",
    "/bin",
    "/sbin",
    "/etc",
    "/opt",
    "/proc",
    "/sys",
    "/var/cache/fontconfig",
    *_OFFICE,
)
_DEVICES = ("/dev/null", "/dev/zero", "/dev/urandom", "/dev/random", "/dev/full")


def restrict_files(own: Path, package: Path) -> bool:
    """Only ``own`` can be written from here on; False where the kernel has no Landlock."""
    version = system_call(_CREATE_RULESET, 0, 0, _ASK_VERSION) if IS_LINUX else -1
    if version < 1:
        return False
    everything = _ALL[min(version, max(_ALL))]
    ruleset = _ruleset(version, everything)
    if ruleset < 0:
        return False
    try:
        for path in _readable(package):
            _allow(ruleset, path, _READ & everything)
        for device in _DEVICES:
            _allow(ruleset, Path(device), (_READ_FILE | _WRITE_FILE) & everything)
        _allow(ruleset, own, everything)
        return system_call(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _ruleset(version: int, everything: int) -> int:
    """No TCP and no signals or abstract sockets to the outside either, where the kernel knows how."""
    fields = [everything]
    if version >= _TCP_SINCE:
        fields.append(_TCP)
    if version >= _SCOPE_SINCE:
        fields.append(_SCOPES)
    packed = struct.pack(f"{len(fields)}Q", *fields)
    buffer = ctypes.create_string_buffer(packed)
    return system_call(_CREATE_RULESET, ctypes.addressof(buffer), len(packed), 0)


def _readable(package: Path) -> set[Path]:
    paths = {package, Path(sys.prefix), Path(sys.base_prefix), *map(Path, _SYSTEM)}
    office = shutil.which("soffice")
    if office is not None:
        paths.add(Path(office).resolve().parents[1])
    return paths


def _allow(ruleset: int, path: Path, rights: int) -> None:
    try:
        opened = os.open(path, getattr(os, "O_PATH", 0) | os.O_CLOEXEC)
    except OSError:
        return
    try:
        allowed = rights if path.is_dir() else rights & _ON_FILES
        rule = ctypes.create_string_buffer(struct.pack("=Qi", allowed, opened))
        system_call(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.addressof(rule), 0)
    finally:
        os.close(opened)
