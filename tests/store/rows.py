"""One row for every table, whatever tables there are: made from the tables' own columns."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, MetaData, Table, func, select, types

_NOON = datetime(2026, 11, 22, 12, 30, 15, 123456, tzinfo=UTC)
# What a table of this product may hold; umlauts and emoji show whether text survives.
_VALUES: tuple[tuple[type[types.TypeEngine[Any]], Any], ...] = (
    (types.Boolean, True),
    (types.Integer, 1),
    (types.Float, 1.5),
    (types.Numeric, 1),
    (types.DateTime, _NOON),
    (types.Date, date(2026, 11, 22)),
    (types.LargeBinary, b"\x00\xff"),
    (types.JSON, {"text": "Größe 🚀", "numbers": [1, 2.5, None], "z": 1, "a": True}),
)


def fill(connection: Connection, metadata: MetaData) -> None:
    """Put one row into every table that is empty."""
    for table in metadata.sorted_tables:
        if connection.scalar(select(func.count()).select_from(table)) == 0:
            connection.execute(table.insert(), _row(table))


def counts(connection: Connection, metadata: MetaData) -> dict[str, int]:
    return {
        table.name: connection.scalar(select(func.count()).select_from(table)) or 0 for table in metadata.sorted_tables
    }


def _row(table: Table) -> dict[str, Any]:
    refers_to_itself = {
        key.parent.name for key in table.foreign_keys if key.column.table is table and key.parent.nullable
    }
    return {column.name: _value(column) for column in table.columns if column.name not in refers_to_itself}


def _value(column: Any) -> Any:
    kind = column.type.impl_instance if isinstance(column.type, types.TypeDecorator) else column.type
    if isinstance(kind, types.Enum):
        return kind.enums[0]
    for known, value in _VALUES:
        if isinstance(kind, known):
            return value
    assert isinstance(kind, types.String), f"{column} is of a kind that this file has no value for"
    text = f"{column.table.name} {column.name} “ä🚀”"
    return text if kind.length is None else text[: kind.length]
