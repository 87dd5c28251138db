"""Teams that hire: who belongs to one, what they may do, and postings that move between a team and one's own work."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.core.english import day_in_words
from app.core.errors import DomainError
from app.core.secrets import fingerprint
from app.core.text import clean
from app.store import organizations as store
from app.store import posting_trail, reach, work
from app.store.accounts import Account
from app.store.memberships import Membership, Organization, Rank
from app.store.organizations import Invitation, Member, TeamConflict
from app.store.posting_trail import Event
from app.store.work import Kind, Work
from app.usecases import accounts, mail, mailed_invitations, throttling, trail
from app.usecases.mail import Message
from app.usecases.toolkit import Toolkit

__all__ = ["Event", "Invitation", "Member", "Membership", "Organization", "Rank", "TeamConflict"]

LONGEST_NAME = 80
MOST_INVITATIONS = 50  # unanswered ones of one team; more would make the product a way to send unwanted mail
INVITATIONS_A_DAY = 50  # of one account, so that nobody writes to strangers without end
SECONDS_A_DAY = 24 * 60 * 60
SHOWN = 100  # events of the trail on one page


class OverInvitation(DomainError):
    """A link that opens nothing any more."""

    code = "over"


# -- teams


def of_visitor(session: Session) -> tuple[Membership, ...]:
    """The teams that whoever asks belongs to."""
    return reach.of(session).teams()


def writable(session: Session) -> tuple[Membership, ...]:
    """The teams to which whoever asks may add postings."""
    return tuple(one for one in of_visitor(session) if one.rank.may(Rank.EDITOR))


def membership(session: Session, slug: str, needed: Rank = Rank.READER) -> Membership:
    """As whom the visitor belongs to a team; raises `DomainError` for outsiders and for too low a rank."""
    return store.membership(session, slug, needed)


def keeping(session: Session, workspace: int) -> Membership | None:
    """The visitor's place in the team that keeps a posting; None for a posting of their own."""
    return reach.member_in(session, workspace)


def create(session: Session, account: Account, name: str, member: str, now: datetime) -> Organization:
    """Make a team whose owner is the account."""
    team = store.create(session, _name(name, "name"), account.id, _name(member, "member"), now)
    trail.note(session, account.id, "team_made", team.name, now)
    session.commit()
    return team


def rename(session: Session, slug: str, version: int, name: str, now: datetime) -> None:
    """Raises `TeamConflict` when somebody else changed the team since `version`."""
    mine = membership(session, slug, Rank.OWNER)
    store.rename(session, mine.organization, version, _name(name, "name"), now)
    trail.note(session, mine.account, "team_renamed", f"{mine.organization.name} → {_name(name, 'name')}", now)
    session.commit()


def delete(session: Session, slug: str, now: datetime, *, keep_postings: bool) -> int:
    """Forget a team; its postings go into the owner's own work, or with it. Return how many were kept."""
    mine = membership(session, slug, Rank.OWNER)
    kept: tuple[Work, ...] = ()
    if keep_postings:
        workspaces = frozenset({mine.organization.workspace})
        kept = (*work.listed(session, workspaces), *work.listed(session, workspaces, deleted=True))
        for one in kept:
            _note_move(session, one, f"“{mine.organization.name}”, which was deleted", now)
            work.move(session, one.slug, reach.of(session).home())
    for member in store.members(session, mine.organization):
        trail.note(session, member.account, "team_deleted", mine.organization.name, now)
    store.remove(session, mine.organization)
    session.commit()
    return len(kept)


# -- members


def members(session: Session, team: Organization) -> tuple[Member, ...]:
    return store.members(session, team)


def give_rank(session: Session, slug: str, account: int, rank: Rank, now: datetime) -> Member:
    """Raises `DomainError` when the team would be left without an owner."""
    mine = membership(session, slug, Rank.OWNER)
    before = store.give_rank(session, mine.organization, account, rank, now)
    if before.rank is not rank:
        _tell(session, mine, before, what="rank_changed", more=f"{before.rank} → {rank}", now=now)
    session.commit()
    return before


def remove_member(session: Session, slug: str, account: int, now: datetime) -> Member:
    """Take somebody out of a team; they see nothing of it from the next page on."""
    mine = membership(session, slug, Rank.OWNER)
    before = store.remove_member(session, mine.organization, account, now)
    _tell(session, mine, before, what="member_removed", more="", now=now)
    session.commit()
    return before


