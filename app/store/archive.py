"""All that the database holds as one portable file: the same for SQLite and PostgreSQL, table by table.

The file is a ZIP: `manifest.json`, and `tables/NAME.jsonl` with one JSON object a row. What is in the tables is taken
as the database describes it and not as today's code does, so an older file can be read: the tables are made as they
were then, filled, and brought up to date.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import IO, Any
from uuid import UUID
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from sqlalchemy import JSON, Column, Connection, Engine, MetaData, Table, func, insert, select, text, types
from sqlalchemy.exc import DBAPIError

from app.core.errors import DomainError
from app.store import database, schema

FORMAT = 1
MANIFEST = "manifest.json"
KEY_FILE = "secret_key"
_VERSIONS_OF_TABLES = "alembic_version"
_ROWS_AT_ONCE = 500
_BYTES_AT_ONCE = 1024 * 1024


class BadArchive(DomainError):
    """A file cannot be restored; nothing was changed."""

    code = "bad_file"


@dataclass(frozen=True)
class TableFacts:
    """What a table of the archive must be found to be."""

    rows: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What an archive says of itself; `migration` is the shape that its tables have."""

    format: int
    product: str
    migration: str
    made_at: str
    database: str
    secret_key: str | None  # its checksum, when the key is in the file
    tables: Mapping[str, TableFacts]

    @property
    def rows(self) -> int:
        return sum(table.rows for table in self.tables.values())


# -- writing


def write(engine: Engine, file: IO[bytes], *, product: str, now: datetime, secret_key: str | None) -> Manifest:
    """Write everything as it stands at one moment, while others go on working."""
    with ZipFile(file, "w", ZIP_DEFLATED) as archive, _snapshot(engine) as connection:
        migration = database.revision_of(connection)
        if migration is None:
            raise DomainError("There is nothing to back up: this database has no tables yet.", code="nothing_there")
        tables = {table.name: _write_table(connection, table, archive) for table in _tables(connection)}
        if secret_key is not None:
            archive.writestr(KEY_FILE, secret_key)
        manifest = Manifest(
            format=FORMAT,
            product=product,
            migration=migration,
            made_at=now.isoformat(timespec="seconds"),
            database=engine.dialect.name,
            secret_key=None if secret_key is None else hashlib.sha256(secret_key.encode()).hexdigest(),
            tables=tables,
        )
        archive.writestr(MANIFEST, json.dumps(asdict(manifest), indent=2))
    return manifest


@contextmanager
def _snapshot(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the database as it stands now, whatever is written meanwhile."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            database.begin_at_will(connection)
            connection.exec_driver_sql("BEGIN")
            yield connection
            connection.invalidate()  # it no longer begins by itself, as its next user expects
        else:
            yield connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)


def _write_table(connection: Connection, table: Table, archive: ZipFile) -> TableFacts:
    rows, checksum = 0, hashlib.sha256()
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=_ROWS_AT_ONCE)
    with archive.open(_path(table.name), "w", force_zip64=True) as file:
        for row in connection.execute(query).mappings():
            line = json.dumps({name: _plain(value) for name, value in row.items()}, ensure_ascii=False) + "\n"
            rows += 1
            checksum.update(line.encode())
            file.write(line.encode())
    return TableFacts(rows, checksum.hexdigest())


def _plain(value: Any) -> Any:
    """What JSON can say of a value; the column that takes it up again knows what it was."""
    match value:
        case datetime():
            return (value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)).isoformat()
        case date():
            return value.isoformat()
        case bytes() | memoryview():
            return base64.b64encode(value).decode()
        case Decimal() | UUID():
            return str(value)
    return value


# A floating number is a Numeric to SQLAlchemy, and JSON has it as it is.
_READERS: tuple[tuple[type[types.TypeEngine[Any]], Callable[[Any], Any]], ...] = (
    (types.DateTime, datetime.fromisoformat),
    (types.Date, date.fromisoformat),
    (types.LargeBinary, base64.b64decode),
    (types.Float, float),
    (types.Numeric, Decimal),
    (types.Uuid, UUID),
    (types.Boolean, bool),
)


# -- reading


