"""Slows guessing down: what is tried in vain counts, for one account and for all, always from one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask import session as browser
from flask_security import current_user

from app.web import limits
from app.web.limits import limiter, place, place_and_email, refused

_BY_EMAIL = ("login",)
_BY_ACCOUNT = ("verify", "change_password", "two_factor_token_validation", "mf_recovery")
_WRITES_TO_SOMEBODY = ("forgot_password", "send_confirmation")


def register(app: Flask) -> None:
    """Put the limits around the library's pages."""
    for name in _BY_EMAIL:
        _limit(app, name, limits.WRONG_FOR_ONE, place_and_email, in_vain=True)
        _limit(app, name, limits.WRONG_FOR_ALL, place, in_vain=True)
    for name in _BY_ACCOUNT:
        _limit(app, name, limits.WRONG_FOR_ONE, _place_and_account, in_vain=True)
    for name in _WRITES_TO_SOMEBODY:
        _limit(app, name, limits.MESSAGES, place_and_email)
    _limit(app, "change_email", limits.MESSAGES, _place_and_account)
    _limit(app, "register", limits.REGISTRATIONS, place)


def slow_guessing(name: str) -> Callable[[Any], Any]:
    """Around a page of our own that asks for the password once more: wrong ones count as they do at signing in."""
    limit: Callable[[Any], Any] = limiter.limit(
        limits.WRONG_FOR_ONE,
        key_func=_place_and_account,
        exempt_when=limits.switched_off,
        scope=name,
        deduct_when=refused,
    )
    return limit


def _limit(app: Flask, name: str, rate: str, who: Callable[[], str], *, in_vain: bool = False) -> None:
    endpoint = f"security.{name}"
    limit: Callable[[Any], Any] = limiter.limit(
        rate,
        key_func=who,
        methods=["POST"],
        exempt_when=limits.switched_off,
        scope=f"{endpoint} {who.__name__}",
        deduct_when=refused if in_vain else None,
    )
    app.view_functions[endpoint] = limit(app.view_functions[endpoint])


def _place_and_account() -> str:
    """Somebody who has given the password and not yet the second factor is known by what the cookie holds of them."""
    account = current_user.id if current_user.is_authenticated else browser.get("tf_user_id", "")
    return f"{place()} {account}"
