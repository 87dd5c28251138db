"""What keeps an installation healthy."""

from __future__ import annotations

from app.config import Settings
from app.store import database


def upgrade_database(settings: Settings) -> None:
    """Bring the database of this installation to the newest shape, if it is not there yet."""
    settings.instance.mkdir(parents=True, exist_ok=True)
    if database.is_up_to_date(settings.database_url):
        return
    from app.store import schema  # Alembic is heavy, and nearly every start finds nothing to do

    schema.upgrade(settings.database_url)
