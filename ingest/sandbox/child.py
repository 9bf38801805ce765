"""The child: reads one file after the other off its desk, confined; says how it goes in lines of JSON."""

from __future__ import annotations

import gc
import json
import os
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import IO

from corpus import Gazetteer
from ingest.errors import IngestError
from ingest.limits import too_hungry
from ingest.progress import PageProgress, listening
from ingest.sandbox.confine import confine
from ingest.sandbox.desk import Desk
from ingest.sandbox.handover import write_texts

Reply = Mapping[str, object]


def main(package: str, root: str, *numbers: str) -> None:
    """Confine this process, load the readers, then serve requests until the parent closes the line.

    ``numbers``: the parent's process, the bytes of memory, the descriptors of the requests and of the replies.
    """
    desk = Desk(Path(root), lock=-1)
    parent, memory, requests, replies = map(int, numbers)
    with (
        os.fdopen(requests, "r", encoding="utf-8") as asked,
        os.fdopen(replies, "w", encoding="utf-8") as told,
    ):
        os.chdir(desk.work)
        held = confine(desk.root, Path(package), parent, memory)
        gazetteer: Gazetteer = pickle.loads(desk.gazetteer.read_bytes())
        _load_readers()
        _tell(told, {"ready": True, "calls": held.calls, "files": held.files, "network": held.network})
        for line in asked:
            _tell(told, _serve(desk, json.loads(line), gazetteer, told))


def _load_readers() -> None:
    """Load what reads, and keep the collector from walking over it for every file."""
    import ingest.pipeline  # noqa: F401

    gc.freeze()
    gc.set_threshold(50_000)


def _serve(desk: Desk, request: Mapping[str, str], gazetteer: Gazetteer, told: IO[str]) -> Reply:
    def tell_page(progress: PageProgress) -> None:
        _tell(told, {"progress": [progress.done, progress.total, progress.what]})

    name = request["name"]
    try:
        with listening(tell_page):
            _parse(desk, name, request["path"], gazetteer)
    except IngestError as error:
        return {"refused": [error.what, error.place, error.remedy]}
    except MemoryError:
        hungry = too_hungry(name)
        return {"refused": [hungry.what, hungry.place, hungry.remedy]}
    return {"done": True}


def _parse(desk: Desk, name: str, path: str, gazetteer: Gazetteer) -> None:
    from ingest.parcel import FileBytes
    from ingest.pipeline import parse_file

    write_texts(desk.result, parse_file(FileBytes(desk.input.read_bytes(), name, path), gazetteer))


def _tell(told: IO[str], reply: Reply) -> None:
    told.write(json.dumps(reply) + "\n")
    told.flush()
