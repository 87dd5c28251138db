"""How many people an employer has, as the law review of a workspace's postings counts them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.core.errors import DomainError
from app.core.law.employers import Employer
from app.store import reach
from app.store.tables import HeadCountRow


@dataclass(frozen=True)
class HeadCounts:
    """The counts as they are kept; version 0 says that nobody has given any."""

    employer: Employer
    version: int
    changed_at: datetime | None


NONE = HeadCounts(Employer(), 0, None)


class CountsConflict(DomainError):
    """Somebody else changed the counts first; `saved` is what stands now."""

    code = "conflict"

    def __init__(self, saved: HeadCounts) -> None:
        super().__init__("The head counts were changed by somebody else since you opened them.")
        self.saved = saved


def of(session: Session, workspace: int) -> HeadCounts:
    """What is kept for a workspace. No reach is asked: a reading person also reads what the law was checked with."""
    row = session.get(HeadCountRow, workspace)
    if row is None:
        return NONE
    return HeadCounts(Employer(row.total, row.heads, row.based_in), row.version, row.changed_at)


def put(session: Session, workspace: int, version: int, employer: Employer, now: datetime) -> None:
    """Keep the counts of a workspace that the session may change; raises `CountsConflict`."""
    if workspace not in reach.of(session).changes():
        raise DomainError("You can read these head counts, but not change them.", code="not_yours")
    row = session.get(HeadCountRow, workspace, populate_existing=True)
    if version != (row.version if row else 0):
        raise CountsConflict(of(session, workspace))
    if row is None:
        row = HeadCountRow(workspace_id=workspace)
        session.add(row)
    row.total, row.heads, row.based_in = employer.total, dict(employer.heads), employer.based_in
    row.changed_at = now
    try:
        session.flush()
    except (StaleDataError, IntegrityError):
        session.rollback()
        raise CountsConflict(of(session, workspace)) from None
