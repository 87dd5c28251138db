"""The trail of postings: who made which version, who answered or signed which finding, and who moved one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store import reach, work
from app.store.organization_tables import PostingTrailRow
from app.store.tables import PostingRow, PostingVersionRow, WorkRow
from app.store.work import Kind


@dataclass(frozen=True)
class Event:
    """Something that was done to a posting: `what` is a short code, `about` the finding's title or the version."""

    at: datetime
    what: str
    slug: str
    title: str
    about: str
    reason: str
    name: str


def add(session: Session, slug: str, *, what: str, about: str, now: datetime, reason: str = "", name: str = "") -> None:
    """Note what the session's visitor did; in a team under the name that the others know them by, else as `name`."""
    query = select(PostingRow).join(WorkRow, WorkRow.id == PostingRow.work_id)
    row: PostingRow = work.row_of(session, query, Kind.POSTING, slug, to_change=True)
    member = reach.member_in(session, row.work.workspace_id)
    session.add(
        PostingTrailRow(
            posting_id=row.id,
            at=now,
            what=what,
            about=about,
            reason=reason,
            name=member.name if member else name,
            account_id=member.account if member else None,
        )
    )
    session.flush()


def of_posting(session: Session, slug: str) -> tuple[Event, ...]:
    """What was answered and signed on one posting, the newest first; its versions are told apart."""
    rows = session.execute(
        select(PostingTrailRow, WorkRow)
        .join(PostingRow, PostingRow.id == PostingTrailRow.posting_id)
        .join(WorkRow, WorkRow.id == PostingRow.work_id)
        .where(WorkRow.slug == slug, work.visible(session, Kind.POSTING))
        .order_by(PostingTrailRow.at.desc(), PostingTrailRow.id.desc())
    )
    return tuple(_event(row, posting) for row, posting in rows)


def of_workspace(session: Session, workspace: int, most: int) -> tuple[Event, ...]:
    """The newest events of all postings of a workspace, as far as it is in reach, the newest first."""
    within = (work.visible(session, Kind.POSTING), WorkRow.workspace_id == workspace)
    done = session.execute(
        select(PostingTrailRow, WorkRow)
        .join(PostingRow, PostingRow.id == PostingTrailRow.posting_id)
        .join(WorkRow, WorkRow.id == PostingRow.work_id)
        .where(*within)
        .order_by(PostingTrailRow.at.desc(), PostingTrailRow.id.desc())
        .limit(most)
    )
    versions = session.execute(
        select(PostingVersionRow.made_at, PostingVersionRow.number, PostingVersionRow.author, WorkRow)
        .join(PostingRow, PostingRow.id == PostingVersionRow.posting_id)
        .join(WorkRow, WorkRow.id == PostingRow.work_id)
        .where(*within)
        .order_by(PostingVersionRow.made_at.desc(), PostingVersionRow.number.desc())
        .limit(most)
    )
    events = [_event(row, posting) for row, posting in done]
    for made_at, number, author, posting in versions:
        what = "wrote" if number == 1 else "changed"
        events.append(Event(made_at, what, posting.slug, posting.title, str(number), "", author))
    return tuple(sorted(events, key=lambda event: event.at, reverse=True)[:most])


def _event(row: PostingTrailRow, posting: WorkRow) -> Event:
    return Event(row.at, row.what, posting.slug, posting.title, row.about, row.reason, row.name)
