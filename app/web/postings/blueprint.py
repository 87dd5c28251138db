"""What the pages of the posting builder share: their addresses, and that they stay private."""

from __future__ import annotations

from flask import Blueprint, request

from app.web.private import keep_private

bp = Blueprint("postings", __name__, url_prefix="/postings")
keep_private(bp)


def seen_version() -> int:
    """The version that the visitor had before them when they changed it."""
    return request.form.get("version", 0, type=int)
