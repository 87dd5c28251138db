"""What a visitor reads when something cannot be done: what happened, and what to do next."""

from __future__ import annotations

from flask import Flask, g, make_response, render_template
from flask.typing import ResponseReturnValue
from flask_login import AnonymousUserMixin
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError as ValueNotKept
from sqlalchemy.exc import InterfaceError, OperationalError
from werkzeug.exceptions import HTTPException

from app.core.errors import DomainError
from app.web.request_log import broken, request_id

SECONDS_TO_COME_BACK = 30
_TITLES = {
    400: "That request could not be read",
    403: "You may read this, and not change it",
    404: "There is nothing at this address",
    405: "That cannot be done here",
    413: "That is too large",
    500: "Something broke on our side",
    503: "That could not be done just now",
}
_ADVICE = {
    404: "Check the address, or start again from the first page. What somebody saved is found only by them: "
    "in the browser that made it, or after signing in.",
    413: "A form may hold up to 1 MB and a file up to 10 MB. Go back: what you typed is still in your browser.",
    500: "Nothing that you saved before is lost. Go back and try once more.",
}
_STATUS = {"not_found": 404, "not_yours": 403, "conflict": 409, "pdf_failed": 503, "pdf_too_slow": 503}


def register(app: Flask) -> None:
    app.register_error_handler(DomainError, _domain_error)
    app.register_error_handler(CSRFError, _forgery)
    app.register_error_handler(ValueNotKept, _not_kept)
    app.register_error_handler(OperationalError, _out_of_reach)
    app.register_error_handler(InterfaceError, _out_of_reach)
    app.register_error_handler(HTTPException, _http_error)


def page(status: int, title: str, message: str, reference: str = "") -> ResponseReturnValue:
    return render_template("error.html", status=status, title=title, message=message, reference=reference), status


def _domain_error(error: DomainError) -> ResponseReturnValue:
    status = 404 if error.code.startswith("unknown_") else _STATUS.get(error.code, 422)
    return page(status, _TITLES.get(status, "That will not work as it stands"), error.message)


def _forgery(_error: CSRFError) -> ResponseReturnValue:
    message = (
        "The form did not carry the secret that shows it came from this page; your browser may refuse cookies. "
        "Go back, reload the page, and send it again: what you typed is still there."
    )
    return page(400, "The form could not be accepted", message)


def _not_kept(_error: ValueNotKept) -> ResponseReturnValue:
    """PostgreSQL refuses what no page of ours asks for, such as a zero character in an address."""
    return page(400, _TITLES[400], "The address or a field holds a character or a number that cannot be kept.")


def _out_of_reach(error: OperationalError | InterfaceError) -> ResponseReturnValue:
    """The page must ask the database for nothing, so it is written as for somebody who has not signed in."""
    broken(error)
    g._login_user = AnonymousUserMixin()
    message = (
        "Nothing that you saved before is lost. Wait a moment and try once more; "
        "what you typed is still in your browser when you go back."
    )
    answer = make_response(page(503, "The database is out of reach", message, request_id()))
    answer.headers["Retry-After"] = str(SECONDS_TO_COME_BACK)
    return answer


def _http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    title = _TITLES.get(status, error.name)
    reference = request_id() if status == 500 else ""
    return page(status, title, _ADVICE.get(status, error.description or ""), reference)
