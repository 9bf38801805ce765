"""Start (启动): a fresh interpreter for a child, with nothing of the parent's environment."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus import Gazetteer
from ingest.sandbox.desk import Desk

_PACKAGE = Path(__file__).resolve().parents[2]
# The child needs no torch, which Haystack would load at once: 1.5 seconds and 200 MB.
_CODE = """import sys
sys.modules["torch"] = None
sys.path.insert(0, sys.argv[1])
from ingest.sandbox.child import main
main(*sys.argv[1:])
"""


@dataclass(frozen=True, slots=True)
class Started:
    """A child with its two lines; the parent writes requests and reads replies."""

    process: subprocess.Popen[bytes]
    requests: int
    replies: int


def start_child(desk: Desk, gazetteer: Gazetteer, memory: int) -> Started:
    """A child at ``desk``, leader of its own process group, that gives up its rights before it reads a file."""
    desk.gazetteer.write_bytes(pickle.dumps(gazetteer))
    asked, requests = os.pipe()
    replies, told = os.pipe()
    arguments = (_PACKAGE, desk.root, os.getpid(), memory, asked, told)
    try:
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", _CODE, *map(str, arguments)],
            cwd=desk.work,
            env=_environment(desk),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(asked, told),
            start_new_session=True,
        )
    except BaseException:
        os.close(requests)
        os.close(replies)
        raise
    finally:
        os.close(asked)
        os.close(told)
    os.set_blocking(replies, False)
    return Started(process, requests, replies)


def _environment(desk: Desk) -> dict[str, str]:
    """No secrets: only where programs lie, and that everything else is on the desk."""
    work = str(desk.work)
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "HOME": work,
        "TMPDIR": work,
        "XDG_CACHE_HOME": work,
        # LibreOffice's line to itself would otherwise lie in /tmp, which the child cannot write.
        "OSL_SOCKET_PATH": work,
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "2",
        # What is large is given back when it is freed: else the pictures of a scan stay, 30 MB a page. What is
        # smaller is kept: to ask the kernel for every megabyte again takes a third of the time of a scan.
        "MALLOC_MMAP_THRESHOLD_": "8000000",
        "MALLOC_TRIM_THRESHOLD_": "64000000",
    }