def leave(session: Session, slug: str, now: datetime) -> None:
    """Raises `DomainError` for the last owner."""
    mine = membership(session, slug)
    store.remove_member(session, mine.organization, mine.account, now)
    trail.note(session, mine.account, "team_left", mine.organization.name, now)
    session.commit()


def call_me(session: Session, slug: str, name: str) -> None:
    """Change the name by which the others know the visitor; what they signed before keeps the old one."""
    mine = membership(session, slug)
    store.rename_member(session, mine.organization, mine.account, _name(name, "member"))
    session.commit()


def before_account_goes(session: Session, now: datetime) -> None:
    """Make an account that will be deleted free: a team of one goes with it, other teams lose a member.

    Raises `DomainError` while it is the only owner of a team with others. The caller commits.
    """
    for mine in of_visitor(session):
        if len(store.members(session, mine.organization)) == 1:
            store.remove(session, mine.organization)
        else:
            store.remove_member(session, mine.organization, mine.account, now)


# -- invitations


def invite(
    session: Session, toolkit: Toolkit, slug: str, *, email: str, rank: Rank, link: str, secret: str, now: datetime
) -> str:
    """Ask somebody to join, by mail; return the address. `link` carries the `secret`, of which the hash is kept."""
    mine = membership(session, slug, Rank.OWNER)
    accounts.confirmed(session, mine.account, field="email")
    team, to = mine.organization, mailed_invitations.address(email)
    if any(one.email.casefold() == to.casefold() for one in store.members(session, team)):
        raise DomainError(f"{to} belongs to the team already.", field="email", code="member_already")
    waiting = [one for one in store.invitations(session, team) if one.expires_at > now]
    if len(waiting) >= MOST_INVITATIONS:
        message = f"{MOST_INVITATIONS} invitations wait for an answer. Withdraw some before you send more."
        raise DomainError(message, field="email", code="too_many")
    until = now + mailed_invitations.LASTS
    _not_too_many(session, mine.account, to, now)
    store.invite(session, team, email=to, rank=rank, token_hash=fingerprint(secret), now=now, until=until)
    trail.note(session, mine.account, "member_invited", f"{to} to “{team.name}”", now)
    session.commit()
    mail.send(toolkit.settings, _asking(mine, to, rank, link, until), now)
    return to


def _not_too_many(session: Session, account: int, to: str, now: datetime) -> None:
    """Count a message to somebody who may not know of it; raises `DomainError` when it would be one too many.

    Counted apart from the invitations, since who withdraws one has written all the same.
    """
    written, written_to = f"team invitations of {account}", f"team invitations of {account} to {to.casefold()}"
    if throttling.tried(session, written_to, now):
        message = (
            "You wrote to this address within the last day. Give them time to answer; a member’s rank can still be "
            "changed once they have joined."
        )
        raise DomainError(message, field="email", code="too_soon")
    if throttling.tried(session, written, now) >= INVITATIONS_A_DAY:
        message = f"You can send {INVITATIONS_A_DAY} invitations a day. Go on tomorrow."
        raise DomainError(message, field="email", code="too_many")
    for key in (written, written_to):
        throttling.count(session, key, 1, now, SECONDS_A_DAY)


def invitations(session: Session, slug: str) -> tuple[Invitation, ...]:
    """Those that wait for an answer; only owners see them."""
    return store.invitations(session, membership(session, slug, Rank.OWNER).organization)


def withdraw(session: Session, slug: str, invitation: int, now: datetime) -> str:
    """Close an invitation and return its address."""
    mine = membership(session, slug, Rank.OWNER)
    email = store.close_invitation(session, mine.organization, invitation)
    trail.note(session, mine.account, "invitation_withdrawn", f"{email} to “{mine.organization.name}”", now)
    session.commit()
    return email


def invitation_of(session: Session, secret: str, now: datetime) -> Invitation:
    """Raises `OverInvitation` for a link that was used, withdrawn or left for two weeks."""
    found = store.by_token(session, fingerprint(secret))
    if found is None or found.expires_at <= now:
        raise OverInvitation("This invitation was used, withdrawn or has run out. Ask for a new one.")
    return found


