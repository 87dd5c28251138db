"""Everything that belongs to somebody: found by the same references along which a deletion travels.

So an export holds exactly what a deletion takes, whatever tables are added.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Table, delete, func, or_, select
from sqlalchemy.orm import Session

from app.store.every_table import METADATA

# What opens doors is not handed out, not even to its owner: a stolen export must not be a key.
SECRETS = frozenset({"key_hash", "token_hash", "password", "session_key", "second_factor_secret", "recovery_codes"})

# What belongs to nobody: counts under fingerprints, which end by themselves.
NOBODYS = frozenset({"throttle"})

Row = Mapping[str, Any]


def table_names() -> frozenset[str]:
    return frozenset(METADATA.tables)


def rows_under(session: Session, workspaces: frozenset[int]) -> dict[str, list[Row]]:
    """The rows of every table that go when these workspaces go, as plain values without secrets."""
    return {
        table.name: [
            {name: _plain(value) for name, value in row._mapping.items()}
            for row in session.execute(
                select(*(column for column in table.columns if column.name not in SECRETS))
                .where(condition)
                .order_by(*table.primary_key.columns)
            )
        ]
        for table, condition in _conditions(workspaces).items()
    }


def counts_under(session: Session, workspaces: frozenset[int]) -> dict[str, int]:
    """How many rows of every table go when these workspaces go."""
    return {
        table.name: session.scalar(select(func.count()).select_from(table).where(condition)) or 0
        for table, condition in _conditions(workspaces).items()
    }


def emails_of(session: Session, workspaces: frozenset[int]) -> tuple[str, ...]:
    """The addresses of the accounts that these workspaces belong to."""
    account = METADATA.tables["account"]
    query = select(account.c.email).where(account.c.workspace_id.in_(sorted(workspaces)))
    return tuple(session.scalars(query))


def remove(session: Session, workspaces: frozenset[int]) -> None:
    """Forget all of it for good."""
    account, workspace = METADATA.tables["account"], METADATA.tables["workspace"]
    session.execute(delete(account).where(account.c.workspace_id.in_(sorted(workspaces))))
    session.execute(delete(workspace).where(workspace.c.id.in_(sorted(workspaces))))
    session.expire_all()


def _conditions(workspaces: frozenset[int]) -> dict[Table, ColumnElement[bool]]:
    """For each table the condition that a row of it hangs on one of the workspaces."""
    root = METADATA.tables["workspace"]
    found: dict[Table, ColumnElement[bool]] = {root: root.c.id.in_(sorted(workspaces))}
    for table in METADATA.sorted_tables:
        ways = [
            key.parent.in_(select(key.column).where(found[key.column.table]))
            for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
            if _goes_along(key) and key.column.table in found and key.column.table is not table
        ]
        if ways and table not in found:
            found[table] = or_(*ways)
    return found


def _goes_along(key: ForeignKey) -> bool:
    """An account owns its workspace, and goes with it as well."""
    return key.ondelete == "CASCADE" or (key.parent.table.name, key.column.table.name) == ("account", "workspace")


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime | date) else value
