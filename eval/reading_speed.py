"""How fast files are read, without an index: in this process and through the sandbox; and the memory of a batch."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus import Gazetteer
from ingest import find_files, read_file, read_isolated

Row = tuple[str, str]
_FEW, _MANY = 50, 400
_SAMPLE, _TIMES = 100, 3

# In a process of its own: the peak of one that has loaded a model says nothing.
_BATCH = """
import sys
from pathlib import Path
from corpus import CorpusStore, Settings, gazetteer
from ingest import find_files, ingest_paths
folder, home, limit = sys.argv[1:]
store = CorpusStore.open(Settings(Path(home)))
records = ingest_paths(find_files([Path(folder)])[: int(limit)], store, gazetteer())
# Not ru_maxrss, which a process inherits from the one that started it.
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(len(records), int(peak.split()[1]) // 1024)
"""


def measure_reading(texts: Path, pdf: Path, scan: Path, gazetteer: Gazetteer) -> list[Row]:
    """Markdown, text PDF, scan, and the peak memory of the parent for few and for many files."""
    rows = _measure_markdown(find_files([texts])[:_SAMPLE], gazetteer)
    if pdf.is_file():
        seconds, pages = _read_pages(pdf, gazetteer)
        rows.append(("text PDF through the sandbox", f"{pages / seconds:.1f} pages/s ({pages} pages)"))
    if scan.is_file():
        seconds, pages = _read_pages(scan, gazetteer)
        rows.append(("recognised pages through the sandbox", f"{60 * pages / seconds:.0f} pages/min ({pages} pages)"))
    return [*rows, *_measure_memory(texts)]


def _measure_markdown(files: Sequence[Path], gazetteer: Gazetteer) -> list[Row]:
    """Processor seconds in this process, which others on the machine disturb least; seconds by the clock outside."""
    size = sum(file.stat().st_size for file in files) / 1e6
    read_file(files[0], gazetteer)
    best = sum(_best(file, gazetteer) for file in files)
    with tempfile.TemporaryDirectory() as home:
        start = _seconds(lambda: _batch(files[0].parent, Path(home), 1), time.perf_counter)
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "texts"
        folder.mkdir()
        for number, file in enumerate(files):
            (folder / f"{number:04d}{file.suffix}").write_bytes(file.read_bytes())
        whole = _seconds(lambda: _batch(folder, Path(home), len(files)), time.perf_counter) - start
    return [
        ("markdown, in process, one core", f"{size / best:.2f} MB/s ({len(files)} files, {size:.1f} MB)"),
        ("markdown, sandbox and store", f"{size / whole:.2f} MB/s, {len(files) / whole:.1f} files/s"),
    ]


def _best(file: Path, gazetteer: Gazetteer) -> float:
    return min(_seconds(lambda: read_file(file, gazetteer), time.process_time) for _ in range(_TIMES))


def _read_pages(pdf: Path, gazetteer: Gazetteer) -> tuple[float, int]:
    texts = read_file(pdf, gazetteer)
    pages = max(p.page or 1 for text in texts for p in text.version.provisions)
    return _seconds(lambda: read_isolated(pdf, gazetteer), time.perf_counter), pages


def _measure_memory(texts: Path) -> list[Row]:
    peaks = []
    for limit in (_FEW, _MANY):
        with tempfile.TemporaryDirectory() as home:
            peaks.append(_batch(texts, Path(home), limit))
    words = ", ".join(f"{files} files {peak} MiB" for files, peak in peaks)
    return [("peak memory of the parent of a batch", words)]


def _batch(folder: Path, home: Path, limit: int) -> tuple[int, int]:
    """The number of files taken in and the peak of the process that took them in."""
    arguments = [sys.executable, "-c", _BATCH, str(folder), str(home / "home"), str(limit)]
    told = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout.split()
    return int(told[0]), int(told[1])


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    start = clock()
    work()
    return clock() - start
