"""Packing (打包): frozen values as compressed JSON and back, by the types that their fields declare."""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_Convert = Callable[[Any], Any]


def pack(values: Iterable[object]) -> bytes:
    """The values in their order; a frozen value becomes the list of its fields.

    >>> from corpus import Level
    >>> unpack(pack([Level.COUNTY]), Level)
    (<Level.COUNTY: 'county'>,)
    """
    written = json.dumps([_plain(value) for value in values], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode(), level=3)


def unpack(packed: bytes, kind: type[Value]) -> tuple[Value, ...]:
    """The values, each of ``kind``; ValueError or TypeError for what was packed from another form."""
    read: _Convert = _reader(kind)  # type: ignore[arg-type]  # every type is hashable
    return tuple(read(value) for value in json.loads(zlib.decompress(packed)))


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return [_plain(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value


@cache
def _reader(kind: Any) -> _Convert:
    if get_origin(kind) is tuple:
        read = _reader(get_args(kind)[0])
        return lambda values: tuple(read(value) for value in values)
    if get_origin(kind) in (Union, types.UnionType):
        readers = [_reader(one) for one in get_args(kind) if one is not type(None)]
        first = readers[0]
        return lambda value: None if value is None else first(value)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        reads = [_reader(hints[field.name]) for field in fields(kind)]
        make: _Convert = kind  # type: ignore[assignment]
        return lambda values: make(*(read(value) for read, value in zip(reads, values, strict=True)))
    return _plain_reader(kind)


def _plain_reader(kind: Any) -> _Convert:
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return members.__getitem__
    if kind in (str, int, float, bool, object, Any):
        return lambda value: value
    return cache(kind)
