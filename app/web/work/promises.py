"""How long things are kept, in the words of the pages, from the operator's setting."""

from __future__ import annotations

from flask import Flask

from app.extensions import toolkit


def days() -> int:
    """How many days the bin keeps, and a browser's work stays unclaimed."""
    return toolkit().settings.retention_days


def kept_for() -> str:
    """ "30 days"."""
    return f"{days()} {'day' if days() == 1 else 'days'}"


def register(app: Flask) -> None:
    app.jinja_env.globals["kept_for"] = kept_for
