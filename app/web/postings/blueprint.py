"""What the pages of the posting builder share: their addresses, and that they stay private."""

from __future__ import annotations

from flask import Blueprint

from app.web.private import keep_private

bp = Blueprint("postings", __name__, url_prefix="/postings")
keep_private(bp)
