"""What somebody with a link sees: the thing to read, its PDF, and nothing to change it with."""

from __future__ import annotations

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from app.core.assessments.weighing import NotEnoughAnswers
from app.core.errors import DomainError
from app.extensions import now, session, today, toolkit
from app.usecases import sharing, showing
from app.usecases.showing import Shown
from app.web import errors
from app.web.limits import limited
from app.web.sharing.pages import as_pdf, page_values

bp = Blueprint("shared", __name__, url_prefix="/shared")

_CLOSED = frozenset({"withdrawn", "expired", "deleted"})
_NOTHING_NOW = "There is no result at this moment: the answers are being given anew. Try the link again later."


@bp.after_request
def _keep_to_the_reader(response: Response) -> Response:
    """The address is a key: no search engine, no cache and no other site may learn it."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@bp.get("/<token>")
def read(token: str) -> ResponseReturnValue:
    try:
        opened, one = _opened(token)
    except DomainError as error:
        return _closed(error)
    return render_template("sharing/read.html", token=token, share=opened.share, kind=opened.kind, **page_values(one))


@bp.get("/<token>/pdf")
@limited("export")
def pdf(token: str) -> ResponseReturnValue:
    try:
        _, one = _opened(token)
    except DomainError as error:
        return _closed(error)
    return as_pdf(one)


def _opened(token: str) -> tuple[sharing.Opened, Shown]:
    opened = sharing.open_link(session(), token, now())
    return opened, showing.shown(
        session(), toolkit(), opened.kind, opened.slug, parts=opened.share.parts, today=today()
    )


def _closed(error: DomainError) -> ResponseReturnValue:
    """Why there is nothing to read, for whoever has the link; raises what concerns it no more than any other page."""
    if error.code in _CLOSED:
        return errors.page(410, "This link is closed", error.message)
    if isinstance(error, NotEnoughAnswers):
        return errors.page(404, "Nothing to show just now", _NOTHING_NOW)
    raise error
