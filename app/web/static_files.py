"""Static files at addresses that change with their content, so that browsers may keep them for a year.

The one stylesheet is no file: it is joined here from small ones, each with one subject.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from flask import Flask, Response, current_app, send_file, url_for

SHEET = "tpm.css"
STYLES = Path(__file__).parent / "styles"
# What all pages share comes first; a tool's rules may rest on it.
ORDER = (
    *("tokens", "base", "frame", "home", "forms", "components"),
    *("postings", "framework", "law", "media", "salaries", "work", "accounts", "onward", "teams"),
    *("assessments", "coaching", "guide", "resumes", "review", "sharing"),
)
_FOLDER = Path(__file__).parent / "static"


def register(app: Flask) -> None:
    app.view_functions["static"] = _send
    app.jinja_env.globals["static_url"] = static_url


def static_url(name: str) -> str:
    return url_for("static", filename=name, v=_fingerprint(name))


def _send(filename: str) -> Response:
    if filename != SHEET:
        return current_app.send_static_file(filename)
    max_age = current_app.get_send_file_max_age(SHEET)
    return send_file(BytesIO(_content(SHEET)), mimetype="text/css", etag=_fingerprint(SHEET), max_age=max_age)


@cache
def _fingerprint(name: str) -> str:
    return sha256(_content(name)).hexdigest()[:10]


def _content(name: str) -> bytes:
    return _sheet() if name == SHEET else (_FOLDER / name).read_bytes()


@cache
def _sheet() -> bytes:
    return b"\n".join((STYLES / f"{name}.css").read_bytes() for name in ORDER)
