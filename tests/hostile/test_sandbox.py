"""A child that a file has taken over: it is ended, it reaches nothing, and the next file is read."""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from ingest import IngestError
from ingest.progress import PageProgress
from ingest.sandbox import SandboxWorker
from ingest.sandbox.desk import Desk
from ingest.sandbox.linux_calls import IS_LINUX, system_call
from ingest.sandbox.worker import USUAL_LIMITS
from tests.hostile.hostile_child import HONEST, HOSTILE, gazetteer_that

HAS_LANDLOCK = IS_LINUX and system_call(444, 0, 0, 1) > 0
linux = pytest.mark.skipif(not IS_LINUX, reason="the kernel's limits are Linux's")
landlock = pytest.mark.skipif(not HAS_LANDLOCK, reason="this kernel has no Landlock")
QUICK = replace(USUAL_LIMITS, seconds=20.0)


@contextmanager
def worker_that(deed: str, **limits: float) -> Iterator[SandboxWorker]:
    with closing(SandboxWorker(gazetteer_that(deed), replace(QUICK, **limits))) as worker:  # type: ignore[arg-type]
        yield worker


def _told(deed: str, **limits: float) -> str:
    """What the child says in its refusal after the deed."""
    with worker_that(deed, **limits) as worker, pytest.raises(IngestError) as caught:
        worker.read(HOSTILE)
    return caught.value.what


ENDED = {
    "abort": ("import os; os.abort()", "解析程序被该文件中断"),
    "segfault": ("import ctypes; ctypes.string_at(8)", "解析程序被该文件中断"),
    "quiet exit": ("import os; os._exit(0)", "解析程序被该文件中断"),
    "memory of its own": ("kept = [bytearray(1 << 24) for _ in range(200)]", "内存超过上限（1 GB）"),
    "shared memory": (
        "import mmap\nkept = mmap.mmap(-1, 1 << 31)\nfor at in range(0, 1 << 31, 4096):\n    kept[at] = 1",
        "内存超过上限（1 GB）",
    ),
    "a fork bomb": (
        "import os, time\nwhile True:\n    if os.fork() == 0:\n        time.sleep(60)\n    time.sleep(0.005)",
        "内存超过上限（1 GB）|解析程序被该文件中断",
    ),
}


@linux
@pytest.mark.parametrize(("deed", "what"), ENDED.values(), ids=list(ENDED))
def test_the_child_is_ended_and_the_next_file_is_read(deed: str, what: str) -> None:
    with worker_that(deed) as worker:
        with pytest.raises(IngestError, match=what) as caught:
            worker.read(HOSTILE)
        assert caught.value.place == HOSTILE.name
        assert caught.value.remedy
        assert len(worker.read(HONEST)[0].version.articles) == 2


def test_an_endless_loop_is_ended_by_the_clock() -> None:
    assert "30 秒" in _told("while True: pass", seconds=4.0)


def test_slow_pages_that_are_told_of_add_to_the_time() -> None:
    deed = """
import time
from ingest.progress import report_page
while time.monotonic() < start + 9:
    time.sleep(1)
    report_page(1, 9)
raise IngestError("读完")
""".replace("while", "start = time.monotonic()\nwhile", 1)
    heard: list[PageProgress] = []
    with worker_that(deed, seconds=6.0, slow_page=5.0) as worker, pytest.raises(IngestError, match="读完"):
        worker.read(HOSTILE, heard.append)
    assert heard[0] == PageProgress(1, 9, "文字识别")


@linux
def test_a_process_that_leaves_its_parents_dies_with_them() -> None:
    deed = """
import os, time
read, write = os.pipe()
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.write(write, str(os.getpid()).encode())
        time.sleep(300)
    os._exit(0)
raise IngestError(os.read(read, 20).decode())
"""
    left = int(_told(deed))
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline and Path(f"/proc/{left}").exists():
        time.sleep(0.05)
    assert not Path(f"/proc/{left}").exists()


@linux
@pytest.mark.parametrize("kind", ["SOCK_STREAM", "SOCK_DGRAM"])
def test_no_word_reaches_the_network(kind: str) -> None:
    with socket.socket(socket.AF_INET, getattr(socket, kind)) as listening:
        listening.bind(("127.0.0.1", 0))
        if kind == "SOCK_STREAM":
            listening.listen()
        listening.settimeout(0.3)
        port = listening.getsockname()[1]
        deed = f"""
import socket
try:
    with socket.socket(socket.AF_INET, socket.{kind}) as one:
        one.connect(("127.0.0.1", {port}))
        one.send(b"secret")
except OSError as error:
    raise IngestError(type(error).__name__)
raise IngestError("connected")
"""
        assert _told(deed) == "PermissionError"
        with pytest.raises(TimeoutError):
            listening.accept() if kind == "SOCK_STREAM" else listening.recv(9)


