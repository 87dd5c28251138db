"""Saved postings: each is found by its address, and changed only by somebody who has seen its newest version."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.core.errors import DomainError
from app.core.postings.plain import posting_from_plain, posting_to_plain
from app.core.postings.posting import Posting
from app.store.tables import PostingRow, PostingVersionRow


@dataclass(frozen=True)
class SavedPosting:
    """A posting as it is kept; `version` counts its changes."""

    slug: str
    posting: Posting
    version: int
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True)
class PostingVersion:
    """A posting as it stood after its `number`th change."""

    number: int
    posting: Posting
    made_at: datetime


class Conflict(DomainError):
    """Somebody else changed the posting first; `saved` is what stands now."""

    code = "conflict"

    def __init__(self, saved: SavedPosting) -> None:
        super().__init__("This posting was changed in another window since you opened it.")
        self.saved = saved


def add(session: Session, posting: Posting, now: datetime) -> SavedPosting:
    """Keep a new posting under an address that nobody can guess (192 random bits)."""
    row = PostingRow(
        slug=secrets.token_urlsafe(24),
        title=posting.title,
        content=posting_to_plain(posting),
        created_at=now,
        changed_at=now,
    )
    session.add(row)
    session.flush()
    _keep_version(session, row)
    return _value(row)


def get(session: Session, slug: str) -> SavedPosting:
    """Raises `DomainError` when there is none at this address."""
    return _value(_row(session, slug))


def titles(session: Session, slugs: list[str]) -> dict[str, str]:
    """The titles of those postings among these addresses that still exist."""
    rows = session.execute(select(PostingRow.slug, PostingRow.title).where(PostingRow.slug.in_(slugs)))
    return {row.slug: row.title for row in rows}


def replace(session: Session, slug: str, version: int, posting: Posting, now: datetime) -> SavedPosting:
    """Keep a changed posting; raises `Conflict` when `version` is not the newest."""
    row = _row(session, slug)
    if row.version != version:
        raise Conflict(_value(row))
    row.title = posting.title
    row.content = posting_to_plain(posting)
    row.changed_at = now
    try:
        session.flush()
    except StaleDataError:
        session.rollback()
        raise Conflict(get(session, slug)) from None
    _keep_version(session, row)
    return _value(row)


def remove(session: Session, slug: str) -> None:
    """Forget a posting for good."""
    session.delete(_row(session, slug))
    session.flush()


def versions(session: Session, slug: str) -> tuple[PostingVersion, ...]:
    """Return everything that the posting has been, the newest first."""
    rows = session.scalars(
        select(PostingVersionRow)
        .where(PostingVersionRow.posting_id == _row(session, slug).id)
        .order_by(PostingVersionRow.number.desc())
    )
    return tuple(_version(row) for row in rows)


def version(session: Session, slug: str, number: int) -> PostingVersion:
    """Return the posting as it stood; raises `DomainError` when there is no such version."""
    row = session.get(PostingVersionRow, (_row(session, slug).id, number))
    if row is None:
        raise DomainError(f"This posting has no version {number}.", code="not_found")
    return _version(row)


def _keep_version(session: Session, row: PostingRow) -> None:
    session.add(PostingVersionRow(posting_id=row.id, number=row.version, content=row.content, made_at=row.changed_at))
    session.flush()


def _version(row: PostingVersionRow) -> PostingVersion:
    return PostingVersion(row.number, posting_from_plain(row.content), row.made_at)


def _row(session: Session, slug: str) -> PostingRow:
    row = session.scalar(select(PostingRow).where(PostingRow.slug == slug))
    if row is None:
        raise DomainError("There is no posting at this address. It may have been deleted.", code="not_found")
    return row


def _value(row: PostingRow) -> SavedPosting:
    return SavedPosting(row.slug, posting_from_plain(row.content), row.version, row.created_at, row.changed_at)
