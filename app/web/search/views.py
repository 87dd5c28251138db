"""The page of results; a question is an address, so that it can be shared and gone back to."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.search.index import Entry, Group, search
from app.extensions import toolkit

bp = Blueprint("search", __name__)

# What the visitor saved, as entries of `Group.OWN` with a `Kind.OWN` target: a tool joins by adding its function.
# It is asked within the request, so it may look at the visitor's workspace; nothing of it is kept.
OWN_WORK: tuple[Callable[[], Iterable[Entry]], ...] = ()


@bp.get("/search")
def results() -> ResponseReturnValue:
    """What ?q= finds; with ?in= all of one group."""
    question = request.args.get("q", "")
    only = next((group for group in Group if group.name.lower() == request.args.get("in", "")), None)
    own = (entry for entries_of in OWN_WORK for entry in entries_of())
    found = search(question, toolkit().search_index, own, only=only)
    return render_template("search/results.html", found=found, only=only)
