"""The trail: what happened to an account and its work, for its owner to read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.store import accounts_trail as store
from app.store.accounts_trail import Event

__all__ = ["SHOWN", "Event"]

SHOWN = 200  # a page that somebody reads; older events stay in the export
LONGEST_ABOUT = 300


def note(session: Session, account_id: int, what: str, about: str, now: datetime, *, origin: str = "") -> None:
    """Add an event; whoever calls commits it together with what it tells of."""
    store.add(session, account_id, Event(now, what, about[:LONGEST_ABOUT], origin))


def of(session: Session, account_id: int, most: int = SHOWN) -> tuple[Event, ...]:
    """The newest events, the newest first."""
    return store.of(session, account_id, most)
