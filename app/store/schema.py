"""Brings the database's tables from one shape to another."""

from __future__ import annotations

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext

from app.store.database import MIGRATIONS, open_engine
from app.store.tables import Base


def upgrade(url: str) -> None:
    """Bring the database up to date; safe to run at every start."""
    open_engine(url).dispose()
    command.upgrade(configuration(url), "head")


def downgrade(url: str, revision: str) -> None:
    """Take the database back to a revision ("base" empties it)."""
    command.downgrade(configuration(url), revision)


def pending_changes(url: str) -> list[object]:
    """What the tables in code have and the database has not: empty when migrations are complete."""
    engine = open_engine(url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found: list[object] = compare_metadata(context, Base.metadata)
    engine.dispose()
    return found


def configuration(url: str) -> Config:
    """What Alembic needs to know to run a command by hand."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config
