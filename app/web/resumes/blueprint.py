"""Where the pages of the résumé reader hang, and what all of them share."""

from __future__ import annotations

from flask import Blueprint, Response, request

from app.core.achievements.prompts import frames_for
from app.core.achievements.slots import Slots

bp = Blueprint("resumes", __name__, url_prefix="/resumes")

LARGEST_FORM = 4 * 1024 * 1024  # our reading, the first reading, and small pictures of the pages


@bp.url_value_preprocessor
def _allow_what_a_page_carries(_endpoint: str | None, _values: dict[str, object] | None) -> None:
    request.max_form_memory_size = LARGEST_FORM


@bp.after_request
def _keep_nothing(response: Response) -> Response:
    """What a résumé says must not stay in any cache."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


@bp.app_template_global("frames_for")
def _frames_for(slots: Slots) -> tuple[str, ...]:
    return frames_for(slots)


def as_file(content: str | bytes, mimetype: str, name: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
