"""Whose work a database session may touch: every look-up of saved work asks here, and without an answer fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from sqlalchemy.orm import Session

from app.store.memberships import Membership

_KEY = "reach"
_GRANTED = "granted"


class Reach(Protocol):
    """The workspaces that somebody owns, may see into and may change, the one that takes up what they make, and
    the organizations that they belong to."""

    def own(self) -> frozenset[int]: ...

    def reads(self) -> frozenset[int]: ...

    def changes(self) -> frozenset[int]: ...

    def home(self) -> int: ...

    def teams(self) -> tuple[Membership, ...]: ...


@dataclass(frozen=True)
class OneWorkspace:
    """Somebody at home in one workspace, who reaches no other."""

    workspace: int

    def own(self) -> frozenset[int]:
        return frozenset({self.workspace})

    def reads(self) -> frozenset[int]:
        return frozenset({self.workspace})

    def changes(self) -> frozenset[int]:
        return frozenset({self.workspace})

    def home(self) -> int:
        return self.workspace

    def teams(self) -> tuple[Membership, ...]:
        return ()


def limit(session: Session, reach: Reach) -> None:
    """Let the session touch what lies within reach, from now on."""
    session.info[_KEY] = reach


def of(session: Session) -> Reach:
    """Raises `LookupError` for a session that nobody limited: forgetting to say who asks must never open all."""
    reach: Reach | None = session.info.get(_KEY)
    if reach is None:
        raise LookupError("This database session does not say whose work it may touch.")
    return reach


def member_in(session: Session, workspace: int) -> Membership | None:
    """As whom somebody works in an organization's workspace; None in their own."""
    return next((one for one in of(session).teams() if one.organization.workspace == workspace), None)


def grant(session: Session, work_id: int) -> None:
    """Let the session read one thing besides, because its owner let somebody in by a link or a consent."""
    session.info[_GRANTED] = granted(session) | {work_id}


def granted(session: Session) -> frozenset[int]:
    found: frozenset[int] = session.info.get(_GRANTED, frozenset())
    return found
