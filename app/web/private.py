"""Pages that are for whoever asked and for nobody else."""

from __future__ import annotations

from flask import Blueprint, Response


def keep_private(bp: Blueprint) -> None:
    """No search engine may list what the pages of this blueprint answer, and no shared cache may keep it."""
    bp.after_request(_private)


def _private(response: Response) -> Response:
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response
