"""Saved postings: each is found by its address, and changed only by somebody who has seen its newest version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.orm.exc import StaleDataError

from app.core.errors import DomainError
from app.core.postings.plain import posting_from_plain, posting_to_plain
from app.core.postings.posting import Posting
from app.store import reach, work
from app.store.tables import PostingRow, PostingVersionRow, WorkRow
from app.store.work import Kind


@dataclass(frozen=True)
class SavedPosting:
    """A posting as it is kept; `version` counts its changes, `may_change` says whether the one who asked may.

    `workspace` is where it is kept: somebody's own, or a team's.
    """

    slug: str
    posting: Posting
    version: int
    created_at: datetime
    changed_at: datetime
    may_change: bool
    workspace: int


@dataclass(frozen=True)
class PostingVersion:
    """A posting as it stood after its `number`th change, which `author` made in a team."""

    number: int
    posting: Posting
    made_at: datetime
    author: str


class Conflict(DomainError):
    """Somebody else changed the posting first; `saved` is what stands now."""

    code = "conflict"

    def __init__(self, saved: SavedPosting) -> None:
        super().__init__("This posting was changed in another window since you opened it.")
        self.saved = saved


def add(session: Session, posting: Posting, now: datetime, workspace: int | None = None) -> SavedPosting:
    """Keep a new posting in its maker's workspace, or in a team's."""
    row = PostingRow(
        work=work.new_row(session, Kind.POSTING, posting.title, now, workspace),
        content=posting_to_plain(posting),
    )
    session.add(row)
    session.flush()
    _keep_version(session, row)
    return _value(session, row)


def get(session: Session, slug: str, *, to_change: bool = False) -> SavedPosting:
    """Raises `DomainError` when there is none at this address, and `NotYours` when it may not be changed."""
    return _value(session, _row(session, slug, to_change=to_change))


def replace(session: Session, slug: str, version: int, posting: Posting, now: datetime) -> SavedPosting:
    """Keep a changed posting; raises `Conflict` when `version` is not the newest."""
    row = _row(session, slug, to_change=True)
    if row.version != version:
        raise Conflict(_value(session, row))
    if posting.title != posting_from_plain(row.content).title:  # else a name given in the list of work would be lost
        row.work.title = posting.title
    row.content = posting_to_plain(posting)
    flag_modified(row, "content")  # also a change to the same text counts as one
    row.work.changed_at = now
    try:
        session.flush()
    except StaleDataError:
        session.rollback()
        raise Conflict(get(session, slug)) from None
    _keep_version(session, row)
    return _value(session, row)


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
    member = reach.member_in(session, row.work.workspace_id)
    session.add(
        PostingVersionRow(
            posting_id=row.id,
            number=row.version,
            content=row.content,
            made_at=row.work.changed_at,
            author=member.name if member else "",
            account_id=member.account if member else None,
        )
    )
    session.flush()


def _version(row: PostingVersionRow) -> PostingVersion:
    return PostingVersion(row.number, posting_from_plain(row.content), row.made_at, row.author)


def _row(session: Session, slug: str, *, to_change: bool = False) -> PostingRow:
    query = select(PostingRow).join(WorkRow, WorkRow.id == PostingRow.work_id)
    row: PostingRow = work.row_of(session, query, Kind.POSTING, slug, to_change=to_change)
    return row


def _value(session: Session, row: PostingRow) -> SavedPosting:
    return SavedPosting(
        row.work.slug,
        posting_from_plain(row.content),
        row.version,
        row.work.made_at,
        row.work.changed_at,
        work.may_change(session, row.work),
        row.work.workspace_id,
    )
