"""Counting tries, so that guessing is slow whichever process answers and whenever it was started."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.core.secrets import fingerprint
from app.store import throttle


def count(session: Session, key: str, more: int, now: datetime, seconds: int) -> int:
    """Add to what was tried under a key within so many seconds; return how often that is."""
    throttle.drop_ended(session, now)
    tried = throttle.count(session, _kept(key), more, now, now + timedelta(seconds=seconds))
    session.commit()
    return tried


def tried(session: Session, key: str, now: datetime) -> int:
    return throttle.find(session, _kept(key), now)[0]


def ends_at(session: Session, key: str, now: datetime) -> datetime:
    """When the count of a key begins anew."""
    return throttle.find(session, _kept(key), now)[1]


def forget(session: Session, key: str) -> None:
    throttle.forget(session, _kept(key))
    session.commit()


def _kept(key: str) -> str:
    """Keys name people's addresses, which nobody needs to read in the database."""
    return fingerprint(key)
