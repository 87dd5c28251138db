"""Who coaches whom, and what the coach may see: each look-up asks for the account that wants to know."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import Select, delete, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from app.core.errors import DomainError
from app.store import database, reach
from app.store.account_tables import AccountRow
from app.store.coaching_tables import CoachingInvitationRow, CoachingRow, ConsentRow
from app.store.tables import WorkRow
from app.store.work import Work, value_of


class Role(StrEnum):
    """What somebody is in a relation."""

    COACH = "coach"
    CLIENT = "client"


@dataclass(frozen=True)
class CoachingInvitation:
    """`role` is what the inviter will be, `name` how they call themselves, `email` where the link was sent."""

    id: int
    account: int
    role: Role
    name: str
    email: str
    invited_at: datetime
    expires_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True)
class Relation:
    """A coach and a client as one of the two sees it: `role` is the viewer's own."""

    id: int
    slug: str
    role: Role
    coach: int
    client: int
    coach_name: str
    client_name: str
    group: str
    began_at: datetime
    ended_at: datetime | None

    @property
    def other_name(self) -> str:
        return self.client_name if self.role is Role.COACH else self.coach_name

    @property
    def own_name(self) -> str:
        return self.coach_name if self.role is Role.COACH else self.client_name

    @property
    def other(self) -> int:
        return self.client if self.role is Role.COACH else self.coach


# -- invitations


def add_invitation(
    session: Session,
    account: int,
    role: Role,
    name: str,
    email: str,
    *,
    token_hash: str,
    now: datetime,
    expires_at: datetime,
) -> None:
    session.add(
        CoachingInvitationRow(
            account_id=account,
            role=role,
            name=name,
            email=email,
            token_hash=token_hash,
            invited_at=now,
            expires_at=expires_at,
        )
    )
    session.flush()


def invitations(session: Session, account: int) -> tuple[CoachingInvitation, ...]:
    """What an account has sent, the newest first."""
    query = select(CoachingInvitationRow).where(CoachingInvitationRow.account_id == account)
    return tuple(_invitation(row) for row in session.scalars(query.order_by(CoachingInvitationRow.id.desc())))


def invitations_to(session: Session, email_key: str, now: datetime) -> tuple[CoachingInvitation, ...]:
    """What was sent to an address and can still be answered, the newest first."""
    query = select(CoachingInvitationRow).where(
        CoachingInvitationRow.closed_at.is_(None),
        CoachingInvitationRow.expires_at > now,
        func.lower(CoachingInvitationRow.email) == email_key,
    )
    return tuple(_invitation(row) for row in session.scalars(query.order_by(CoachingInvitationRow.id.desc())))


def invited_since(session: Session, account: int, since: datetime) -> tuple[str, ...]:
    """The addresses that an account has written to since a moment."""
    query = select(CoachingInvitationRow.email).where(
        CoachingInvitationRow.account_id == account, CoachingInvitationRow.invited_at > since
    )
    return tuple(session.scalars(query))


def invitation_by_token(session: Session, token_hash: str) -> CoachingInvitation | None:
    row = session.scalar(select(CoachingInvitationRow).where(CoachingInvitationRow.token_hash == token_hash))
    return None if row is None else _invitation(row)


def close_invitation(session: Session, invitation_id: int, now: datetime) -> bool:
    """Close one that is still open; of two who try at once only one succeeds."""
    closed = session.execute(
        update(CoachingInvitationRow)
        .where(CoachingInvitationRow.id == invitation_id, CoachingInvitationRow.closed_at.is_(None))
        .values(closed_at=now)
        .returning(CoachingInvitationRow.id)
    ).all()
    return bool(closed)


def drop_invitations(session: Session, expired_before: datetime) -> int:
    """Forget those that ran out before a moment; return how many there were."""
    found = delete(CoachingInvitationRow).where(CoachingInvitationRow.expires_at < expired_before)
    return len(session.execute(found.returning(CoachingInvitationRow.id)).all())


def _invitation(row: CoachingInvitationRow) -> CoachingInvitation:
    return CoachingInvitation(
        row.id, row.account_id, Role(row.role), row.name, row.email, row.invited_at, row.expires_at, row.closed_at
    )


# -- relations


def begin(session: Session, coach: int, client: int, *, coach_name: str, client_name: str, now: datetime) -> str:
    """Make two people coach and client, again if they were before; return the relation's address."""
    names = {"coach_name": coach_name, "client_name": client_name}
    new = {"slug": secrets.token_urlsafe(12), "coach_id": coach, "client_id": client, "group_name": "", "began_at": now}
    statement = (
        database.insert(session, CoachingRow)
        .values(**new, **names)
        .on_conflict_do_update(
            index_elements=[CoachingRow.coach_id, CoachingRow.client_id], set_={**names, "ended_at": None}
        )
        .returning(CoachingRow.slug)
    )
    slug: str = session.scalars(statement).one()
    session.expire_all()
    return slug


