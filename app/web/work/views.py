"""The list of saved work: find, rename, put away, delete and bring back."""

from __future__ import annotations

from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.text import clean
from app.extensions import now, session
from app.usecases import work
from app.usecases.work import Kind, Work
from app.web.private import keep_private
from app.web.work.actions import Action, actions, press, pressed_in_the_bin
from app.web.work.promises import days

bp = Blueprint("work", __name__, url_prefix="/work")
keep_private(bp)

# kind -> (its name, the page that opens it)
KINDS = {
    Kind.POSTING: ("Posting", "postings.show"),
    Kind.ASSESSMENT: ("Self-assessment", "assessments.overview"),
    Kind.REPORT: ("Résumé report", "work.report"),
    Kind.LOOK_UP: ("Salary look-up", "work.look_up"),
}


@bp.get("/")
def index() -> ResponseReturnValue:
    return _index_page()


@bp.get("/bin")
def bin_page() -> ResponseReturnValue:
    return render_template("work/bin.html", found=work.in_bin(session()), kinds=KINDS, lasts=timedelta(days=days()))


@bp.post("/<slug>")
def change(slug: str) -> ResponseReturnValue:
    """Rename, copy, put away, take out again, delete, bring back, or forget for good: as the pressed button says."""
    copy: Action = (
        lambda: work.duplicate(session(), slug, now()),
        "This list holds a copy now, under its own name.",
    )
    try:
        press(actions(slug, deleted=work.deleted(days())) | {"duplicate": copy})
    except DomainError as error:
        if error.field != "title":
            raise
        return _index_page(wrong=slug, error=error.message, typed=request.form.get("title", "")), 422
    back = ".bin_page" if pressed_in_the_bin() else ".index"
    return redirect(url_for(back, archived=request.form.get("archived") or None), code=303)


def address(one: Work) -> str:
    """Where a saved thing is opened."""
    return url_for(KINDS[one.kind][1], slug=one.slug)


def _index_page(*, wrong: str = "", error: str = "", typed: str = "") -> str:
    search = clean(request.args.get("q", "")).text[:100]
    archived = request.values.get("archived") == "1"
    kind = Kind(request.args["kind"]) if request.args.get("kind") in set(Kind) else None
    return render_template(
        "work/index.html",
        found=work.listed(session(), kind, search=search, archived=archived),
        kinds=KINDS,
        address=address,
        search=search,
        kind=kind,
        archived=archived,
        wrong=wrong,
        error=error,
        typed=typed,
    )
