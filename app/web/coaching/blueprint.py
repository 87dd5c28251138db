"""Where the pages of coaching hang, and who is asking."""

from __future__ import annotations

from flask import Blueprint
from flask_security import current_user

from app.extensions import session
from app.usecases import coaching
from app.usecases.coaching import Thing
from app.web.private import keep_private

bp = Blueprint("coaching", __name__, url_prefix="/coaching")
keep_private(bp)


def me() -> int:
    """The account that is signed in; only for pages that ask for one."""
    number: int = current_user.id
    return number


def opened(slug: str, work_slug: str) -> Thing:
    """One thing that the two share, readable for this request."""
    return coaching.thing(session(), me(), slug, work_slug)
