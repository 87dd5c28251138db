"""What the pages of teams share: only people who signed in come in, and nothing is kept by caches."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from flask_security import auth_required, current_user

from app.extensions import session
from app.usecases import accounts
from app.usecases.accounts import Account

bp = Blueprint("teams", __name__, url_prefix="/teams")

_OPEN = frozenset({"teams.invitation"})  # somebody who was invited reads by whom before they make an account


@bp.before_request
def _let_in() -> ResponseReturnValue | None:
    return None if request.endpoint in _OPEN else _signed_in()


@auth_required("session")
def _signed_in() -> ResponseReturnValue | None:
    return None


@bp.after_request
def _keep_private(response: Response) -> Response:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response


def me() -> Account | None:
    """Whoever is signed in."""
    return accounts.by_id(session(), current_user.id) if current_user.is_authenticated else None
