"""How often something may be done: enough for anybody at work, too seldom for guessing."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import Flask, Response, current_app, make_response, request
from flask.typing import ResponseReturnValue
from flask_limiter import Limiter
from flask_limiter.errors import RateLimitExceeded
from limits.storage import Storage

from app.extensions import now, toolkit
from app.usecases import throttling
from app.web.errors import page

P = ParamSpec("P")
R = TypeVar("R")

UPLOADS = "600 per hour"  # ten a minute: a whole office behind one address works undisturbed
EXPORTS = "600 per hour"
PREVIEWS = "600 per minute"  # typing asks for three a second at most, and a whole office may be typing
MESSAGES = "10 per hour"  # to one address, from one place
REGISTRATIONS = "30 per hour"
WRONG_FOR_ONE = "10 per 15 minutes"  # for one account from one place
WRONG_FOR_ALL = "50 per 15 minutes"  # for all accounts from one place
RATES = "TPM_RATES"  # the key of the configuration that holds them


class Counts(Storage):
    """Keeps Flask-Limiter's counts in our database, so that all processes share them."""

    STORAGE_SCHEME = ["tpm"]  # noqa: RUF012  # the library's own spelling

    @property
    def base_exceptions(self) -> type[Exception]:
        return OSError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        with toolkit().sessions() as session:
            return throttling.count(session, key, amount, now(), expiry)

    def get(self, key: str) -> int:
        with toolkit().sessions() as session:
            return throttling.tried(session, key, now())

    def get_expiry(self, key: str) -> float:
        with toolkit().sessions() as session:
            return throttling.ends_at(session, key, now()).timestamp()

    def check(self) -> bool:
        return True

    def reset(self) -> int | None:
        raise NotImplementedError("Counts end by themselves.")

    def clear(self, key: str) -> None:
        with toolkit().sessions() as session:
            throttling.forget(session, key)


def place() -> str:
    """Where a request comes from."""
    return request.remote_addr or "nowhere"


def place_and_email() -> str:
    """A place and whom it is about, so that nobody elsewhere is locked out by what is tried here."""
    return f"{place()} {request.form.get('email', '').strip().casefold()}"


def refused(response: Response) -> bool:
    """Whether something was tried in vain; what succeeds does not count."""
    return response.status_code >= 400


def switched_off() -> bool:
    """Whether tests that ask hundreds of times have said that they are not attackers."""
    return not current_app.config["RATELIMIT_ENABLED"]


limiter = Limiter(place, storage_uri="tpm://", headers_enabled=False)


def limited(what: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Limit a view to what a key of the rates allows: `@bp.post("/x")` above, `@limited("upload")` below."""
    decorate: Callable[[Callable[P, R]], Callable[P, R]] = limiter.limit(
        lambda: current_app.config[RATES][what], exempt_when=switched_off
    )
    return decorate


def register(app: Flask) -> None:
    app.config[RATES] = {"upload": UPLOADS, "export": EXPORTS, "preview": PREVIEWS}
    limiter.init_app(app)
    app.register_error_handler(RateLimitExceeded, _too_often)


def _too_often(_error: RateLimitExceeded) -> ResponseReturnValue:
    current = limiter.current_limit
    seconds = max(1, round(current.reset_at - now().timestamp())) if current else 60
    message = (
        f"Please wait {_in_words(seconds)} and try again. Nothing is locked: it works from elsewhere, "
        "and other pages work as before."
    )
    answer = make_response(page(429, "That was tried too often", message))
    answer.headers["Retry-After"] = str(seconds)
    return answer


def _in_words(seconds: int) -> str:
    if seconds <= 60:
        return "a minute"
    return f"{-(-seconds // 60)} minutes"
