"""Every page is written as the installation's locale is: its days, its numbers, its spelling."""

from __future__ import annotations

from flask import Flask

from app.documents import locale
from app.extensions import toolkit


def register(app: Flask) -> None:
    app.before_request(_speak)
    with app.app_context():
        _speak()
        locale.dress(app.jinja_env)
    app.jinja_env.globals["language"] = locale.current


def _speak() -> None:
    """A request is answered in a thread of its own, which starts out American."""
    locale.use(toolkit().settings.locale, toolkit().spelling)
