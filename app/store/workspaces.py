"""Workspaces: where saved work belongs, before there is an account and after."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from app.core.secrets import fingerprint, new_secret
from app.store.tables import HeadCountRow, WorkRow, WorkspaceRow


def open_for_browser(session: Session, now: datetime) -> tuple[int, str]:
    """Make a workspace that only the holder of a key finds again; return its id and the key, which is not kept."""
    key = new_secret()
    row = WorkspaceRow(key_hash=fingerprint(key), made_at=now, seen_at=now)
    session.add(row)
    session.flush()
    return row.id, key


def open_for_owner(session: Session, now: datetime) -> int:
    """Make a workspace without a key, for an account or an organization; return its id."""
    row = WorkspaceRow(key_hash=None, made_at=now, seen_at=now)
    session.add(row)
    session.flush()
    return row.id


def of_browser(session: Session, key: str, now: datetime) -> int | None:
    """The workspace that a browser's key opens; looking in counts as use, once a day."""
    row = session.scalar(select(WorkspaceRow).where(WorkspaceRow.key_hash == fingerprint(key)))
    if row is None:
        return None
    if row.seen_at.date() < now.date():
        session.execute(update(WorkspaceRow).where(WorkspaceRow.id == row.id).values(seen_at=now))
        session.commit()
    return row.id


def hand_over(session: Session, old: int, new: int) -> int:
    """Move all work of one workspace into another and drop the empty one; return how many things moved."""
    moved = session.execute(
        update(WorkRow).where(WorkRow.workspace_id == old).values(workspace_id=new).returning(WorkRow.id)
    ).all()
    _hand_over_head_counts(session, old, new)
    remove(session, old)
    return len(moved)


def _hand_over_head_counts(session: Session, old: int, new: int) -> None:
    """The postings that move keep what they are checked with, unless the other workspace has counts of its own."""
    counted = select(HeadCountRow.workspace_id).where(HeadCountRow.workspace_id == new)
    session.execute(
        update(HeadCountRow)
        .where(HeadCountRow.workspace_id == old, ~counted.exists())
        .values(workspace_id=new)
        .execution_options(synchronize_session=False)
    )


def remove(session: Session, workspace: int) -> None:
    """Forget a workspace with all its work, for good."""
    session.execute(delete(WorkspaceRow).where(WorkspaceRow.id == workspace))
    session.expire_all()


def drop_unclaimed(session: Session, seen_before: datetime) -> int:
    """Forget the browsers' workspaces that nobody has opened since a moment; return how many there were."""
    dropped = session.execute(
        delete(WorkspaceRow)
        .where(WorkspaceRow.key_hash.is_not(None), WorkspaceRow.seen_at < seen_before)
        .returning(WorkspaceRow.id)
    ).all()
    session.expire_all()
    return len(dropped)
