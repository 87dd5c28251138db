"""Marks the pages that keep a processor busy, such as PDFs and exports, for whoever limits how often they are asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Flask
from flask.typing import RouteCallable

_MARK = "tpm_costly"
View = TypeVar("View", bound=Callable[..., object])


def costly(view: View) -> View:
    """Mark a view; stands beneath the decorator that gives it its address."""
    setattr(view, _MARK, True)
    return view


def costly_views(app: Flask) -> dict[str, RouteCallable]:
    """Every marked view, by its endpoint."""
    return {endpoint: view for endpoint, view in app.view_functions.items() if getattr(view, _MARK, False)}
