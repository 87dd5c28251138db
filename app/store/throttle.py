"""How often something was tried, counted for all server processes together."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import case, delete, select
from sqlalchemy.orm import Session

from app.store import database
from app.store.account_tables import ThrottleRow


def count(session: Session, key: str, more: int, now: datetime, ends_at: datetime) -> int:
    """Add to a count and return it; a count that has ended begins anew, and keeps its end otherwise."""
    over = ThrottleRow.ends_at <= now
    statement = (
        database.insert(session, ThrottleRow)
        .values(key=key, tried=more, ends_at=ends_at)
        .on_conflict_do_update(
            index_elements=[ThrottleRow.key],
            set_={
                "tried": case((over, more), else_=ThrottleRow.tried + more),
                "ends_at": case((over, ends_at), else_=ThrottleRow.ends_at),
            },
        )
        .returning(ThrottleRow.tried)
    )
    return int(session.scalars(statement).one())


def find(session: Session, key: str, now: datetime) -> tuple[int, datetime]:
    """The count of a key and when it ends; nothing counted ends now."""
    row = session.execute(
        select(ThrottleRow.tried, ThrottleRow.ends_at).where(ThrottleRow.key == key, ThrottleRow.ends_at > now)
    ).first()
    return (0, now) if row is None else (row.tried, row.ends_at)


def forget(session: Session, key: str) -> None:
    session.execute(delete(ThrottleRow).where(ThrottleRow.key == key))


def drop_ended(session: Session, now: datetime) -> None:
    session.execute(delete(ThrottleRow).where(ThrottleRow.ends_at <= now))