@landlock
def test_nothing_is_written_or_read_outside(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("密", encoding="utf-8")
    deed = f"""
told = []
for act in (
    lambda: open({str(tmp_path / "pwned")!r}, "w"),
    lambda: open({str(secret)!r}).read(),
    lambda: open({str(secret)!r}, "a"),
    lambda: open("note", "w"),
):
    try:
        act()
        told.append("done")
    except OSError as error:
        told.append(type(error).__name__)
raise IngestError(" ".join(told))
"""
    assert _told(deed) == "PermissionError PermissionError PermissionError done"
    assert sorted(tmp_path.iterdir()) == [secret]


def test_the_child_knows_nothing_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANZE_QDRANT_API_KEY", "s3cret")
    assert _told('import os; raise IngestError(os.environ.get("QUANZE_QDRANT_API_KEY", "none"))') == "none"


@pytest.mark.skipif(not IS_LINUX or os.uname().machine not in {"x86_64", "aarch64"}, reason="no filter of calls here")
def test_the_parent_cannot_be_signalled() -> None:
    # Signal 0 is none: it only asks whether one could be sent.
    deed = """
import os
told = []
for pid in (os.getppid(), -1):
    try:
        os.kill(pid, 0)
        told.append("done")
    except OSError as error:
        told.append(type(error).__name__)
raise IngestError(" ".join(told))
"""
    assert _told(deed) == "PermissionError PermissionError"


FORGED = {
    "code": """
import os, pickle
class Deed:
    def __reduce__(self):
        return os.system, ("touch {pwned}",)
def forge(path, texts):
    path.write_bytes(pickle.dumps((Deed(),)))
""",
    "a link": "def forge(path, texts):\n    path.symlink_to('/etc/passwd')",
    "a pipe": "import os\ndef forge(path, texts):\n    os.mkfifo(path)",
    "nothing": "def forge(path, texts):\n    pass",
    "other values": "import pickle\ndef forge(path, texts):\n    path.write_bytes(pickle.dumps(('第一条',)))",
    "texts of another file": """
from corpus import gazetteer as real
from ingest.sandbox.handover import write_texts
from ingest.parcel import FileBytes
def forge(path, texts):
    write_texts(path, honest(FileBytes("# 栖澜市规定\\n\\n第一条 甲。".encode(), "a", "a"), real()))
""",
}


@linux
@pytest.mark.parametrize("forged", FORGED.values(), ids=list(FORGED))
def test_a_forged_result_is_no_text_and_runs_nothing(tmp_path: Path, forged: str) -> None:
    pwned = tmp_path / "pwned"
    deed = forged.replace("{pwned}", str(pwned)) + "\nimport ingest.sandbox.child as child\nchild.write_texts = forge"
    with worker_that(deed) as worker, pytest.raises(IngestError, match="解析程序被该文件中断"):
        worker.read(HOSTILE)
    assert not pwned.exists()


def test_each_file_finds_an_empty_desk_which_is_taken_away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    deed = """
import os
found = os.listdir(".")
open("left", "w").close()
os.makedirs("folder/deep", exist_ok=True)
raise IngestError(repr(found))
"""
    with worker_that(deed) as worker:
        for _ in range(2):
            with pytest.raises(IngestError, match=r"^\[\]"):
                worker.read(HOSTILE)
    assert list(tmp_path.iterdir()) == []


def test_the_desk_of_a_killed_owner_is_taken_away_and_that_of_a_living_one_is_not(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    living, left = Desk.make(), tmp_path / "quanze-read-left"
    left.mkdir()
    for root in (living.root, left):
        os.utime(root, (1, 1))
    other = Desk.make()
    assert sorted(tmp_path.iterdir()) == sorted([living.root, other.root])
    living.remove()
    other.remove()
    assert list(tmp_path.iterdir()) == []


def test_a_worker_is_replaced_after_its_number_of_files() -> None:
    with worker_that("import os; raise IngestError(str(os.getpid()))", files=2) as worker:
        seen = []
        for _ in range(3):
            with pytest.raises(IngestError) as caught:
                worker.read(HOSTILE)
            seen.append(caught.value.what)
    assert (seen[0] == seen[1], seen[1] == seen[2]) == (True, False)


def test_a_worker_closed_while_it_reads_stops_at_once() -> None:
    worker = SandboxWorker(gazetteer_that("pass"))
    worker.close()
    with pytest.raises(IngestError, match="已停止"):
        worker.read(HONEST)
    with suppress(IngestError):
        worker.close()
