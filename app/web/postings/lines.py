"""The page of a saved posting: every line can be reworded, moved, taken out or added to."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.places import with_article
from app.core.postings.brief import Brief, doubts
from app.core.postings.posting import add_item, edit_item, move_item, remove_item, restore_item
from app.core.text import clean
from app.extensions import now, session, today, toolkit
from app.usecases import postings, saved_review
from app.usecases.documents import FORMATS
from app.usecases.posting_pay import pay_advice
from app.usecases.postings import Conflict, SavedPosting
from app.web.employers import names_of
from app.web.postings.blueprint import bp, seen_version
from app.web.postings.keeping import FIELD_NAMES, keeping


@bp.get("/<slug>")
def show(slug: str) -> ResponseReturnValue:
    return _posting_page(postings.find(session(), slug), editing=request.args.get("edit", ""))


@bp.post("/<slug>/lines")
def change_line(slug: str) -> ResponseReturnValue:
    """Edit, restore, move, remove or add a line."""
    item_id = request.form.get("item", "")
    text = clean(request.form.get("text", "")).text
    section = request.form.get("section", "")
    edits = {
        "edit": lambda posting: edit_item(posting, item_id, text),
        "restore": lambda posting: restore_item(posting, item_id),
        "up": lambda posting: move_item(posting, item_id, -1),
        "down": lambda posting: move_item(posting, item_id, +1),
        "remove": lambda posting: remove_item(posting, item_id),
        "add": lambda posting: add_item(posting, section, text),
    }
    action = request.form.get("action", "")
    if action not in edits:
        raise DomainError(
            f"A line cannot be treated with {action!r}; one can {', '.join(edits)} it.", code="unknown_action"
        )
    try:
        postings.change(session(), slug, seen_version(), edits[action], now())
    except Conflict as conflict:
        return _conflict_page(conflict, action, item_id, section, text)
    except DomainError as error:
        if error.field != "text":
            raise
        saved = postings.find(session(), slug)
        page = _posting_page(
            saved, editing=item_id, adding=section, typed=request.form.get("text", ""), error=error.message
        )
        return page, 422
    anchor = {"add": f"add-{section}", "remove": "posting"}.get(action, f"line-{item_id}")
    return redirect(url_for(".show", slug=slug, _anchor=anchor), code=303)


def _posting_page(
    saved: SavedPosting, *, editing: str = "", adding: str = "", typed: str | None = None, error: str = ""
) -> str:
    return render_template(
        "postings/show.html",
        saved=saved,
        posting=saved.posting,
        doubts=doubts(saved.posting.brief, today()),
        formats=[(group, list(kinds)) for group, kinds in groupby(FORMATS.values(), key=attrgetter("group"))],
        keeping=keeping(saved),
        field_names=FIELD_NAMES,
        gaps=saved_review.open_gaps(toolkit(), session(), saved, today()),
        law_places=_law_places(saved.posting.brief),
        pay_advice=pay_advice(toolkit().salaries, saved.posting.brief, today()),
        editing=editing,
        adding=adding,
        typed=typed,
        error=error,
    )


def _law_places(brief: Brief) -> dict[str, str]:
    """The places whose law can be read, each once, by the name that stands in a sentence."""
    law, names = toolkit().law, names_of(toolkit().law, toolkit().places)
    pages = filter(None, (law.page_of(place.code) for place in brief.places))
    return {code: with_article(names.get(code, code)) for code in pages}


def _conflict_page(conflict: Conflict, action: str, item_id: str, section: str, text: str) -> ResponseReturnValue:
    saved = conflict.saved
    try:
        theirs = saved.posting.item(item_id).text if item_id else ""
    except DomainError:
        theirs = ""
    newest = postings.versions(session(), saved.slug)[0]
    page = render_template(
        "postings/conflict.html",
        saved=saved,
        author=newest.author,
        action=action,
        item_id=item_id,
        section=section,
        mine=text,
        theirs=theirs,
        gone=bool(item_id) and not theirs,
    )
    return page, 409
