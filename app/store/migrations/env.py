"""What Alembic runs: within the change that it was given, or as one change of its own."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from app.store.database import open_engine
from app.store.every_table import METADATA
from app.store.schema import one_change


def migrate() -> None:
    given: Connection | None = context.config.attributes.get("connection")
    if given is not None:
        _run(given)
        return
    url = context.config.get_main_option("sqlalchemy.url")
    if url is None:
        raise RuntimeError("Migrations need a database address.")
    engine = open_engine(url)
    with engine.connect() as connection, one_change(connection):
        _run(connection)
    engine.dispose()


def _run(connection: Connection) -> None:
    context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
    context.run_migrations()


migrate()
