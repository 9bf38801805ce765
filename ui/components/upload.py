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
from ui.services import IngestReport

TYPES = ["md", "txt", "docx", "pdf", "html", "htm", "xlsx"]


class Uploaded(Protocol):
    """What we need of an uploaded file: its name and its bytes."""

    @property
    def name(self) -> str:
        """The name it has on the person's machine."""

    def getvalue(self) -> bytes:
        """Its bytes."""


def draw_upload() -> None:
    """Draw the box and the button; while files come in, the progress and a way to stop."""
    with st.form("upload", clear_on_submit=True, border=False):
        files = st.file_uploader("文件", type=TYPES, accept_multiple_files=True, label_visibility="collapsed")
        pressed = st.form_submit_button("导入", type="primary", icon=":material/upload_file:")
    if pressed and files:
        st.session_state["ingest_report"] = _take_in(files)
    elif pressed:
        st.info("请先选择文件。")
    elif st.session_state.pop("ingest_stopped", False):
        st.info("已停止。读完的文件保留在语料库中；其余文件请重新选择，索引可用“更新索引”补齐。")


def _take_in(files: Sequence[Uploaded]) -> IngestReport:
    st.button("停止", help="已经读完的文件保留在语料库中", key="stop_ingest", on_click=_stop)
    reading, indexing = st.progress(0.0, f"读取文件 0/{len(files)}"), st.empty()
    done: list[IngestRecord] = []

    def on_file(record: IngestRecord) -> None:
        done.append(record)
        reading.progress(len(done) / len(files), f"读取文件 {len(done)}/{len(files)}：{Path(record.path).name}")

    def on_progress(count: int, total: int) -> None:
        indexing.progress(count / total if total else 1.0, f"更新索引 {count}/{total} 条")

    def on_page(path: Path, progress: PageProgress) -> None:
        words = f"读取文件 {len(done)}/{len(files)}：{path.name}，{progress.words}"
        reading.progress(len(done) / len(files), words)

    with TemporaryDirectory(prefix="quanze-upload-") as folder:
        return services().ingest(save(files, Path(folder)), on_file, on_progress, on_page)


def _stop() -> None:
    # The click itself ends the work: Streamlit leaves the running page for the new one.
    st.session_state["ingest_stopped"] = True


def save(files: Sequence[Uploaded], folder: Path) -> list[Path]:
    """Write the files under their own names, each in a folder of its own: two may share a name.

    A name never leads out of the folder (``../../甲.md`` is 甲.md).
    """
    paths = []
    for number, file in enumerate(files):
        path = folder / str(number) / shown_name(Path(file.name.replace("\\", "/")).name)
        path.parent.mkdir()
        path.write_bytes(file.getvalue())
        paths.append(path)
    return paths
