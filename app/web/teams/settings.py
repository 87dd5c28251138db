"""What only owners of a team look after: its name, its head counts, and its end."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.law.employers import counts_in_words
from app.extensions import now, session, toolkit
from app.usecases import head_counts, organizations
from app.usecases.head_counts import CountsConflict, HeadCounts
from app.usecases.organizations import Membership, Rank, TeamConflict
from app.web.employers import EmployerForm, names_of, values_of
from app.web.teams.blueprint import bp


@bp.get("/<slug>/settings")
def settings(slug: str) -> ResponseReturnValue:
    return _settings_page(slug)


@bp.post("/<slug>/settings")
def rename(slug: str) -> ResponseReturnValue:
    typed = request.form.get("name", "")
    try:
        organizations.rename(session(), slug, request.form.get("version", 0, type=int), typed, now())
    except TeamConflict as conflict:
        return _settings_page(slug, typed=typed, wrong=conflict), 409
    except DomainError as error:
        if error.field != "name":
            raise
        return _settings_page(slug, typed=typed, wrong=error), 422
    flash("The team has its new name.", "good")
    return redirect(url_for(".settings", slug=slug), code=303)


@bp.get("/<slug>/delete")
def ask_delete(slug: str) -> ResponseReturnValue:
    mine = organizations.membership(session(), slug, Rank.OWNER)
    return render_template(
        "teams/delete.html",
        mine=mine,
        members=organizations.members(session(), mine.organization),
        count=len(organizations.postings(session(), mine))
        + len(organizations.postings(session(), mine, archived=True)),
        missing=False,
    )


@bp.post("/<slug>/delete")
def delete(slug: str) -> ResponseReturnValue:
    name = organizations.membership(session(), slug, Rank.OWNER).organization.name
    what = request.form.get("postings", "")
    if what not in ("keep", "delete"):
        raise DomainError("Say whether its postings are kept in your own work or deleted with it.", code="no_choice")
    kept = organizations.delete(session(), slug, now(), keep_postings=what == "keep")
    moved = f" {kept} {'posting is' if kept == 1 else 'postings are'} in your own work now." if kept else ""
    flash(f"“{name}” is gone for good.{moved}", "good")
    return redirect(url_for(".index"), code=303)


@bp.get("/<slug>/head-counts")
def head_counts_page(slug: str) -> ResponseReturnValue:
    mine = organizations.membership(session(), slug)
    counts = head_counts.of_team(session(), mine)
    return _head_counts_page(mine, counts, EmployerForm(formdata=None, data=values_of(counts.employer, _names())))


@bp.post("/<slug>/head-counts")
def count_heads(slug: str) -> ResponseReturnValue:
    mine = organizations.membership(session(), slug, Rank.OWNER)
    form = EmployerForm()
    employer = form.employer(toolkit().law, toolkit().law_codes, toolkit().places)
    seen = request.form.get("version", 0, type=int)
    if form.every_error():
        return _head_counts_page(mine, head_counts.of_team(session(), mine), form, seen=seen), 422
    try:
        head_counts.keep(session(), mine.organization.workspace, seen, employer, now())
    except CountsConflict as conflict:
        return _head_counts_page(mine, conflict.saved, form, conflict=conflict.message), 409
    flash("The head counts are kept, and every posting of the team is checked with them.", "good")
    return redirect(url_for(".head_counts_page", slug=slug), code=303)


def _names() -> dict[str, str]:
    return dict(names_of(toolkit().law, toolkit().places))


def _settings_page(slug: str, *, typed: str | None = None, wrong: DomainError | None = None) -> str:
    mine = organizations.membership(session(), slug, Rank.OWNER)
    return render_template("teams/settings.html", mine=mine, typed=typed, wrong=wrong)


def _head_counts_page(
    mine: Membership, counts: HeadCounts, form: EmployerForm, *, seen: int | None = None, conflict: str = ""
) -> str:
    names = _names()
    return render_template(
        "teams/head_counts.html",
        mine=mine,
        form=form,
        version=counts.version if seen is None else seen,
        counts=counts,
        counted=counts_in_words(counts.employer, lambda code: names.get(code, code)),
        is_owner=mine.rank is Rank.OWNER,
        conflict=conflict,
    )
