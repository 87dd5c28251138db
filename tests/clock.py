"""The clock of an application under test, which can be set forward and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from flask import Flask


def travel(app: Flask, **ahead: float) -> None:
    """Let the application live so many days (or hours, minutes) ahead of us; negative ones lead back."""
    app.extensions["tpm-clock"] = lambda: datetime.now(UTC) + timedelta(**ahead)
