"""LibreOffice as a library (LibreOfficeKit): turns one file, in a process of its own that runs this very script.

    python office_kit.py PROGRAM_FOLDER SOURCE TARGET FORMAT PROFILE

The command line of LibreOffice opens a socket in /tmp, which a confined process may not; the library opens none. The
script needs nothing but the standard library. Exit code 0 says that the target is written.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")
"""The library that holds the kit, under the names it has in builds for Linux."""

# Places in the tables of functions of LibreOfficeKit.h; each begins with its size.
_LOAD, _SAVE_AS = 2, 2


def main(program: str, source: str, target: str, form: str, profile: str) -> int:
    """Turn ``source`` into ``target``; 0 when that went well."""
    name = next(name for name in LIBRARIES if (Path(program) / name).is_file())
    library = ctypes.CDLL(str(Path(program) / name), mode=ctypes.RTLD_GLOBAL)
    start = library.libreofficekit_hook_2
    start.restype, start.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
    kit = start(program.encode(), _url(profile))
    if not kit:
        return 1
    document = _method(kit, _LOAD, ctypes.c_void_p, 1)(kit, _url(source))
    if not document:
        return 1
    return 0 if _method(document, _SAVE_AS, ctypes.c_int, 3)(document, _url(target), form.encode(), None) else 1


def _url(path: str) -> bytes:
    return Path(path).as_uri().encode()


def _method(thing: int, place: int, result: type, words: int) -> Callable[..., int | None]:
    """A function out of the table that an object of the kit points to."""
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))[0]
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, *(ctypes.c_char_p,) * words)(table[place] or 0)


if __name__ == "__main__":
    code = main(*sys.argv[1:])
    # Without the library's own farewell, which may wait for threads.
    os._exit(code)
