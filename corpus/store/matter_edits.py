"""Edits of matters: only ever added to, in the order in which people made them."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from corpus.errors import StoreError
from corpus.matter_edit import EditAction, MatterEdit
from corpus.store.rows import AnyRow
from corpus.store.tables import MATTER_EDITS


def keep_edit(connection: Connection, edit: MatterEdit) -> int:
    """Note the edit with the time; its sequence. StoreError for an undoing of what is not there or undone already."""
    if edit.action is EditAction.UNDO:
        _check_undo(connection, edit)
    values = {
        "action": edit.action.value,
        "matters": json.dumps(edit.matters),
        "duties": json.dumps(edit.duties),
        "name": edit.name,
        "by": edit.by,
        "undoes": edit.undoes,
        "at": datetime.now(UTC).replace(tzinfo=None),
    }
    key = connection.execute(insert(MATTER_EDITS).values(values)).inserted_primary_key
    return int(key[0]) if key is not None else 0


def read_edits(connection: Connection) -> tuple[MatterEdit, ...]:
    """Every edit, the oldest first, those undone too."""
    return tuple(map(_read, connection.execute(select(MATTER_EDITS).order_by(MATTER_EDITS.c.sequence))))


def _check_undo(connection: Connection, edit: MatterEdit) -> None:
    known = read_edits(connection)
    undone = {one.undoes for one in known}
    if not any(one.sequence == edit.undoes and one.action is not EditAction.UNDO for one in known):
        raise StoreError("没有这次事项修改", place=str(edit.undoes), remedy="请在修改记录中选择一次修改")
    if edit.undoes in undone:
        raise StoreError("这次事项修改已经撤销", place=str(edit.undoes), remedy="无需再次撤销")


def _read(row: AnyRow) -> MatterEdit:
    m = row._mapping
    return MatterEdit(
        EditAction(m["action"]),
        tuple(json.loads(m["matters"])),
        tuple(json.loads(m["duties"])),
        m["name"],
        m["by"],
        m["undoes"],
        m["sequence"],
        m["at"],
    )
