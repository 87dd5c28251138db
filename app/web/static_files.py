"""Addresses of static files that change with their content, so that browsers may keep them for a year."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from flask import Flask, url_for

_FOLDER = Path(__file__).parent / "static"


def register(app: Flask) -> None:
    app.jinja_env.globals["static_url"] = static_url


def static_url(name: str) -> str:
    return url_for("static", filename=name, v=_fingerprint(name))


@cache
def _fingerprint(name: str) -> str:
    return sha256((_FOLDER / name).read_bytes()).hexdigest()[:10]
