"""What keeps an installation healthy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.config import Settings, make_folder
from app.store import accounts, assessments, coaching, database, organizations, shares, throttle, work, workspaces
from app.usecases.accounts import STAYS_SIGNED_IN


def upgrade_database(settings: Settings) -> None:
    """Bring the database of this installation to the newest shape, if it is not there yet."""
    make_folder(settings.instance)
    if database.is_up_to_date(settings.database_url):
        return
    from app.store import schema  # Alembic is heavy, and nearly every start finds nothing to do

    schema.upgrade(settings.database_url)


def existing_database(settings: Settings) -> str:
    """Bring a database that is there to the newest shape and say where it is; raises `SettingError` when none is."""
    where = database.check_there(settings.database_url)
    upgrade_database(settings)
    return where


@dataclass(frozen=True)
class Dropped:
    """How much an upkeep run forgot for good."""

    deleted: int
    unclaimed: int
    links: int


def clean_up(settings: Settings, now: datetime) -> Dropped:
    """Forget what was deleted, left behind or closed for as long as the pages promise to keep it, on the disk too."""
    before = now - timedelta(days=settings.retention_days)
    engine = database.open_engine(settings.database_url)
    try:
        with database.sessions(engine).begin() as session:
            dropped = Dropped(
                deleted=work.empty_bin(session, before),
                unclaimed=workspaces.drop_unclaimed(session, before),
                links=shares.drop_closed(session, before)
                + assessments.drop_closed_invitations(session, before)
                + coaching.drop_invitations(session, before)
                + organizations.drop_invitations(session, before),
            )
            accounts.drop_sign_ins_before(session, now - STAYS_SIGNED_IN)
            throttle.drop_ended(session, now)
        with database.sessions(engine)() as session:
            database.overwrite_deleted(session)
        return dropped
    finally:
        engine.dispose()
