"""A batch with hostile files in it: the others come in, in their order, and the bombs of the shared set do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import CorpusStore, IngestRecord, Settings, gazetteer
from ingest import IngestError, ingest_paths
from ingest.progress import PageProgress
from ingest.read_file import read_bytes
from ingest.sandbox import SandboxPool, SandboxWorker
from ingest.sandbox.worker import OnPage
from tests.hostile.hostile_child import HONEST

SHARED = Path(__file__).resolve().parents[2].parent / "shared" / "hostile"


def test_a_hostile_file_stops_no_other(tmp_path: Path) -> None:
    folder = tmp_path / "批次"
    folder.mkdir()
    (folder / "1.md").write_bytes(HONEST.data)
    (folder / "2.docx").write_bytes(b"PK\x03\x04" + bytes(200))
    (folder / "3.md").write_bytes(HONEST.data.replace("养犬".encode(), "养猫".encode()))
    (folder / "4.md").write_bytes(HONEST.data)
    store = CorpusStore.open(Settings(tmp_path / "home"))
    heard: list[IngestRecord] = []
    records = ingest_paths([folder], store, gazetteer(), heard.append)
    store.close()
    assert [(Path(r.path).name, r.status) for r in records] == [
        ("1.md", "ok"),
        ("2.docx", "failed"),
        ("3.md", "ok"),
        ("4.md", "duplicate"),
    ]
    assert list(records) == heard
    assert [len(record.texts) for record in records] == [1, 0, 1, 1]


def test_results_come_in_the_order_of_the_files_and_few_are_read_ahead() -> None:
    begun: list[int] = []

    def work(worker: SandboxWorker, job: int, on_page: OnPage) -> int:
        begun.append(job)
        on_page(PageProgress(job, 20, "文字识别"))
        return job * job

    told: list[tuple[int, int]] = []
    with SandboxPool(gazetteer()) as pool:
        for job, square in pool.map(work, range(20), lambda job, progress: told.append((job, progress.done))):
            assert square == job * job
            assert len(begun) <= job + 4
    assert sorted(begun) == list(range(20))
    assert told == [(n, n) for n in range(20)]


BOMBS = (
    "pdf/04_cyclic_page_tree.pdf",
    "pdf/05_xref_prev_self_loop.pdf",
    "pdf/06_outline_cycle.pdf",
    "pdf/14_flate_bomb_3GiB.pdf",
    "docx/34_zip_bomb_2GiB.docx",
    "docx/35_xxe.docx",
    "docx/36_billion_laughs.docx",
    "xlsx/94_zip_bomb_1500MiB.xlsx",
    "xlsx/95_billion_laughs_shared_strings.xlsx",
)


@pytest.fixture(scope="module")
def worker() -> Iterator[SandboxWorker]:
    worker = SandboxWorker(gazetteer())
    yield worker
    worker.close()


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared hostile files are not here")
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_the_child(worker: SandboxWorker, name: str) -> None:
    with pytest.raises(IngestError) as caught:
        worker.read(read_bytes(SHARED / name))
    assert caught.value.remedy
    assert len(worker.read(HONEST)[0].version.articles) == 2
