"""Writing postings: from a brief to a saved draft, and every change to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from sqlalchemy.orm import Session

from app.core.postings import changes
from app.core.postings.brief import Brief, Problem, problems, with_role_defaults
from app.core.postings.compose import compose
from app.core.postings.plain import BadPosting, brief_from_plain, posting_from_plain
from app.core.postings.posting import Posting, check_size
from app.core.text import clean_values
from app.intake.brief_files import read_brief
from app.store import postings as store
from app.store.postings import Conflict, PostingVersion, SavedPosting
from app.usecases.kept import copy_of
from app.usecases.toolkit import Toolkit

__all__ = ["BriefRefused", "Conflict", "PostingVersion", "SavedPosting"]


class BriefRefused(BadPosting):
    """A brief that no posting can be composed from; `problems` says why, field by field."""

    def __init__(self, found: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{one.field}: {one.message}" for one in found), field=found[0].field)
        self.problems = found


def composed(toolkit: Toolkit, brief: Brief) -> Posting:
    """Return the posting of a brief; raises `BriefRefused` with every problem at once."""
    complete = with_role_defaults(brief, toolkit.framework, toolkit.english)
    found = problems(complete, toolkit.framework, toolkit.places, toolkit.currencies)
    if found:
        raise BriefRefused(found)
    return compose(complete, toolkit.framework, toolkit.places, toolkit.english)


def from_brief_file(toolkit: Toolkit, content: bytes) -> Posting:
    """Return the posting of a brief file; keys that it leaves out take the defaults of `data/postings/`."""
    typed = read_brief(content)
    countries = {place.country for place in brief_from_plain(typed).places}
    return composed(toolkit, brief_from_plain({**toolkit.posting_defaults(countries), **typed}))


def from_posting_file(toolkit: Toolkit, content: object) -> Posting:
    """Return a posting that was taken away as JSON; raises `BadPosting` for what could not have been written here."""
    posting = posting_from_plain(clean_values(content))
    check_size(posting)
    if posting.edition not in toolkit.editions:
        known = ", ".join(sorted(toolkit.editions))
        raise BadPosting(
            f"This posting was written with edition {posting.edition!r} of the role framework. Here are {known}.",
            field="edition",
        )
    framework, _ = toolkit.edition(posting.edition)
    found = problems(posting.brief, framework, toolkit.places, toolkit.currencies)
    if found:
        raise BriefRefused(found)
    return posting


def draft(session: Session, posting: Posting, now: datetime, workspace: int | None = None) -> SavedPosting:
    """Save a new posting in the visitor's own work, or in a team's workspace."""
    saved = store.add(session, posting, now, workspace)
    session.commit()
    return saved


def duplicate(session: Session, slug: str, now: datetime) -> SavedPosting:
    """Save a copy beside the original, or in the visitor's own work where they may only read."""
    original = store.get(session, slug)
    brief = replace(original.posting.brief, title=copy_of(original.posting.title))
    copy = replace(original.posting, brief=brief)
    return draft(session, copy, now, original.workspace if original.may_change else None)


def find(session: Session, slug: str) -> SavedPosting:
    """Return a saved posting; raises `DomainError` when there is none."""
    return store.get(session, slug)


def find_to_change(session: Session, slug: str) -> SavedPosting:
    """Return a saved posting for a page that changes it; raises `NotYours` for one that may only be read."""
    return store.get(session, slug, to_change=True)


def change(
    session: Session, slug: str, version: int, edit: Callable[[Posting], Posting], now: datetime
) -> SavedPosting:
    """Apply an edit to the version that its author saw; raises `Conflict` with what stands instead."""
    saved = store.get(session, slug, to_change=True)
    if saved.version != version:
        raise Conflict(saved)
    changed = store.replace(session, slug, version, edit(saved.posting), now)
    session.commit()
    return changed


def versions(session: Session, slug: str) -> tuple[PostingVersion, ...]:
    """Everything that a posting has been, the newest first."""
    return store.versions(session, slug)


def version(session: Session, slug: str, number: int) -> PostingVersion:
    """A posting as it once stood; raises `DomainError` when there is no such version."""
    return store.version(session, slug, number)


def rebased(toolkit: Toolkit, worked_on: Posting, brief: Brief) -> Posting:
    """Return the posting for a changed brief, with everything that its author wrote themselves."""
    return changes.rebase(worked_on, composed(toolkit, brief))
