"""Who is asking, and whose work they reach: a browser without an account, or a person who signed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session

from app.store import memberships, reach, workspaces
from app.store.memberships import Membership, Rank


class Visitor:
    """The one who asks. Nothing is looked up before work is touched, and a workspace is made when the first is saved.

    A member of an organization also reads what is kept there, and changes it unless they are its reader.

    `key` opens the browser's own workspace and `keep_key` takes the key of a new one; `account_workspace` is set for
    a person who signed in, and then the browser's key counts no more.
    """

    def __init__(
        self,
        session: Session,
        now: datetime,
        *,
        key: str | None = None,
        keep_key: Callable[[str], None],
        account_workspace: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._session, self._now = session, now
        self._key, self._keep_key, self._account_workspace = key, keep_key, account_workspace

    @cached_property
    def _account(self) -> int | None:
        return self._account_workspace()

    @cached_property
    def _found(self) -> int | None:
        workspace = self._account
        if workspace is None and self._key:
            workspace = workspaces.of_browser(self._session, self._key, self._now)
        return workspace

    @cached_property
    def _teams(self) -> tuple[Membership, ...]:
        return () if self._account is None else memberships.of_workspace(self._session, self._account)

    def own(self) -> frozenset[int]:
        return frozenset() if self._found is None else frozenset({self._found})

    def reads(self) -> frozenset[int]:
        return self.own() | {one.organization.workspace for one in self._teams}

    def changes(self) -> frozenset[int]:
        return self.own() | {one.organization.workspace for one in self._teams if one.rank.may(Rank.EDITOR)}

    def teams(self) -> tuple[Membership, ...]:
        return self._teams

    def home(self) -> int:
        if self._found is None:
            self._found, key = workspaces.open_for_browser(self._session, self._now)
            self._keep_key(key)
        return self._found


def admit(session: Session, visitor: Visitor) -> None:
    """Let the session touch what the visitor reaches and nothing else."""
    reach.limit(session, visitor)


def open_for_owner(session: Session, now: datetime) -> int:
    """Make the workspace of a new account or organization; return its id."""
    return workspaces.open_for_owner(session, now)


def claim(session: Session, key: str | None, account_workspace: int, now: datetime) -> int:
    """Move what was made in this browser into an account's workspace; return how many things moved.

    Afterwards the browser's key opens nothing, so that whoever uses the browser next does not find the work.
    """
    found = workspaces.of_browser(session, key, now) if key else None
    moved = 0 if found is None else workspaces.hand_over(session, found, account_workspace)
    session.commit()
    return moved
