"""What keeps an installation healthy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.config import Settings
from app.store import database, work, workspaces
from app.usecases.work import BIN_LASTS
from app.usecases.workspaces import UNCLAIMED_LASTS


def upgrade_database(settings: Settings) -> None:
    """Bring the database of this installation to the newest shape, if it is not there yet."""
    settings.instance.mkdir(parents=True, exist_ok=True)
    if database.is_up_to_date(settings.database_url):
        return
    from app.store import schema  # Alembic is heavy, and nearly every start finds nothing to do

    schema.upgrade(settings.database_url)


@dataclass(frozen=True)
class Dropped:
    """How much an upkeep run forgot for good."""

    deleted: int
    unclaimed: int


def clean_up(settings: Settings, now: datetime) -> Dropped:
    """Forget what lay in the bin and what no account claimed for as long as the pages promise."""
    engine = database.open_engine(settings.database_url)
    try:
        with database.sessions(engine).begin() as session:
            return Dropped(
                deleted=work.empty_bin(session, now - BIN_LASTS),
                unclaimed=workspaces.drop_unclaimed(session, now - UNCLAIMED_LASTS),
            )
    finally:
        engine.dispose()
