"""Brings the database's tables from one shape to another."""

from __future__ import annotations

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.store.database import MIGRATIONS, open_engine
from app.store.every_table import METADATA


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database up to date, or to an older revision; safe to run at every start."""
    open_engine(url).dispose()
    command.upgrade(_alembic(url), revision)


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


def _alembic(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return config
