"""Links with which others may read one thing: for a time, until they are withdrawn, and without a way to change it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.core.english import day_in_words
from app.core.errors import DomainError
from app.core.secrets import fingerprint, new_secret
from app.store import posting_trail, reach
from app.store import shares as store
from app.store.shares import Share
from app.store.work import Kind, Work
from app.usecases.showing import PARTS

__all__ = ["LASTS", "Share"]

LASTS = (7, 30, 90)  # days
MOST_LINKS = 50  # open ones to one thing; who needs more wants to publish it


@dataclass(frozen=True)
class Opened:
    """What a link opened."""

    kind: Kind
    slug: str
    share: Share


def thing(session: Session, slug: str) -> Work:
    """What is to be shared; raises `DomainError` for what the visitor may not change or does not find."""
    return store.owned(session, slug)


def links(session: Session, slug: str) -> tuple[Share, ...]:
    """Every link to a thing, the newest first."""
    return store.of(session, slug)


def share(session: Session, slug: str, parts: frozenset[str], days: int, now: datetime) -> str:
    """Open a link and return its secret, which is shown once and not kept."""
    one = thing(session, slug)
    if days not in LASTS:
        raise DomainError(f"A link can last {LASTS[0]}, {LASTS[1]} or {LASTS[2]} days.", field="days", code="bad_days")
    if sum(is_open(link, now) for link in links(session, slug)) >= MOST_LINKS:
        message = f"There are {MOST_LINKS} open links to this already. Withdraw some of them first."
        raise DomainError(message, field="days", code="too_many_links")
    token = new_secret()
    chosen = parts & frozenset(PARTS[one.kind])
    store.add(
        session, slug, token_hash=fingerprint(token), parts=chosen, now=now, expires_at=now + timedelta(days=days)
    )
    _tell_team(session, one, "shared", f"good for {days} days", now)
    session.commit()
    return token


def is_open(link: Share, now: datetime) -> bool:
    return link.withdrawn_at is None and now < link.expires_at


def withdraw(session: Session, slug: str, share_id: int, now: datetime) -> None:
    """Close a link at once."""
    one, link = thing(session, slug), next((link for link in links(session, slug) if link.id == share_id), None)
    store.withdraw(session, slug, share_id, now)
    if link is not None and is_open(link, now):
        _tell_team(session, one, "unshared", f"made on {day_in_words(link.made_at)}", now)
    session.commit()


def open_link(session: Session, token: str, now: datetime) -> Opened:
    """Let the session read what a link was made for; raises `DomainError` when it is unknown or closed.

    The day is noted, and nothing about who came.
    """
    way = store.by_token(session, fingerprint(token))
    if way is None:
        raise DomainError("This link leads nowhere. Ask for it again: it may have been cut short.", code="not_found")
    if way.deleted:
        raise DomainError("What this link showed was deleted.", code="deleted")
    if way.share.withdrawn_at is not None:
        raise DomainError("The person who sent this link has withdrawn it.", code="withdrawn")
    if now >= way.share.expires_at:
        message = f"This link could be used until {day_in_words(way.share.expires_at)}. Ask for a new one."
        raise DomainError(message, code="expired")
    if way.share.opened_on != now.date():
        store.note_opened(session, way.share, now.date())
        session.commit()
    store.let_reader_in(session, way.share)
    return Opened(way.kind, way.slug, way.share)


def _tell_team(session: Session, one: Work, what: str, about: str, now: datetime) -> None:
    """What a team keeps is shared in sight of its members."""
    if reach.member_in(session, one.workspace) is not None:
        posting_trail.add(session, one.slug, what=what, about=about, now=now)
