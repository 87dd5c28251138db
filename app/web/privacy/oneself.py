"""Whether it is really the person who signed in, asked again before something that cannot be undone."""

from __future__ import annotations

from flask import request
from flask_security import current_user, logout_user

from app.web.accounts import records


def is_signed_in() -> bool:
    return bool(current_user.is_authenticated)


def note(what: str, about: str = "") -> None:
    """Add a line to the trail of whoever is signed in; it is kept with what it tells of."""
    if is_signed_in():
        records.note(current_user.id, what, about)


def problem() -> str:
    """What keeps somebody who is signed in from deleting their account; empty when they proved who they are."""
    if not is_signed_in():
        return ""
    if current_user.password is None:  # signs in elsewhere, so there is no password to ask for
        typed = request.form.get("email", "").strip().casefold()
        return "" if typed == current_user.email.casefold() else "Type the e-mail address of your account."
    if current_user.verify_and_update_password(request.form.get("password", "")):
        return ""
    records.failed(current_user.id, second_factor=False)
    return "This is not the password of your account."


def leave() -> None:
    if is_signed_in():
        logout_user()
