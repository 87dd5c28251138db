"""Where a posting is kept: moved, copied or deleted, in one's own work or a team, whose newer text it can take over."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.postings import shared_texts
from app.core.postings.brief import Brief
from app.extensions import now, session, toolkit
from app.usecases import organizations, postings, team_texts, work
from app.usecases.organizations import Membership, Rank
from app.usecases.postings import Conflict, SavedPosting
from app.usecases.team_texts import Newer
from app.web.postings.blueprint import bp, seen_version

FIELD_NAMES = {
    "about": "About the employer",
    "benefits": "Benefits",
    "equal_opportunity": "Equal opportunity",
    "process": "Steps of the hiring process",
}


@dataclass(frozen=True)
class Keeping:
    """Where a posting is kept and where else it could be: `targets` are addresses of teams ("" is one's own work)."""

    team: Membership | None
    targets: tuple[tuple[str, str], ...]
    newer: tuple[Newer, ...]


def keeping(saved: SavedPosting) -> Keeping:
    team = organizations.keeping(session(), saved.workspace)
    others = [one.organization for one in organizations.writable(session()) if one != team]
    targets = [(one.slug, one.name) for one in others]
    if team is not None:
        targets.insert(0, ("", "My work"))
    newer = team_texts.newer(session(), saved.workspace, saved.posting.brief) if saved.may_change else ()
    return Keeping(team, tuple(targets), newer)


@bp.post("/<slug>/keep")
def keep(slug: str) -> ResponseReturnValue:
    """Move or copy a posting into a team, or into one's own work."""
    saved = postings.find(session(), slug)
    to = request.form.get("to", "")
    if request.form.get("do") == "move":
        team = organizations.move(session(), slug, to, now())
        flash(_said("The posting is kept in", team), "good")
        return redirect(url_for(".show", slug=slug), code=303)
    if request.form.get("do") != "copy":
        raise DomainError("This button is not known here.", code="unknown_action")
    team = organizations.membership(session(), to, Rank.EDITOR) if to else None
    workspace = team.organization.workspace if team else None
    copy = postings.draft(session(), saved.posting, now(), workspace)
    flash(_said("This is the copy. It is kept in", team), "good")
    return redirect(url_for(".show", slug=copy.slug), code=303)


@bp.post("/<slug>/team-text")
def take_over(slug: str) -> ResponseReturnValue:
    """Put the team's newer text in the place of the one that the posting took."""
    saved = postings.find_to_change(session(), slug)
    wanted = (request.form.get("field", ""), request.form.get("country", ""))
    newer = team_texts.newer(session(), saved.workspace, saved.posting.brief)
    change = next((one for one in newer if (one.field, one.country) == wanted), None)
    if change is None:
        flash("The posting holds the newest text already.", "info")
        return redirect(url_for(".show", slug=slug), code=303)
    changed = postings.rebased(toolkit(), saved.posting, _with(saved.posting.brief, change))
    try:
        postings.change(session(), slug, seen_version(), lambda _: changed, now())
    except Conflict:
        flash("This posting was changed meanwhile. Look at it, and take the text over then.", "warn")
    else:
        flash(f"The newer text was taken over: {FIELD_NAMES[change.field]}.", "good")
    return redirect(url_for(".show", slug=slug), code=303)


@bp.post("/<slug>/duplicate")
def duplicate(slug: str) -> ResponseReturnValue:
    copy = postings.duplicate(session(), slug, now())
    flash("This is the copy. The original stays as it was.", "good")
    return redirect(url_for(".show", slug=copy.slug), code=303)


@bp.get("/<slug>/delete")
def ask_delete(slug: str) -> ResponseReturnValue:
    saved = postings.find_to_change(session(), slug)
    return render_template("postings/delete.html", saved=saved, team=organizations.keeping(session(), saved.workspace))


@bp.post("/<slug>/delete")
def delete(slug: str) -> ResponseReturnValue:
    saved = postings.find_to_change(session(), slug)
    team = organizations.keeping(session(), saved.workspace)
    work.delete(session(), slug, now())
    if team is not None:
        flash("It was deleted. You can bring it back from the team’s bin.", "good")
        return redirect(url_for("teams.show", slug=team.organization.slug), code=303)
    flash(work.deleted(toolkit().settings.retention_days), "good")
    return redirect(url_for(".index"), code=303)


def _with(brief: Brief, change: Newer) -> Brief:
    return shared_texts.taken_over(brief, change)


def _said(words: str, team: Membership | None) -> str:
    return f"{words} “{team.organization.name}”." if team else f"{words} your own work."
