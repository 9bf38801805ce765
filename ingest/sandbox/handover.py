"""Handover (交接): parsed texts as a file of plain values; reading it makes such values and can run nothing else."""

from __future__ import annotations

import os
import pickle
import stat
from collections.abc import Sequence
from dataclasses import is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

import corpus
from corpus import ParsedText

_PROTOCOL = 5


class HandoverError(Exception):
    """What lies there are no parsed texts."""


def _value_classes() -> dict[tuple[str, str], type]:
    """The frozen values, enums and checked strings of the corpus, by module and name."""
    found = [one for one in vars(corpus).values() if isinstance(one, type)]
    values = [one for one in found if is_dataclass(one) or issubclass(one, Enum | str)]
    return {(one.__module__, one.__qualname__): one for one in (*values, date)}


_VALUES = _value_classes()


class _ValueReader(pickle.Unpickler):
    """An unpickler that knows the corpus's values and no function of any kind."""

    def find_class(self, module: str, name: str) -> type:
        try:
            return _VALUES[module, name]
        except KeyError:
            raise HandoverError(f"{module}.{name} is no value of the corpus") from None


def write_texts(path: Path, texts: Sequence[ParsedText]) -> None:
    """Put the texts, without the file's bytes (the other side has them), at ``path``."""
    with path.open("wb") as file:
        pickle.Pickler(file, _PROTOCOL).dump(tuple(replace(text, original=b"") for text in texts))


def read_texts(path: Path, original: bytes, digest: str) -> tuple[ParsedText, ...]:
    """The texts at ``path`` with the bytes they were read from; raises HandoverError for anything else."""
    try:
        with os.fdopen(_open_plain(path), "rb") as file:
            texts = _ValueReader(file).load()
    except HandoverError:
        raise
    except Exception as error:  # whatever a broken or forged file does to the unpickler
        raise HandoverError(str(error)) from error
    if not isinstance(texts, tuple) or not texts or not all(isinstance(text, ParsedText) for text in texts):
        raise HandoverError("no texts")
    if any(text.version.source.sha256 != digest for text in texts):
        raise HandoverError("texts of another file")
    return tuple(replace(text, original=original) for text in texts)


def _open_plain(path: Path) -> int:
    """A descriptor of a plain file: no link that leads elsewhere, no pipe that never ends."""
    opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(opened).st_mode):
        os.close(opened)
        raise HandoverError("no plain file")
    return opened
