"""Upload (上传): files of a person's machine go through the same door as those of the command line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Protocol

import streamlit as st

from corpus import IngestRecord
from ingest import PageProgress, shown_name
from ui.components.home import services
from ui.components.ingest_preview import Preview, draw_preview, look_at
from ui.components.markup import plain_label
from ui.services import IngestReport

TYPES = ["md", "txt", "docx", "doc", "wps", "pdf", "html", "htm", "xlsx", "xls", "csv"]
"""What the box lets through; what a file really is, its bytes say."""


class Uploaded(Protocol):
    """What we need of an uploaded file: its name and its bytes."""

    @property
    def name(self) -> str:
        """The name it has on the person's machine."""

    def getvalue(self) -> bytes:
        """Its bytes."""


def draw_upload() -> None:
    """Draw the box and the buttons; while files come in, the progress and a way to stop."""
    # A box under a new key is an empty box: after an import, not after a look.
    batch = st.session_state.get("upload_batch", 0)
    files = st.file_uploader(
        "文件", type=TYPES, accept_multiple_files=True, label_visibility="collapsed", key=f"upload_{batch}"
    )
    with st.container(horizontal=True, gap="small"):
        pressed = st.button("导入", type="primary", icon=":material/upload_file:")
        looked = st.button("只读取，不入库", icon=":material/visibility:", help="看看会读出什么，不写入语料库")
    if pressed and files:
        st.session_state["ingest_report"] = _take_in(files)
        st.session_state["upload_batch"] = batch + 1
        st.rerun()
    elif looked and files:
        draw_preview(_look_at(files))
    elif pressed or looked:
        st.info("请先选择文件。")
    elif st.session_state.pop("ingest_stopped", False):
        st.info("已停止。读完的文件保留在语料库中；其余文件请重新选择，索引可用“更新索引”补齐。")


def _take_in(files: Sequence[Uploaded]) -> IngestReport:
    st.button("停止", help="已经读完的文件保留在语料库中", key="stop_ingest", on_click=_stop)
    reading, pages, indexing = st.progress(0.0, f"读取文件 0/{len(files)}"), st.empty(), st.empty()
    done: list[IngestRecord] = []

    def on_file(record: IngestRecord) -> None:
        done.append(record)
        pages.empty()
        reading.progress(len(done) / len(files), f"读取文件 {len(done)}/{len(files)}：{_shown(Path(record.path))}")

    def on_page(path: Path, progress: PageProgress) -> None:
        share = min(progress.done / progress.total, 1.0) if progress.total else 0.0
        pages.progress(share, f"{_shown(path)}：{progress.words}")

    def on_progress(count: int, total: int) -> None:
        indexing.progress(count / total if total else 1.0, f"更新索引 {count}/{total} 条")

    with TemporaryDirectory(prefix="quanze-upload-") as folder:
        return services().ingest(save(files, Path(folder)), on_file, on_progress, on_page)


def _look_at(files: Sequence[Uploaded]) -> list[Preview]:
    st.button("停止", key="stop_look")
    reading = st.progress(0.0, f"读取文件 0/{len(files)}")
    previews = []
    with TemporaryDirectory(prefix="quanze-upload-") as folder:
        for number, path in enumerate(save(files, Path(folder))):

            def on_page(progress: PageProgress, name: str = _shown(path), read: int = number) -> None:
                reading.progress(read / len(files), f"{name}：{progress.words}")

            previews.append(look_at(path, services().gazetteer, on_page))
            reading.progress((number + 1) / len(files), f"读取文件 {number + 1}/{len(files)}")
    return previews


def _shown(path: Path) -> str:
    # The words beside a progress bar are Markdown; a file may be called anything.
    return plain_label(shown_name(path.name))


def _stop() -> None:
    # The click itself ends the work: Streamlit leaves the running page for the new one.
    st.session_state["ingest_stopped"] = True


def save(files: Sequence[Uploaded], folder: Path) -> list[Path]:
    """Write the files under their own names, each in a folder of its own: two may share a name.

    A name never leads out of the folder (``../../甲.md`` is 甲.md).
    """
    paths = []
    for number, file in enumerate(files):
        name = Path(file.name.replace("\\", "/")).name
        path = folder / str(number) / shown_name("" if name == ".." else name)
        path.parent.mkdir()
        path.write_bytes(file.getvalue())
        paths.append(path)
    return paths
