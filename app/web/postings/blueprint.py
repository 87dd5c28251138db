"""What the pages of the posting builder share: their addresses, and that they stay private."""

from __future__ import annotations

from flask import Blueprint, Response, request

bp = Blueprint("postings", __name__, url_prefix="/postings")


@bp.after_request
def _keep_out_of_search(response: Response) -> Response:
    """What somebody saved is theirs: no search engine may list it and no shared cache may keep it."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response


def seen_version() -> int:
    """The version that the visitor had before them when they changed it."""
    return request.form.get("version", 0, type=int)
