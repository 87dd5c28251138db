"""One line in the log for each request: which page, how it went, how long it took; never an address or a person."""

from __future__ import annotations

import logging
import re
import secrets
from time import perf_counter

from flask import Flask, Response, g, request

from app import logs
from app.config import Settings

LOGGER = logging.getLogger("tpm.request")
HEADER = "X-Request-ID"
# What machines ask for all the time; worth a line only when it goes wrong.
_QUIET = frozenset({"static", "home.health", "home.ready"})
_USABLE = re.compile(r"[A-Za-z0-9-]{8,64}")


def register(app: Flask, settings: Settings) -> None:
    """Must come before everything else that looks at a request, so that its time counts too."""

    def begin() -> None:
        given = request.headers.get(HEADER, "") if settings.proxies else ""
        g.request_id = given if _USABLE.fullmatch(given) else secrets.token_hex(8)
        g.began = perf_counter()

    app.before_request(begin)
    app.after_request(_finish)


def request_id() -> str:
    """What the log and the page of an error have in common."""
    found: str = g.request_id
    return found


def broken(error: BaseException | None) -> None:
    """Log an error of ours: its kind and where it came from."""
    LOGGER.error("error", exc_info=error, extra={"fields": _what()})


def _finish(response: Response) -> Response:
    response.headers[HEADER] = request_id()
    if response.status_code >= 400 or request.endpoint not in _QUIET:
        level = logging.WARNING if response.status_code >= 500 else logging.INFO
        took = round((perf_counter() - g.began) * 1000, 1)
        logs.event(LOGGER, level, "request", **_what(), status=response.status_code, ms=took)
    return response


def _what() -> dict[str, object]:
    return {"request": request_id(), "method": request.method, "endpoint": request.endpoint or "none"}
