"""Invitations to coaching, in both directions: a link by mail that nobody can tell an account from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.config import Settings
from app.core.coaching.agreed import read_name
from app.core.english import day_in_words
from app.core.errors import DomainError
from app.core.secrets import fingerprint, new_secret
from app.store import accounts
from app.store import coaching as store
from app.store.accounts import Account
from app.store.coaching import CoachingInvitation, Role
from app.usecases import mail, mailed_invitations, trail
from app.usecases.accounts import confirmed
from app.usecases.mail import Message

__all__ = ["CoachingInvitation", "Role"]

INVITATIONS_A_DAY = 20  # more than a coach needs, and too few to bother strangers with
FORGOTTEN_AFTER = timedelta(days=30)  # since an invitation ran out


def invite(
    session: Session,
    settings: Settings,
    me: int,
    *,
    role: Role,
    name: str,
    email: str,
    link: Callable[[str], str],
    now: datetime,
) -> None:
    """Send somebody a link; whether they have an account makes no difference to anything that can be seen here.

    Raises `DomainError` with the field for what cannot be sent, and without one for who may not invite.
    """
    account = confirmed(session, me)
    own_name, address = read_name(name), mailed_invitations.address(email)
    if accounts.email_key(address) == accounts.email_key(account.email):
        raise DomainError("This is your own address. Invite somebody else.", field="email")
    _must_be_new(session, me, role, address, now)
    if len(store.invited_since(session, me, now - timedelta(days=1))) >= INVITATIONS_A_DAY:
        raise DomainError(f"You can send {INVITATIONS_A_DAY} invitations a day. Go on tomorrow.", field="email")
    store.drop_invitations(session, now - FORGOTTEN_AFTER)
    token = new_secret()
    until = now + mailed_invitations.LASTS
    store.add_invitation(session, me, role, own_name, address, token_hash=fingerprint(token), now=now, expires_at=until)
    trail.note(session, me, "coaching_invited", address, now)
    session.commit()
    mail.send(settings, _message(account, role, own_name, address=address, link=link(token), until=until), now)


def _must_be_new(session: Session, me: int, role: Role, address: str, now: datetime) -> None:
    """Nobody is asked for what they do already, nor twice a day while they can still answer."""
    key = accounts.email_key(address)
    for one in store.relations(session, me):
        other = accounts.by_id(session, one.client if one.role is Role.COACH else one.coach)
        if one.ended_at is None and one.role is role and other and accounts.email_key(other.email) == key:
            told = "You coach" if role is Role.COACH else "You are coached by"
            raise DomainError(f"{told} {one.other_name} already.", field="email")
    waiting = [one for one in invitations(session, me, now) if one.invited_at > now - timedelta(days=1)]
    if key in {accounts.email_key(one.email) for one in waiting}:
        raise DomainError(
            "You wrote to this address within the last day. Give them time to answer, or withdraw that invitation.",
            field="email",
        )


@dataclass(frozen=True)
class Received:
    """An invitation to the address of who is signed in; its link is in their mail alone."""

    name: str
    email: str
    role: Role
    expires_at: datetime


def received(session: Session, me: int, now: datetime) -> tuple[Received, ...]:
    """What waits for the answer of an account whose address is confirmed, the newest first."""
    account = accounts.by_id(session, me)
    if account is None or account.confirmed_at is None:
        return ()
    found = store.invitations_to(session, accounts.email_key(account.email), now)
    return tuple(Received(one.name, account.email, one.role, one.expires_at) for one in found if one.account != me)


def joined(session: Session, token: str, me: int) -> str | None:
    """The coaching that this account accepted by this link, if it did and the coaching stands."""
    found = store.invitation_by_token(session, fingerprint(token))
    if found is None or found.closed_at is None or _why_not(accounts.by_id(session, me), found):
        return None
    standing = [one for one in store.relations(session, me) if one.ended_at is None and one.role is not found.role]
    return next((one.slug for one in standing if found.account in {one.coach, one.client}), None)


def invitations(session: Session, me: int, now: datetime) -> tuple[CoachingInvitation, ...]:
    """Those that were sent and can still be accepted, the newest first."""
    return tuple(one for one in store.invitations(session, me) if one.closed_at is None and one.expires_at > now)


def withdraw_invitation(session: Session, me: int, invitation_id: int, now: datetime) -> None:
    """Close a link at once; raises `DomainError` when this account has sent no such open one."""
    if invitation_id not in {one.id for one in store.invitations(session, me)}:
        raise DomainError("There is no such invitation of yours.", code="not_found")
    store.close_invitation(session, invitation_id, now)
    session.commit()


@dataclass(frozen=True)
class Joining:
    """An invitation as the invited one sees it; `role` is what they would be, `account` who asks, if signed in."""

    name: str
    inviter: str
    role: Role
    expires_at: datetime
    why_not: str


def joining(session: Session, token: str, me: int | None, now: datetime) -> Joining:
    """Return the invitation behind a link; raises `DomainError` when it is unknown, closed or past its day."""
    found = _open_invitation(session, token, now)
    inviter = accounts.by_id(session, found.account)
    role = Role.CLIENT if found.role is Role.COACH else Role.COACH
    why_not = "" if me is None else _why_not(accounts.by_id(session, me), found)
    return Joining(found.name, inviter.email if inviter else "", role, found.expires_at, why_not)


def join(session: Session, token: str, me: int, name: str, now: datetime) -> str:
    """Accept an invitation; return the address of the relation."""
    found = _open_invitation(session, token, now)
    account = accounts.by_id(session, me)
    why_not = _why_not(account, found)
    if why_not:
        raise DomainError(why_not, code="not_invited")
    own_name = read_name(name)
    if not store.close_invitation(session, found.id, now):
        raise DomainError("This invitation has been answered already.", code="closed")
    inviting_coach = found.role is Role.COACH
    slug = store.begin(
        session,
        found.account if inviting_coach else me,
        me if inviting_coach else found.account,
        coach_name=found.name if inviting_coach else own_name,
        client_name=own_name if inviting_coach else found.name,
        now=now,
    )
    trail.note(session, me, "coaching_began", found.name, now)
    trail.note(session, found.account, "coaching_began", own_name, now)
    session.commit()
    return slug


def decline(session: Session, token: str, me: int, now: datetime) -> None:
    """Close a link without accepting; only who was invited may do so."""
    found = _open_invitation(session, token, now)
    if why_not := _why_not(accounts.by_id(session, me), found):
        raise DomainError(why_not, code="not_invited")
    store.close_invitation(session, found.id, now)
    session.commit()


def _open_invitation(session: Session, token: str, now: datetime) -> CoachingInvitation:
    found = store.invitation_by_token(session, fingerprint(token))
    if found is None:
        raise DomainError("This link leads nowhere. Ask for it again: it may have been cut short.", code="not_found")
    if found.closed_at is not None:
        raise DomainError("This invitation was answered or taken back.", code="closed")
    if now >= found.expires_at:
        message = f"This invitation could be answered until {day_in_words(found.expires_at)}. Ask for a new one."
        raise DomainError(message, code="expired")
    return found


def _why_not(account: Account | None, found: CoachingInvitation) -> str:
    if account is None or account.confirmed_at is None:
        return "Confirm your e-mail address first; your account’s page says how. Then open this link again."
    if account.id == found.account:
        return "You sent this invitation yourself."
    if accounts.email_key(account.email) != accounts.email_key(found.email):
        return "This invitation was sent to another address than yours. Ask for one to the address of your account."
    return ""


def _message(account: Account, role: Role, name: str, *, address: str, link: str, until: datetime) -> Message:
    asks = "wants to coach you" if role is Role.COACH else "asks you to be their coach"
    text = (
        f"{name} ({account.email}) {asks} with TPM Toolkit.\n\n"
        f"Open this link to see what that means, and to accept or decline:\n\n{link}\n\n"
        f"It works until {day_in_words(until)}, for an account with this e-mail address. "
        "Whoever is coached decides for each thing whether the coach may see it.\n\n"
        "If you do not know this person, do nothing.\n"
    )
    subject = "Somebody wants to coach you" if role is Role.COACH else "Somebody asks you to coach them"
    return Message(address, subject, text)
