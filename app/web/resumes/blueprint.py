"""Where the pages of the résumé reader hang, and what all of them share."""

from __future__ import annotations

import io
from typing import IO, Any

from flask import Blueprint, Response, request
from werkzeug.formparser import FormDataParser

from app.core.achievements.prompts import frames_for
from app.core.achievements.slots import Slots

bp = Blueprint("resumes", __name__, url_prefix="/resumes")

LARGEST_FORM = 4 * 1024 * 1024  # our reading, the first reading, and small pictures of the pages
MOST_BOXES = 5000  # each line about work has one for other words


class _InMemory(FormDataParser):
    """Takes files into memory, where large ones would else be written to disk for a moment."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.stream_factory = _memory


def _memory(*_about: object, **_more: object) -> IO[bytes]:
    return io.BytesIO()


@bp.url_value_preprocessor
def _take_it_in_memory(_endpoint: str | None, _values: dict[str, object] | None) -> None:
    request.form_data_parser_class = _InMemory
    request.max_form_memory_size = LARGEST_FORM
    request.max_form_parts = MOST_BOXES


@bp.after_request
def _keep_nothing(response: Response) -> Response:
    """What a résumé says must not stay in any cache."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


@bp.app_template_global("frames_for")
def _frames_for(slots: Slots) -> tuple[str, ...]:
    return frames_for(slots)
