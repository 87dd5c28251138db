"""What Alembic runs: all migrations in one transaction, one program at a time, against the address it was given."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection, text

from app.store.database import open_engine
from app.store.every_table import METADATA

_ONE_AT_A_TIME = 7_330_204  # any number will do, as long as every version of the product takes the same


def migrate() -> None:
    url = context.config.get_main_option("sqlalchemy.url")
    if url is None:
        raise RuntimeError("Migrations need a database address.")
    engine = open_engine(url)
    with engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            _sqlite_without_surprises(connection)
        with connection.begin():
            _wait_for_my_turn(connection)
            context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
            context.run_migrations()
            _check_references(connection)
    engine.dispose()


def _sqlite_without_surprises(connection: Connection) -> None:
    """Let a change of tables be all or nothing, and let a table be made anew without deleting what refers to it.

    Python's driver would commit before each such change; and SQLite changes a column by dropping its table, which
    with foreign keys on deletes the rows of other tables too.
    """
    connection.connection.dbapi_connection.isolation_level = None  # type: ignore[union-attr]
    for pragma in ("foreign_keys=OFF", "busy_timeout=60000"):
        connection.connection.cursor().execute(f"PRAGMA {pragma}")


def _wait_for_my_turn(connection: Connection) -> None:
    """Two servers that start together must not both change the tables; the second finds nothing left to do."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})


def _check_references(connection: Connection) -> None:
    """What was not checked row by row is checked once, before anything is kept."""
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"A migration left rows that refer to nothing; nothing was changed: {broken[:5]}")


migrate()
