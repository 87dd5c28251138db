"""Brings the database's tables from one shape to another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from app.store.database import MIGRATIONS, begin_at_will, open_engine
from app.store.every_table import METADATA

_ONE_AT_A_TIME = 7_330_204  # any number will do, as long as every version of the product takes the same


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database up to date, or to an older revision; safe to run at every start."""
    open_engine(url).dispose()
    command.upgrade(_alembic(url), revision)


def upgrade_within(connection: Connection, revision: str = "head") -> None:
    """Bring the database to a revision as a part of `one_change`."""
    config = _alembic("")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)


def downgrade(url: str, revision: str) -> None:
    """Take the database back to a revision ("base" empties it)."""
    command.downgrade(_alembic(url), revision)


def revisions() -> tuple[str, ...]:
    """Every revision that the database has had, the oldest first."""
    scripts = ScriptDirectory.from_config(_alembic(""))
    return tuple(reversed([script.revision for script in scripts.walk_revisions()]))


def pending_changes(url: str) -> list[object]:
    """What the tables in code have and the database has not: empty when migrations are complete."""
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found: list[object] = compare_metadata(context, METADATA)
    engine.dispose()
    return found


@contextmanager
def one_change(connection: Connection) -> Iterator[None]:
    """Change tables in one transaction that nobody else's change can meet; an error leaves everything as it was.

    SQLite changes a column by dropping its table, which with foreign keys on would delete the rows of other tables
    too. So there what refers to what is checked once, at the end.
    """
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        begin_at_will(connection)
        for pragma in ("foreign_keys=OFF", "busy_timeout=60000"):
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        connection.rollback()
    try:
        with connection.begin():
            if sqlite:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:  # two servers that start together: the second waits, and finds nothing left to do
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
            yield
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall() if sqlite else []
            if broken:
                raise RuntimeError(f"Rows would refer to nothing; nothing was changed: {broken[:5]}")
    finally:
        if sqlite:
            connection.invalidate()  # the next user of a connection wants its foreign keys checked


def _alembic(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config
