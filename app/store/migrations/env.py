"""What Alembic runs: every migration in one transaction, against the address it was given."""

from __future__ import annotations

from alembic import context

from app.store.database import open_engine
from app.store.tables import Base


def migrate() -> None:
    url = context.config.get_main_option("sqlalchemy.url")
    if url is None:
        raise RuntimeError("Migrations need a database address.")
    engine = open_engine(url)
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            # SQLite rebuilds a table to change it, and dropping the old one would cascade to what hangs on it.
            connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
            connection.commit()
        context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True)
        with context.begin_transaction():
            context.run_migrations()
    engine.dispose()


migrate()
