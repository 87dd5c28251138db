"""Head counts by place: kept with a workspace, and counted in the law review of its postings."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.core.law.employers import Employer
from app.store import head_counts as store
from app.store.head_counts import CountsConflict, HeadCounts
from app.store.memberships import Membership
from app.store.postings import SavedPosting

__all__ = ["CountsConflict", "HeadCounts"]


def of(session: Session, posting: SavedPosting) -> HeadCounts:
    """What is known of the employer of a posting."""
    return store.of(session, posting.workspace)


def of_team(session: Session, team: Membership) -> HeadCounts:
    """What is known of a team that the visitor belongs to."""
    return store.of(session, team.organization.workspace)


def keep(session: Session, workspace: int, version: int, employer: Employer, now: datetime) -> None:
    """Keep the counts that somebody gave who saw this version; raises `CountsConflict`."""
    store.put(session, workspace, version, employer, now)
    session.commit()