def relations(session: Session, account: int) -> tuple[Relation, ...]:
    """Those of an account that stand, and as a client also those that have ended; the oldest first."""
    query = _seen_by(account).order_by(CoachingRow.id)
    return tuple(_relation(row, account) for row in session.scalars(query))


def relation(session: Session, account: int, slug: str) -> Relation:
    """Raises `DomainError` for a relation that is not this account's, and for a coach also once it has ended."""
    row = session.scalar(_seen_by(account).where(CoachingRow.slug == slug))
    if row is None:
        raise DomainError("There is no coaching at this address. It may have ended.", code="not_found")
    return _relation(row, account)


def _seen_by(account: int) -> Select[CoachingRow]:
    as_coach = (CoachingRow.coach_id == account) & CoachingRow.ended_at.is_(None)
    return select(CoachingRow).where(or_(as_coach, CoachingRow.client_id == account))


def end(session: Session, relation_id: int, now: datetime) -> None:
    """End a relation and take back every consent of it."""
    session.execute(delete(ConsentRow).where(ConsentRow.coaching_id == relation_id))
    session.execute(update(CoachingRow).where(CoachingRow.id == relation_id).values(ended_at=now))
    session.expire_all()


def forget(session: Session, relation_id: int) -> None:
    """Forget a relation for good, with its comments and goals."""
    session.execute(delete(CoachingRow).where(CoachingRow.id == relation_id))
    session.expire_all()


def put_into_group(session: Session, relation_id: int, group: str) -> None:
    session.execute(update(CoachingRow).where(CoachingRow.id == relation_id).values(group_name=group))
    session.expire_all()


def _relation(row: CoachingRow, account: int) -> Relation:
    return Relation(
        row.id,
        row.slug,
        Role.COACH if row.coach_id == account else Role.CLIENT,
        row.coach_id,
        row.client_id,
        row.coach_name,
        row.client_name,
        row.group_name,
        row.began_at,
        row.ended_at,
    )


# -- consent


def consent(session: Session, relation_id: int, work_id: int, now: datetime) -> None:
    """Let the coach see a thing; saying so twice changes nothing."""
    given = database.insert(session, ConsentRow).values(coaching_id=relation_id, work_id=work_id, given_at=now)
    session.execute(given.on_conflict_do_nothing())


def withdraw(session: Session, relation_id: int, work_id: int) -> bool:
    """Whether there was a consent to take back."""
    gone = delete(ConsentRow).where(ConsentRow.coaching_id == relation_id, ConsentRow.work_id == work_id)
    taken = session.execute(gone.returning(ConsentRow.work_id)).all()
    session.expire_all()
    return bool(taken)


def consented(session: Session, relation_id: int) -> dict[int, datetime]:
    """The things that the coach may see, and since when."""
    query = select(ConsentRow.work_id, ConsentRow.given_at).where(ConsentRow.coaching_id == relation_id)
    return {row.work_id: row.given_at for row in session.execute(query)}


def open_by_consent(
    session: Session, coach: int, slug: str | None = None, work_slug: str | None = None
) -> dict[int, tuple[Work, ...]]:
    """Let the session read what clients let this coach see: all of it, what one client shows, or one thing.

    Returned by relation, the newest first.

    Only what lies in the client's own workspace counts: what was handed to somebody else is not the client's to show.
    """
    client = aliased(AccountRow)
    query = (
        select(CoachingRow.id, WorkRow)
        .join(ConsentRow, ConsentRow.coaching_id == CoachingRow.id)
        .join(WorkRow, WorkRow.id == ConsentRow.work_id)
        .join(client, client.id == CoachingRow.client_id)
        .where(
            CoachingRow.coach_id == coach,
            CoachingRow.ended_at.is_(None),
            WorkRow.deleted_at.is_(None),
            WorkRow.workspace_id == client.workspace_id,
        )
        .order_by(WorkRow.changed_at.desc(), WorkRow.id.desc())
    )
    if slug is not None:
        query = query.where(CoachingRow.slug == slug)
    if work_slug is not None:
        query = query.where(WorkRow.slug == work_slug)
    found: dict[int, tuple[Work, ...]] = {}
    for relation_id, row in session.execute(query):
        reach.grant(session, row.id)
        found[relation_id] = (*found.get(relation_id, ()), value_of(row))
    return found
