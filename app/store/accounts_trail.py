"""What happened to an account, in the order in which it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.account_tables import TrailRow


@dataclass(frozen=True)
class Event:
    """`what` is a short code, `about` names the thing, `origin` says roughly from where."""

    at: datetime
    what: str
    about: str
    origin: str


def add(session: Session, account_id: int, event: Event) -> None:
    session.add(TrailRow(account_id=account_id, at=event.at, what=event.what, about=event.about, origin=event.origin))
    session.flush()


def of(session: Session, account_id: int, most: int) -> tuple[Event, ...]:
    """The newest events of an account, the newest first."""
    rows = session.scalars(
        select(TrailRow)
        .where(TrailRow.account_id == account_id)
        .order_by(TrailRow.at.desc(), TrailRow.id.desc())
        .limit(most)
    )
    return tuple(Event(row.at, row.what, row.about, row.origin) for row in rows)