def accept(session: Session, secret: str, account: Account, name: str, now: datetime) -> Organization:
    """Join a team. Only the address that was invited may, and only who has shown that it is theirs.

    A link that went astray names the address, and anybody can make an account that claims it.
    """
    asked = invitation_of(session, secret, now)
    if account.email.casefold() != asked.email.casefold():
        raise DomainError(
            f"This invitation is for {asked.email}, and you are signed in as {account.email}. "
            "Sign in with that address, or ask for an invitation to this one.",
            field="account",
            code="other_address",
        )
    accounts.confirmed(session, account.id, field="account")
    store.add_member(session, asked.organization, account.id, rank=asked.rank, name=_name(name, "member"), now=now)
    store.close_invitation(session, asked.organization, asked.id)
    trail.note(session, account.id, "team_joined", f"“{asked.organization.name}” as {asked.rank}", now)
    session.commit()
    return asked.organization


def _asking(mine: Membership, to: str, rank: Rank, link: str, until: datetime) -> Message:
    return Message(
        to=to,
        subject=f"{mine.name} invites you to “{mine.organization.name}”",
        text=(
            f"{mine.name} asks you to join “{mine.organization.name}” on TPM Toolkit as {_WITH_ARTICLE[rank]}.\n"
            f"{MAY[rank]}\n\n"
            f"Open this link, and sign in or make an account with the address {to}:\n\n{link}\n\n"
            f"It works until {day_in_words(until)}. If you expected no invitation, you need not do anything.\n"
        ),
    )


_WITH_ARTICLE = {Rank.OWNER: "an owner", Rank.EDITOR: "an editor", Rank.READER: "a reader"}
MAY = {
    Rank.OWNER: "Owners write postings and texts, and look after members, head counts and the team itself.",
    Rank.EDITOR: "Editors write postings and the team’s texts.",
    Rank.READER: "Readers see postings and their reviews, and change nothing.",
}


# -- the team's postings


def postings(session: Session, team: Membership, *, search: str = "", archived: bool = False) -> tuple[Work, ...]:
    """What the team keeps, the newest change first; a search looks at titles, employers and places."""
    wanted = search.casefold().split()
    return tuple(
        one
        for one in work.listed(session, frozenset({team.organization.workspace}))
        if (one.archived_at is not None) == archived and one.has(wanted)
    )


def in_bin(session: Session, team: Membership) -> tuple[Work, ...]:
    return work.listed(session, frozenset({team.organization.workspace}), deleted=True)


def owned(session: Session, team: Membership, slug: str) -> None:
    """Raises `DomainError` for a thing that this team does not keep."""
    if work.find(session, slug).workspace != team.organization.workspace:
        raise work.missing(Kind.POSTING)


def move(session: Session, slug: str, to: str, now: datetime) -> Membership | None:
    """Move a posting into a team, or with an empty `to` into the visitor's own work; return the team."""
    team = membership(session, to, Rank.EDITOR) if to else None
    posting = work.find(session, slug)
    if posting.kind is not Kind.POSTING:
        raise DomainError("Only postings can be kept in a team.", code="not_found")
    source = keeping(session, posting.workspace)
    target = team.organization.workspace if team else reach.of(session).home()
    if target == posting.workspace:
        raise DomainError("The posting is kept there already.", field="to", code="kept_there")
    if source is None:
        work.move(session, slug, target)
        _note_move(session, posting, "somebody’s own work", now)
    else:
        _note_move(session, posting, f"“{source.organization.name}”", now)
        work.move(session, slug, target)
    session.commit()
    return team


def _note_move(session: Session, posting: Work, source: str, now: datetime) -> None:
    """Noted while a team keeps the posting, so that the trail tells who moved it."""
    if posting.kind is Kind.POSTING and posting.deleted_at is None:
        posting_trail.add(session, posting.slug, what="moved", about=f"from {source}", now=now)


def trail_of(session: Session, team: Membership) -> tuple[Event, ...]:
    """What was done to the team's postings, the newest first."""
    return posting_trail.of_workspace(session, team.organization.workspace, SHOWN)


def _tell(session: Session, mine: Membership, member: Member, *, what: str, more: str, now: datetime) -> None:
    """Note a change of somebody's membership for them and for the owner who made it."""
    about = f"{member.name} in “{mine.organization.name}”" + (f": {more}" if more else "")
    for account in dict.fromkeys((mine.account, member.account)):
        trail.note(session, account, what, about, now)


def _name(written: str, field: str) -> str:
    short = " ".join(clean(written).text.split())
    if not short or len(short) > LONGEST_NAME:
        raise DomainError(f"Give a name of at most {LONGEST_NAME} characters.", field=field, code="bad_name")
    return short
