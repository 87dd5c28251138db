"""What keeps an installation healthy."""

from __future__ import annotations

from app.config import Settings
from app.store import database


def upgrade_database(settings: Settings) -> None:
    """Bring the database of this installation to the newest shape."""
    settings.instance.mkdir(parents=True, exist_ok=True)
    database.upgrade(settings.database_url)