def open_checked(file: IO[bytes]) -> tuple[ZipFile, Manifest]:
    """Open an archive and look at every byte of it; raises `BadArchive` for one that is damaged or from elsewhere."""
    try:
        archive = ZipFile(file)
        manifest = _manifest(json.loads(archive.read(MANIFEST)))
        for name, facts in manifest.tables.items():
            if _checksum(archive, _path(name)) != facts.sha256:
                raise BadArchive(f"This backup is damaged: the table “{name}” is not what was written.")
        if manifest.secret_key and _checksum(archive, KEY_FILE) != manifest.secret_key:
            raise BadArchive("This backup is damaged: the secret key is not what was written.")
    except (BadZipFile, KeyError, ValueError, TypeError, OSError) as error:
        raise BadArchive("This file is not a whole backup of TPM Toolkit.") from error
    return archive, manifest


def _manifest(plain: Any) -> Manifest:
    if plain["format"] != FORMAT or plain["migration"] not in schema.revisions():
        raise BadArchive(
            f"This backup was made by TPM Toolkit {plain['product']}, which is newer than this one. Update first."
        )
    tables = {str(name): TableFacts(**facts) for name, facts in plain["tables"].items()}
    return Manifest(**{**plain, "tables": tables})


def _checksum(archive: ZipFile, path: str) -> str:
    checksum = hashlib.sha256()
    with archive.open(path) as file:
        while block := file.read(_BYTES_AT_ONCE):
            checksum.update(block)
    return checksum.hexdigest()


# -- restoring


def holds_anything(engine: Engine) -> bool:
    """Whether there is a row in any table."""
    with engine.connect() as connection:
        return any(connection.execute(select(table).limit(1)).first() is not None for table in _tables(connection))


def restore(engine: Engine, archive: ZipFile, manifest: Manifest) -> None:
    """Put what is in the archive in the place of all that is in the database: everything, or nothing."""
    with engine.connect() as connection, schema.one_change(connection):
        everything = MetaData()
        everything.reflect(connection)
        everything.drop_all(connection)
        schema.upgrade_within(connection, manifest.migration)
        tables = {table.name: table for table in _tables(connection)}
        if tables.keys() != manifest.tables.keys():
            raise BadArchive("This backup does not have the tables that its version of TPM Toolkit had.")
        for name, table in tables.items():
            _fill(connection, table, archive, manifest.tables[name].rows)
        schema.upgrade_within(connection)


def _fill(connection: Connection, table: Table, archive: ZipFile, expected: int) -> None:
    columns = {column.name: _kind(column) for column in table.columns}
    with archive.open(_path(table.name)) as file:
        lines = (json.loads(line) for line in file)
        try:
            while rows := list(islice(lines, _ROWS_AT_ONCE)):
                connection.execute(
                    insert(table), [{name: _value(columns[name], row[name]) for name in row} for row in rows]
                )
        except (DBAPIError, KeyError, ValueError) as error:
            raise BadArchive(f"The table “{table.name}” could not be filled; nothing was changed.") from error
    if connection.scalar(select(func.count()).select_from(table)) != expected:
        raise BadArchive(f"The table “{table.name}” did not get all its rows; nothing was changed.")
    _count_on(connection, table)


def _value(kind: types.TypeEngine[Any], plain: Any) -> Any:
    """What JSON said of a value, as its column takes it."""
    if plain is None:
        return None
    reader = next((reader for known, reader in _READERS if isinstance(kind, known)), None)
    return plain if reader is None else reader(plain)


def _kind(column: Column[Any]) -> types.TypeEngine[Any]:
    kind: types.TypeEngine[Any] = column.type
    if isinstance(kind, JSON):
        kind.none_as_null = True  # a value that is missing stays missing, and does not become the text “null”
    return kind


def _count_on(connection: Connection, table: Table) -> None:
    """PostgreSQL numbers new rows by a counter of its own, which must go on after the rows that came with numbers."""
    column = table.autoincrement_column
    if connection.dialect.name != "postgresql" or column is None:
        return
    most = connection.scalar(select(func.max(column)))
    connection.execute(
        text("SELECT setval(pg_get_serial_sequence(:table, :column), :most, :taken)"),
        {
            "table": connection.dialect.identifier_preparer.format_table(table),
            "column": column.name,
            "most": most or 1,
            "taken": most is not None,
        },
    )


# -- both


def _tables(connection: Connection) -> Iterator[Table]:
    """The tables that are there, each after those that it refers to."""
    metadata = MetaData()
    metadata.reflect(connection)
    return (table for table in metadata.sorted_tables if table.name != _VERSIONS_OF_TABLES)


def _path(table: str) -> str:
    return f"tables/{table}.jsonl"
