"""Organizations and who belongs to them; every look-up goes through the membership of whoever asks."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.core.errors import DomainError
from app.store import reach, workspaces
from app.store.account_tables import AccountRow
from app.store.memberships import Membership, Organization, Rank, organization
from app.store.organization_tables import MemberInvitationRow, MemberRow, OrganizationRow

_NEEDED = {Rank.OWNER: "Only its owners", Rank.EDITOR: "Only its owners and editors"}


@dataclass(frozen=True)
class Member:
    """Somebody who belongs to an organization."""

    account: int
    name: str
    email: str
    rank: Rank
    joined_at: datetime


@dataclass(frozen=True)
class Invitation:
    """Somebody who was asked to join and has not answered."""

    id: int
    email: str
    rank: Rank
    invited_at: datetime
    expires_at: datetime
    organization: Organization


class TeamConflict(DomainError):
    """Somebody else changed the team or its members in the same moment."""

    code = "conflict"

    def __init__(self) -> None:
        super().__init__("Somebody else changed this team since you opened the page. Look at it as it is now.")


def membership(session: Session, slug: str, needed: Rank = Rank.READER) -> Membership:
    """As whom somebody belongs to a team; raises `DomainError` for outsiders (not_found) and for too low a rank."""
    found = next((one for one in reach.of(session).teams() if one.organization.slug == slug), None)
    if found is None:
        raise DomainError("There is no team at this address that you belong to.", code="not_found")
    if not found.rank.may(needed):
        message = f"{_NEEDED[needed]} may do that in “{found.organization.name}”. You are its {found.rank}."
        raise DomainError(message, code="not_yours")
    return found


def create(session: Session, name: str, account: int, member: str, now: datetime) -> Organization:
    """Make a team with a workspace of its own and one owner."""
    row = OrganizationRow(
        slug=secrets.token_urlsafe(24),
        name=name,
        workspace_id=workspaces.open_for_owner(session, now),
        made_at=now,
        changed_at=now,
    )
    session.add(row)
    session.flush()
    session.add(MemberRow(organization_id=row.id, account_id=account, rank=Rank.OWNER, name=member, joined_at=now))
    session.flush()
    return organization(row)


def rename(session: Session, team: Organization, version: int, name: str, now: datetime) -> None:
    """Raises `TeamConflict` when `version` is not the newest."""
    row = session.get_one(OrganizationRow, team.id)
    if row.version != version:
        raise TeamConflict
    row.name = name
    _touch(session, row, now)


def remove(session: Session, team: Organization) -> None:
    """Forget a team with its postings, members and texts, for good."""
    workspaces.remove(session, team.workspace)


# -- members


def members(session: Session, team: Organization) -> tuple[Member, ...]:
    """Everybody, owners first, then by name."""
    rows = session.execute(
        select(MemberRow, AccountRow.email)
        .join(AccountRow, AccountRow.id == MemberRow.account_id)
        .where(MemberRow.organization_id == team.id)
    )
    found = [Member(row.account_id, row.name, email, Rank(row.rank), row.joined_at) for row, email in rows]
    return tuple(sorted(found, key=lambda one: (tuple(Rank).index(one.rank), one.name.casefold(), one.account)))


def add_member(session: Session, team: Organization, account: int, *, rank: Rank, name: str, now: datetime) -> None:
    """Raises `DomainError` for somebody who belongs to the team already."""
    if session.get(MemberRow, (team.id, account)) is not None:
        raise DomainError(f"You belong to “{team.name}” already.", code="member_already")
    session.add(MemberRow(organization_id=team.id, account_id=account, rank=rank, name=name, joined_at=now))
    try:
        session.flush()
    except IntegrityError:  # two presses of one button
        session.rollback()
        raise DomainError(f"You belong to “{team.name}” already.", code="member_already") from None


def give_rank(session: Session, team: Organization, account: int, rank: Rank, now: datetime) -> Member:
    """Return the member as they were; raises `DomainError` when the team would be left without an owner."""
    row, before = _member(session, team, account)
    if rank is not Rank.OWNER:
        _keep_an_owner(session, team, before)
    row.rank = rank
    _touch(session, session.get_one(OrganizationRow, team.id), now)
    return before


def rename_member(session: Session, team: Organization, account: int, name: str) -> None:
    row, _ = _member(session, team, account)
    row.name = name
    session.flush()


def remove_member(session: Session, team: Organization, account: int, now: datetime) -> Member:
    """Return the member who went; raises `DomainError` when the team would be left without an owner."""
    row, before = _member(session, team, account)
    _keep_an_owner(session, team, before)
    session.delete(row)
    _touch(session, session.get_one(OrganizationRow, team.id), now)
    return before


def _member(session: Session, team: Organization, account: int) -> tuple[MemberRow, Member]:
    row = session.get(MemberRow, (team.id, account))
    if row is None:
        raise DomainError(f"Nobody of that number belongs to “{team.name}”.", code="not_found")
    email = session.get_one(AccountRow, account).email
    return row, Member(account, row.name, email, Rank(row.rank), row.joined_at)


def _keep_an_owner(session: Session, team: Organization, member: Member) -> None:
    owners = session.scalar(
        select(func.count())
        .select_from(MemberRow)
        .where(MemberRow.organization_id == team.id, MemberRow.rank == Rank.OWNER)
    )
    if member.rank is Rank.OWNER and owners == 1:
        raise DomainError(
            f"{member.name} is the only owner of “{team.name}”. Make somebody else an owner first, or delete the team.",
            code="last_owner",
        )


def _touch(session: Session, row: OrganizationRow, now: datetime) -> None:
    """Count a change: two owners who demote each other in one moment meet here, and the second one is told."""
    row.changed_at = now
    try:
        session.flush()
    except StaleDataError:
        session.rollback()
        raise TeamConflict from None


# -- invitations


def invite(
    session: Session, team: Organization, *, email: str, rank: Rank, token_hash: str, now: datetime, until: datetime
) -> None:
    """Ask somebody to join; an earlier invitation of the same address is closed."""
    session.execute(
        delete(MemberInvitationRow).where(
            MemberInvitationRow.organization_id == team.id, func.lower(MemberInvitationRow.email) == email.lower()
        )
    )
    row = MemberInvitationRow(
        organization_id=team.id, email=email, rank=rank, token_hash=token_hash, invited_at=now, expires_at=until
    )
    session.add(row)
    session.flush()


def invitations(session: Session, team: Organization) -> tuple[Invitation, ...]:
    """Those that nobody has answered, the newest first."""
    query = select(MemberInvitationRow).where(MemberInvitationRow.organization_id == team.id)
    return tuple(_invitation(row, team) for row in session.scalars(query.order_by(MemberInvitationRow.id.desc())))


def by_token(session: Session, token_hash: str) -> Invitation | None:
    """The invitation behind a link's secret."""
    found = session.execute(
        select(MemberInvitationRow, OrganizationRow)
        .join(OrganizationRow, OrganizationRow.id == MemberInvitationRow.organization_id)
        .where(MemberInvitationRow.token_hash == token_hash)
    ).first()
    return None if found is None else _invitation(found[0], organization(found[1]))


def drop_invitations(session: Session, expired_before: datetime) -> int:
    """Forget those that ran out before a moment; return how many there were."""
    found = delete(MemberInvitationRow).where(MemberInvitationRow.expires_at < expired_before)
    return len(session.execute(found.returning(MemberInvitationRow.id)).all())


def close_invitation(session: Session, team: Organization, invitation: int) -> str:
    """Forget an invitation and return its address; raises `DomainError` when it is not one of this team's."""
    row = session.get(MemberInvitationRow, invitation)
    if row is None or row.organization_id != team.id:
        raise DomainError("There is no such invitation. It may have been accepted.", code="not_found")
    session.delete(row)
    session.flush()
    return row.email


def _invitation(row: MemberInvitationRow, team: Organization) -> Invitation:
    return Invitation(row.id, row.email, Rank(row.rank), row.invited_at, row.expires_at, team)
