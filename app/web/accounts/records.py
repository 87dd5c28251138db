"""What is kept of each sign-in: the browser, for its owner to see and end, and a line in the trail."""

from __future__ import annotations

import re
from typing import Any

from flask import Flask, flash, render_template, request
from flask import session as browser
from flask_login import user_logged_out
from flask_security import (
    change_email_confirmed,
    current_user,
    logout_user,
    password_changed,
    password_reset,
    reset_password_instructions_sent,
    tf_disabled,
    tf_profile_changed,
    user_authenticated,
    user_confirmed,
    user_registered,
)

from app.extensions import WORKSPACE_KEY, now, session, toolkit
from app.usecases import accounts, mail, single_sign_on, trail, workspaces
from app.usecases.mail import Message
from app.usecases.single_sign_on import Identity
from app.web.accounts.forms import JUST_REGISTERED

TOKEN = "sign_in"  # noqa: S105  # the name under which the browser's cookie holds its secret
THROUGH = "through"  # under which the cookie holds who an issuer says this is, until they are in
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def register(app: Flask) -> None:
    """Listen to what Flask-Security tells, and check each request of somebody who is signed in."""
    user_authenticated.connect(_signed_in, app)
    user_registered.connect(_registered, app)
    user_confirmed.connect(_confirmed, app)
    reset_password_instructions_sent.connect(_reset_asked, app)
    password_reset.connect(_password_reset, app)
    password_changed.connect(_password_changed, app)
    user_logged_out.connect(_signed_out, app)
    change_email_confirmed.connect(_email_changed, app)
    tf_profile_changed.connect(_second_factor_on, app)
    tf_disabled.connect(_second_factor_off, app)
    app.before_request(_still_signed_in)


def browser_family(user_agent: str) -> str:
    """Browser and system in two words; more would tell people apart."""
    name = next((name for mark, name in _BROWSERS if mark in user_agent), "Another browser")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    return f"{name} on {system}" if system else name


def network_of(address: str) -> str:
    """The network that an address belongs to, without the part that names one machine."""
    if re.fullmatch(r"\d+\.\d+\.\d+\.\d+", address):
        return f"{address.rpartition('.')[0]}.x"
    return ":".join(address.split(":")[:3]) + ":…" if ":" in address else ""


def origin() -> str:
    """Roughly from where this request comes, for the trail."""
    parts = (browser_family(request.user_agent.string), network_of(request.remote_addr or ""))
    return ", ".join(part for part in parts if part)


def note(account_id: int, what: str, about: str = "") -> None:
    trail.note(session(), account_id, what, about, now(), origin=origin())


def failed(account_id: int, second_factor: bool) -> None:
    note(account_id, "wrong_code" if second_factor else "wrong_password")
    session().commit()


def _still_signed_in() -> None:
    """Sign out a browser whose sign-in was ended elsewhere or has run out."""
    if "_user_id" not in browser or request.endpoint == "static":
        return
    token = browser.get(TOKEN, "")
    if not current_user.is_authenticated:
        forget_in_browser()
    elif accounts.current_sign_in(session(), current_user.id, token, now()) is None:
        logout_user()
        forget_in_browser()


def forget_in_browser() -> None:
    browser.pop(TOKEN, None)
    browser.pop("_user_id", None)


def _signed_in(_app: Flask, user: Any, authn_via: list[str] | None = None, **_more: Any) -> None:
    if authn_via != ["change"]:  # who changes the password stays signed in, by signing in anew
        _note_sign_in(user.id)
    browser.pop(JUST_REGISTERED, None)
    browser[TOKEN] = accounts.sign_in(session(), user.id, browser_family(request.user_agent.string), now())
    # The library's own cookie for staying signed in would outlive a sign-in that was ended from elsewhere.
    browser.permanent = browser.pop("_remember", None) == "set"
    _take_in_what_was_made_here(user.workspace_id)


def _note_sign_in(account_id: int) -> None:
    """Tell by which way; an issuer's word for somebody counts from here on, when a second factor was asked for, too."""
    through = browser.pop(THROUGH, None)
    if through is None or through["account"] != account_id:
        note(account_id, "signed_in")
        return
    single_sign_on.connect(session(), account_id, Identity(through["issuer"], through["subject"]), now())
    note(account_id, "signed_in_with", toolkit().settings.oidc_name)


def _take_in_what_was_made_here(workspace: int) -> None:
    moved = workspaces.claim(session(), browser.pop(WORKSPACE_KEY, None), workspace, now())
    if moved:
        things = "One thing" if moved == 1 else f"{moved} things"
        flash(
            f"{things} that you made in this browser before now {'belongs' if moved == 1 else 'belong'} to you.", "good"
        )


def _signed_out(_app: Flask, user: Any = None, **_more: Any) -> None:
    token = browser.pop(TOKEN, None)
    if token and user is not None and user.is_authenticated:
        accounts.forget_sign_in(session(), user.id, token)


def _registered(_app: Flask, user: Any, **_more: Any) -> None:
    note(user.id, "registered")


def _confirmed(_app: Flask, user: Any, **_more: Any) -> None:
    note(user.id, "confirmed", user.email)


def _reset_asked(_app: Flask, user: Any, **_more: Any) -> None:
    note(user.id, "reset_asked")
    session().commit()


def _password_reset(_app: Flask, user: Any, **_more: Any) -> None:
    """Whoever could read the link has shown that the address is theirs."""
    user.confirmed_at = user.confirmed_at or now()
    accounts.keep(session(), user.as_account())
    accounts.end_sign_ins(session(), user.id)
    note(user.id, "password_reset")


def _password_changed(_app: Flask, user: Any, **_more: Any) -> None:
    accounts.end_sign_ins(session(), user.id, but=browser.get(TOKEN, ""))
    note(user.id, "password_changed")


def _email_changed(_app: Flask, user: Any, old_email: str, **_more: Any) -> None:
    note(user.id, "email_changed", old_email)
    text = render_template("security/email/email_changed.txt", old=old_email, new=user.email)
    mail.send(toolkit().settings, Message(old_email, "Your e-mail address was changed", text), now())


def _second_factor_on(_app: Flask, user: Any, **_more: Any) -> None:
    note(user.id, "second_factor_on")


def _second_factor_off(_app: Flask, user: Any, **_more: Any) -> None:
    user.mf_recovery_codes = []
    accounts.keep(session(), user.as_account())
    note(user.id, "second_factor_off")
