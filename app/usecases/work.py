"""My work: everything that somebody has saved, whatever its kind, in one list."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store import reach
from app.store import work as store
from app.store.work import Kind, NotYours, Work
from app.usecases import kept, postings

__all__ = ["Kind", "NotYours", "Work"]

LONGEST_TITLE = 120


def deleted(days: int) -> str:
    """What is said when something was put into the bin, which keeps it for so many days."""
    return (
        f"It was deleted. For {days} {'day' if days == 1 else 'days'} you can bring it back from the bin of your work."
    )


def listed(session: Session, kind: Kind | None = None, *, search: str = "", archived: bool = False) -> tuple[Work, ...]:
    """What the visitor keeps for themselves, the newest first; a search looks at titles, employers and places."""
    wanted = search.casefold().split()
    return tuple(
        one
        for one in store.listed(session, reach.of(session).own(), kind)
        if (one.archived_at is not None) == archived and one.has(wanted)
    )


def in_bin(session: Session) -> tuple[Work, ...]:
    return store.listed(session, reach.of(session).own(), deleted=True)


def rename(session: Session, slug: str, title: str) -> None:
    """Give a thing another name in the list; raises `DomainError` for none and for one that is too long."""
    short = " ".join(title.split())
    if not short or len(short) > LONGEST_TITLE:
        raise DomainError(f"Give it a name of at most {LONGEST_TITLE} characters.", field="title", code="bad_title")
    store.rename(session, slug, short)
    session.commit()


def duplicate(session: Session, slug: str, now: datetime) -> None:
    """Make a copy beside the original; raises `DomainError` for an assessment, whose dates would say nothing then."""
    one = store.find(session, slug)
    if one.kind == Kind.ASSESSMENT:
        message = "A self-assessment is not copied. Begin it again instead: earlier results stay to compare with."
        raise DomainError(message, code="not_copied")
    if one.kind == Kind.POSTING:
        postings.duplicate(session, slug, now)
    else:
        kept.duplicate(session, one.kind, slug, now)
    session.commit()


def archive(session: Session, slug: str, now: datetime | None) -> None:
    """Put a thing away, or with None take it out again."""
    store.archive(session, slug, now)
    session.commit()


def delete(session: Session, slug: str, now: datetime) -> None:
    """Put a thing into the bin; links that others have for it stop working at once."""
    store.put_in_bin(session, slug, now)
    session.commit()


def bring_back(session: Session, slug: str) -> None:
    store.put_in_bin(session, slug, None)
    session.commit()


def forget(session: Session, slug: str) -> None:
    """Delete a thing for good."""
    store.remove(session, slug)
    session.commit()
