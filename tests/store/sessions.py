"""Database sessions for the store's tests, each limited to one workspace as a visitor's is."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from app.store import reach, workspaces
from app.store.reach import OneWorkspace

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def at_home(session: Session, workspace: int | None = None) -> Session:
    """Limit a session to a workspace, or to a new one."""
    home = workspace or workspaces.open_for_owner(session, NOON)
    reach.limit(session, OneWorkspace(home))
    return session
