"""Everything that people save, whatever its kind: its address, its title, whose it is, and whether it was put away."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, or_, select
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store import reach
from app.store.tables import PostingRow, WorkRow


class Kind(StrEnum):
    """What can be saved."""

    POSTING = "posting"
    ASSESSMENT = "assessment"
    REPORT = "report"
    LOOK_UP = "look-up"


_NAMES = {
    Kind.POSTING: "posting",
    Kind.ASSESSMENT: "assessment",
    Kind.REPORT: "résumé report",
    Kind.LOOK_UP: "salary look-up",
}


@dataclass(frozen=True)
class Work:
    """One saved thing as a list shows it; `deleted_at` is when it was put into the bin.

    `about` tells apart what has the same title: a posting's employer and place.
    """

    id: int
    kind: Kind
    slug: str
    title: str
    workspace: int
    made_at: datetime
    changed_at: datetime
    archived_at: datetime | None
    deleted_at: datetime | None
    about: str = ""

    def has(self, words: Iterable[str]) -> bool:
        """Whether each word, in small letters, stands in the title or in what tells it from others."""
        told = f"{self.title} {self.about}".casefold()
        return all(word in told for word in words)


class NotYours(DomainError):
    """Somebody may read a thing and tried to change it."""

    code = "not_yours"

    def __init__(self, kind: Kind, team: str = "") -> None:
        why = f" You are a reader of “{team}”; one of its owners can make you an editor." if team else ""
        super().__init__(f"You can read this {_NAMES[kind]}, but not change it.{why}")


def new_row(session: Session, kind: Kind, title: str, now: datetime, workspace: int | None = None) -> WorkRow:
    """Enter a new thing in its maker's workspace or a team's, under an address that nobody can guess (192 random bits).

    Raises `NotYours` for a team to which its maker may add nothing.
    """
    if workspace is not None and workspace not in reach.of(session).changes():
        raise _not_yours(session, kind, workspace)
    return WorkRow(
        workspace_id=reach.of(session).home() if workspace is None else workspace,
        kind=kind,
        slug=secrets.token_urlsafe(24),
        title=title,
        made_at=now,
        changed_at=now,
    )


def visible(session: Session, kind: Kind) -> ColumnElement[bool]:
    """The condition that a row of `WorkRow` is of this kind, not deleted, and within the session's reach."""
    return (WorkRow.kind == kind) & WorkRow.deleted_at.is_(None) & _within(session)


def row_of(session: Session, query: Select[Any], kind: Kind, slug: str, *, to_change: bool = False) -> Any:
    """Return the row that belongs to an address, from a query that joins `WorkRow`.

    Raises `DomainError` (not_found) for what is not there or out of reach, and `NotYours` for what may only be read.
    """
    found = session.execute(query.add_columns(WorkRow).where(WorkRow.slug == slug, visible(session, kind))).first()
    if found is None:
        raise missing(kind)
    row, work = found
    if to_change and not may_change(session, work):
        raise _not_yours(session, kind, work.workspace_id)
    return row


def missing(kind: Kind) -> DomainError:
    return DomainError(f"There is no {_NAMES[kind]} at this address. It may have been deleted.", code="not_found")


def may_change(session: Session, work: WorkRow) -> bool:
    return work.workspace_id in reach.of(session).changes()


# -- what can be done with every kind


def listed(
    session: Session, workspaces: frozenset[int], kind: Kind | None = None, *, deleted: bool = False
) -> tuple[Work, ...]:
    """What is kept in these workspaces, as far as it is in reach, the newest change first; or what is in the bin."""
    query = select(WorkRow, PostingRow.content).outerjoin(PostingRow, PostingRow.work_id == WorkRow.id)
    query = query.where(WorkRow.workspace_id.in_(workspaces & reach.of(session).reads()))
    query = query.where(WorkRow.deleted_at.is_not(None) if deleted else WorkRow.deleted_at.is_(None))
    if kind is not None:
        query = query.where(WorkRow.kind == kind)
    rows = session.execute(query.order_by(WorkRow.changed_at.desc(), WorkRow.id.desc()))
    return tuple(replace(value_of(row), about=_about(content) if content else "") for row, content in rows)


def _about(posting: Mapping[str, Any]) -> str:
    """ "Harborline Payments · Seattle, Washington, United States"."""
    facts = dict(posting["facts"])
    place = facts.get("Place") or facts.get("Places", "")
    return " · ".join(part for part in (posting["brief"]["employer"], place) if part)


def find(session: Session, slug: str) -> Work:
    """Return a thing of any kind, also one in the bin; raises `DomainError` when it is out of reach."""
    return value_of(_any_row(session, slug))


def rename(session: Session, slug: str, title: str) -> None:
    _to_change(session, slug).title = title
    session.flush()


def archive(session: Session, slug: str, at: datetime | None) -> None:
    """Put a thing away, or with None take it out again."""
    _to_change(session, slug).archived_at = at
    session.flush()


def put_in_bin(session: Session, slug: str, at: datetime | None) -> None:
    """Delete a thing so that it can be brought back, or with None bring it back."""
    _to_change(session, slug).deleted_at = at
    session.flush()


def remove(session: Session, slug: str) -> None:
    """Forget a thing for good, with everything that hangs on it."""
    session.delete(_to_change(session, slug))
    session.flush()


def move(session: Session, slug: str, workspace: int) -> None:
    """Hand a thing over to another workspace that its mover may change as well."""
    row = _to_change(session, slug)
    if workspace not in reach.of(session).changes():
        raise _not_yours(session, Kind(row.kind), workspace)
    row.workspace_id = workspace
    session.flush()


def empty_bin(session: Session, deleted_before: datetime) -> int:
    """Forget for good what was deleted before a moment, whoever it belonged to; return how much it was."""
    return len(session.execute(delete(WorkRow).where(WorkRow.deleted_at < deleted_before).returning(WorkRow.id)).all())


def _any_row(session: Session, slug: str) -> WorkRow:
    row = session.scalar(select(WorkRow).where(WorkRow.slug == slug, _within(session)))
    if row is None:
        raise DomainError("There is nothing at this address. It may have been deleted.", code="not_found")
    return row


def _to_change(session: Session, slug: str) -> WorkRow:
    row = _any_row(session, slug)
    if not may_change(session, row):
        raise _not_yours(session, Kind(row.kind), row.workspace_id)
    return row


def _not_yours(session: Session, kind: Kind, workspace: int) -> NotYours:
    member = reach.member_in(session, workspace)
    return NotYours(kind, member.organization.name if member else "")


def _within(session: Session) -> ColumnElement[bool]:
    return or_(WorkRow.workspace_id.in_(reach.of(session).reads()), WorkRow.id.in_(reach.granted(session)))


def value_of(row: WorkRow) -> Work:
    return Work(
        row.id,
        Kind(row.kind),
        row.slug,
        row.title,
        row.workspace_id,
        row.made_at,
        row.changed_at,
        row.archived_at,
        row.deleted_at,
    )
