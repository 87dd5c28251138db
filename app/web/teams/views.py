"""The list of one's teams, and a team's page with its postings, its bin and its trail."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.text import clean
from app.extensions import now, session
from app.usecases import organizations
from app.usecases.organizations import Membership, Rank
from app.web.teams.blueprint import bp, me
from app.web.trail_words import SAID
from app.web.work.actions import actions, press, pressed_in_the_bin, typed_title


@bp.get("/")
def index() -> ResponseReturnValue:
    return _index_page()


@bp.post("/")
def create() -> ResponseReturnValue:
    typed = {field: request.form.get(field, "") for field in ("name", "member")}
    account = me()
    if account is None:
        raise DomainError("Sign in to make a team.", code="not_found")
    try:
        team = organizations.create(session(), account, typed["name"], typed["member"], now())
    except DomainError as error:
        if error.field not in typed:
            raise
        return _index_page(typed=typed, wrong=error), 422
    flash("The team stands. Ask the others to join, and write the texts that its postings share.", "good")
    return redirect(url_for(".show", slug=team.slug), code=303)


@bp.get("/<slug>")
def show(slug: str) -> ResponseReturnValue:
    return _team_page(organizations.membership(session(), slug))


@bp.get("/<slug>/bin")
def bin_page(slug: str) -> ResponseReturnValue:
    mine = organizations.membership(session(), slug)
    return render_template("teams/bin.html", mine=mine, found=organizations.in_bin(session(), mine))


@bp.get("/<slug>/trail")
def show_trail(slug: str) -> ResponseReturnValue:
    mine = organizations.membership(session(), slug)
    events = organizations.trail_of(session(), mine)
    return render_template("teams/trail.html", mine=mine, events=events, said=SAID, most=organizations.SHOWN)


@bp.post("/<slug>/postings/<posting>")
def change_work(slug: str, posting: str) -> ResponseReturnValue:
    """Rename, put away, take out again, delete, bring back, or forget for good: as the pressed button says."""
    mine = organizations.membership(session(), slug, Rank.EDITOR)
    organizations.owned(session(), mine, posting)
    try:
        press(actions(posting, deleted="It was deleted, and lies in the team’s bin."))
    except DomainError as error:
        if error.field != "title":
            raise
        return _team_page(mine, wrong=posting, error=error.message, typed=typed_title()), 422
    back = ".bin_page" if pressed_in_the_bin() else ".show"
    return redirect(url_for(back, slug=slug, archived=request.form.get("archived") or None), code=303)


def _index_page(*, typed: dict[str, str] | None = None, wrong: DomainError | None = None) -> str:
    mine = organizations.of_visitor(session())
    return render_template("teams/index.html", mine=mine, may=organizations.MAY, typed=typed or {}, wrong=wrong)


def _team_page(mine: Membership, *, wrong: str = "", error: str = "", typed: str = "") -> str:
    search = clean(request.args.get("q", "")).text[:100]
    archived = request.values.get("archived") == "1"
    return render_template(
        "teams/show.html",
        mine=mine,
        may_write=mine.rank.may(Rank.EDITOR),
        may=organizations.MAY,
        found=organizations.postings(session(), mine, search=search, archived=archived),
        events=organizations.trail_of(session(), mine)[:5],
        said=SAID,
        search=search,
        archived=archived,
        wrong=wrong,
        error=error,
        typed=typed,
    )
