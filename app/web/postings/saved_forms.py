"""Forms of new postings that this browser has saved, so that going back and saving again makes no second posting."""

from __future__ import annotations

import secrets

from flask import session as cookie

from app.core.errors import DomainError
from app.extensions import session
from app.usecases import postings
from app.usecases.postings import SavedPosting

MOST_REMEMBERED = 8  # they go along in a cookie
_KEY = "saved_forms"


def marked() -> dict[str, str]:
    """The mark of a fresh form; it stands where the form of a saved posting holds its version."""
    return {"version": secrets.token_urlsafe(9)}


def remember(mark: str, slug: str) -> None:
    if mark:
        cookie[_KEY] = [*cookie.get(_KEY, ()), [mark, slug]][-MOST_REMEMBERED:]


def posting_of(mark: str) -> SavedPosting | None:
    """The posting that this form became, as long as it is there and may be changed."""
    slug = dict(cookie.get(_KEY, ())).get(mark)
    try:
        return postings.find_to_change(session(), slug) if slug else None
    except DomainError:
        return None
