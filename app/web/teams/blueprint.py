"""What the pages of teams share: only people who signed in come in, and nothing is kept by caches."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from flask_security import auth_required, current_user

from app.extensions import session
from app.usecases import accounts
from app.usecases.accounts import Account
from app.web.private import keep_private

bp = Blueprint("teams", __name__, url_prefix="/teams")
keep_private(bp)

_OPEN = frozenset({"teams.invitation"})  # somebody who was invited reads by whom before they make an account


@bp.before_request
def _let_in() -> ResponseReturnValue | None:
    return None if request.endpoint in _OPEN else _signed_in()


@auth_required("session")
def _signed_in() -> ResponseReturnValue | None:
    return None


def me() -> Account | None:
    """Whoever is signed in."""
    return accounts.by_id(session(), current_user.id) if current_user.is_authenticated else None
