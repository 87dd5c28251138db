"""What this is, for whom, and where to begin."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.extensions import toolkit
from app.usecases import readiness
from app.web.navigation import DOORS

bp = Blueprint("home", __name__)


@bp.get("/")
def show() -> ResponseReturnValue:
    return render_template("home/show.html", doors=DOORS)


@bp.get("/health")
def health() -> ResponseReturnValue:
    """Whether the process answers at all; a supervisor restarts it when not."""
    return {"status": "ok"}


@bp.get("/ready")
def ready() -> ResponseReturnValue:
    """Whether pages can be answered; a proxy sends nobody here when not."""
    found = readiness.check(toolkit())
    answer = {"status": readiness.READY if found.is_ready else "not ready", "parts": found.parts}
    return answer, 200 if found.is_ready else 503
