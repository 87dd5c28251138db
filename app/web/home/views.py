"""What this is, for whom, and where to begin."""

from __future__ import annotations

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from app.web.navigation import DOORS

bp = Blueprint("home", __name__)


@bp.get("/")
def show() -> ResponseReturnValue:
    return render_template("home/show.html", doors=DOORS)


@bp.get("/health")
def health() -> ResponseReturnValue:
    return {"status": "ok"}
