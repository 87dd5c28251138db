"""Where people go once they are in: back to what they wanted, and never to another site."""

from __future__ import annotations

from flask import session as browser
from flask_security.utils import validate_redirect_url

_WANTED = "wanted"  # where somebody who made an account wanted to go, until they confirm the address


def is_ours(address: str) -> bool:
    """Whether it is a path here; browsers read a backslash as a slash, and two slashes as another site."""
    return address.startswith("/") and "\\" not in address and validate_redirect_url(address)


def remember(address: str) -> None:
    """Confirming the address, which may come much later, still leads there."""
    browser[_WANTED] = address


def take() -> str:
    """Where somebody wanted to go when they made the account, told once."""
    wanted: str = browser.pop(_WANTED, "")
    return wanted
