"""Links with which others may read one thing: made, looked up by the hash of their secret, withdrawn, forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store import reach, work
from app.store.tables import ShareRow, WorkRow
from app.store.work import Kind, NotYours, Work


@dataclass(frozen=True)
class Share:
    """A link; `parts` are what its maker ticked, `opened_on` the last day on which somebody came by it."""

    id: int
    parts: frozenset[str]
    made_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None
    opened_on: date | None


@dataclass(frozen=True)
class Way:
    """Where a link leads: `deleted` is true while the thing lies in its owner's bin."""

    share: Share
    kind: Kind
    slug: str
    deleted: bool


def owned(session: Session, slug: str) -> Work:
    """The thing that somebody wants to share; raises `DomainError` where they may not, or when it is in the bin."""
    found = work.find(session, slug)
    if found.deleted_at is not None:
        raise work.missing(found.kind)
    if found.workspace not in reach.of(session).changes():
        raise NotYours(found.kind)
    return found


def add(
    session: Session, slug: str, *, token_hash: str, parts: frozenset[str], now: datetime, expires_at: datetime
) -> Share:
    row = ShareRow(
        work_id=owned(session, slug).id,
        token_hash=token_hash,
        parts=sorted(parts),
        made_at=now,
        expires_at=expires_at,
    )
    session.add(row)
    session.flush()
    return _value(row)


def of(session: Session, slug: str) -> tuple[Share, ...]:
    """All links to a thing that the visitor may change, the newest first."""
    query = select(ShareRow).where(ShareRow.work_id == owned(session, slug).id).order_by(ShareRow.id.desc())
    return tuple(_value(row) for row in session.scalars(query))


def by_token(session: Session, token_hash: str) -> Way | None:
    """Where the link with this secret leads; whose thing it is does not matter, since the link was given away."""
    query = (
        select(ShareRow, WorkRow).join(WorkRow, WorkRow.id == ShareRow.work_id).where(ShareRow.token_hash == token_hash)
    )
    found = session.execute(query).first()
    if found is None:
        return None
    row, thing = found
    return Way(_value(row), Kind(thing.kind), thing.slug, thing.deleted_at is not None)


def let_reader_in(session: Session, share: Share) -> None:
    """Let the session read the thing that the link is for."""
    reach.grant(session, session.get_one(ShareRow, share.id).work_id)


def note_opened(session: Session, share: Share, day: date) -> None:
    session.get_one(ShareRow, share.id).opened_on = day
    session.flush()


def withdraw(session: Session, slug: str, share_id: int, now: datetime) -> None:
    """Close a link; raises `DomainError` when it is not one to this thing."""
    row = session.get(ShareRow, share_id)
    if row is None or row.work_id != owned(session, slug).id:
        raise DomainError("There is no such link.", code="not_found")
    row.withdrawn_at = row.withdrawn_at or now
    session.flush()


def withdraw_all(session: Session, workspace: int, now: datetime) -> None:
    """Close every link to what is in a workspace."""
    things = select(WorkRow.id).where(WorkRow.workspace_id == workspace)
    open_ones = ShareRow.work_id.in_(things) & ShareRow.withdrawn_at.is_(None)
    session.execute(update(ShareRow).where(open_ones).values(withdrawn_at=now))


def drop_closed(session: Session, before: datetime) -> int:
    """Forget the links that were withdrawn or ran out before a moment; return how many there were."""
    closed = or_(ShareRow.withdrawn_at < before, ShareRow.expires_at < before)
    return len(session.execute(delete(ShareRow).where(closed).returning(ShareRow.id)).all())


def _value(row: ShareRow) -> Share:
    return Share(row.id, frozenset(row.parts), row.made_at, row.expires_at, row.withdrawn_at, row.opened_on)
