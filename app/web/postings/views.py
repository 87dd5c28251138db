"""The pages of the posting builder."""

from __future__ import annotations

import json
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.file_names import file_name
from app.core.law.words import in_words
from app.core.places import Place
from app.core.postings import changes
from app.core.postings.brief import Brief, Problem, doubts
from app.core.postings.compose import compose
from app.core.postings.plain import BadPosting
from app.core.postings.posting import (
    Posting,
    add_item,
    edit_item,
    move_item,
    remove_item,
    restore_item,
)
from app.core.text import clean
from app.extensions import now, session, today, toolkit
from app.usecases import drafts, head_counts, organizations, postings, samples, saved_review, work
from app.usecases.documents import FORMATS, Order, format_of
from app.usecases.organizations import Rank
from app.usecases.posting_pay import pay_advice
from app.usecases.postings import BriefRefused, Conflict, SavedPosting
from app.usecases.work import Kind
from app.web.findings import title_of
from app.web.limits import limited
from app.web.postings import team_texts
from app.web.postings.blueprint import bp
from app.web.postings.forms import STEPS, BriefForm, default_skills, roles, values_of
from app.web.postings.keeping import FIELD_NAMES, keeping
from app.web.trail_words import SAID

BROUGHT = ("places", "pay_min", "pay_max", "currency", "period")


@bp.get("/")
def index() -> ResponseReturnValue:
    made = work.listed(session(), Kind.POSTING)
    return render_template("postings/index.html", framework=toolkit().framework, made=made)


# -- writing a brief


@bp.get("/new")
def new() -> ResponseReturnValue:
    framework = toolkit().framework
    role = request.args.get("role", "")
    if role not in roles(toolkit().framework):
        known = _brought() | ({"for_team": request.args["for_team"]} if "for_team" in request.args else {})
        return render_template("postings/roles.html", framework=framework, unknown=role, known=known)
    usual = {"role": role, "role_before": role, "skills": list(default_skills(framework, role))}
    values = usual | team_texts.first_values() | _brought()
    form = BriefForm.offering(framework, team_texts.offered(), data=values)
    return _form_page(form, step=request.args.get("step", 0, type=int))


@bp.post("/new")
def create() -> ResponseReturnValue:
    form = BriefForm.offering(toolkit().framework, team_texts.offered())
    went_on = _went_on(form)
    if went_on is not None:
        return went_on
    posting = _composed(form)
    if posting is None:
        return _form_page(form, step=_step_of_first_error(form)), 422
    saved = postings.draft(session(), posting, now(), _workspace_of(form.chosen_team))
    _tell_removed(form)
    return redirect(url_for(".show", slug=saved.slug), code=303)


@bp.post("/from-text")
def from_text() -> ResponseReturnValue:
    """The form filled from a text that somebody had reviewed; what it has no place for stands beside it."""
    framework = toolkit().framework
    text = clean(request.form.get("text", "")).text
    made = drafts.from_text(toolkit(), text, today())
    values = values_of(made.brief, toolkit().places)
    filled = {name: value for name, value in values.items() if value not in ("", None, [])}
    usual = {"skills": list(default_skills(framework, str(values["role"])))}
    values = usual | team_texts.first_values() | filled | {"left_over": made.left_over}
    form = BriefForm.offering(framework, team_texts.offered(), formdata=None, data=values)
    flash("This is a draft of what the text says. Look at each step; what could not be taken up stands beside.", "info")
    return _form_page(form, step=0)


@bp.post("/preview")
def preview() -> ResponseReturnValue:
    """The preview alone, for the page to put beside the form while somebody types."""
    form = BriefForm.offering(toolkit().framework)
    form.follow_role(toolkit().framework)
    return render_template("postings/_preview.html", **_preview(form))


@bp.post("/import")
def take_up() -> ResponseReturnValue:
    """Take up a posting that was taken away as JSON."""
    file = request.files.get("file")
    content = file.read() if file else b""
    try:
        posting = postings.from_posting_file(json.loads(content.decode()))
    except (ValueError, RecursionError):
        raise BadPosting("This file is not JSON. Choose a posting that was downloaded here as JSON.") from None
    saved = postings.draft(session(), posting, now())
    flash("The posting was taken up. It is a copy of its own.", "good")
    return redirect(url_for(".show", slug=saved.slug), code=303)


@bp.get("/sample")
def sample() -> ResponseReturnValue:
    """What comes of a brief, for those who want to look before they write one."""
    return render_template("postings/sample.html", posting=samples.posting(toolkit()))


@bp.post("/sample")
def take_sample() -> ResponseReturnValue:
    """A copy of the sample, to change it into one's own."""
    saved = postings.draft(session(), samples.posting(toolkit()), now())
    flash("This copy is yours. Change its brief to your team, place and pay.", "good")
    return redirect(url_for(".show", slug=saved.slug), code=303)


# -- working on a posting


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
        postings.change(session(), slug, _version(), edits[action], now())
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


@bp.get("/<slug>/brief")
def brief(slug: str) -> ResponseReturnValue:
    saved = postings.find_to_change(session(), slug)
    values = values_of(saved.posting.brief, toolkit().places) | {"version": saved.version}
    form = BriefForm.offering(toolkit().framework, data=values)
    return _form_page(form, saved=saved, step=request.args.get("step", 0, type=int))


@bp.post("/<slug>/brief")
def change_brief(slug: str) -> ResponseReturnValue:
    saved = postings.find_to_change(session(), slug)
    form = BriefForm.offering(toolkit().framework)
    went_on = _went_on(form, saved)
    if went_on is not None:
        return went_on
    if _composed(form) is None:
        return _form_page(form, saved=saved, step=_step_of_first_error(form)), 422
    changed = postings.rebased(toolkit(), saved.posting, _brief_of(form))
    differences = changes.between(saved.posting, changed)
    if differences and not request.form.get("confirmed"):
        form.version.data = str(saved.version)
        return _changes_page(form, saved, differences)
    try:
        postings.change(session(), slug, _version(), lambda _: changed, now())
    except Conflict:
        form.version.data = str(saved.version)
        flash(
            "This posting was changed in another window while you worked on its brief. Look at what would change now.",
            "warn",
        )
        return _changes_page(form, saved, differences), 409
    _tell_removed(form)
    return redirect(url_for(".show", slug=slug), code=303)


@bp.post("/<slug>/duplicate")
def duplicate(slug: str) -> ResponseReturnValue:
    saved = postings.find(session(), slug)
    original, beside = saved.posting, saved.workspace if saved.may_change else None
    copy = replace(original, brief=replace(original.brief, title=f"{original.title} (copy)"[:120]))
    saved = postings.draft(session(), copy, now(), beside)
    flash("This is the copy. The original stays as it was.", "good")
    return redirect(url_for(".show", slug=saved.slug), code=303)


@bp.get("/<slug>/versions")
def versions(slug: str) -> ResponseReturnValue:
    saved = postings.find(session(), slug)
    kept = postings.versions(session(), slug)
    told = [
        (one, changes.between(earlier.posting, one.posting) if earlier else ())
        for one, earlier in zip(kept, (*kept[1:], None), strict=True)
    ]
    return render_template(
        "postings/versions.html",
        saved=saved,
        versions=told,
        events=saved_review.trail_of(session(), slug),
        said=SAID,
        team=organizations.keeping(session(), saved.workspace),
    )


@bp.get("/<slug>/versions/<int:number>")
def version(slug: str, number: int) -> ResponseReturnValue:
    saved = postings.find(session(), slug)
    old = postings.version(session(), slug, number)
    since = _by_section(changes.between(old.posting, saved.posting))
    return render_template(
        "postings/version.html",
        saved=saved,
        old=old,
        posting=old.posting,
        sections=since,
        law_since=saved_review.changed_since(
            toolkit(), old.posting, head_counts.of(session(), saved).employer, old.made_at.date(), today()
        ),
        law=toolkit().law,
        in_words=in_words,
        title_of=title_of,
    )


@bp.post("/<slug>/versions/<int:number>/restore")
def restore(slug: str, number: int) -> ResponseReturnValue:
    """Bring an old version back, as a new one: what stands now stays in the history."""
    old = postings.version(session(), slug, number)
    try:
        postings.change(session(), slug, _version(), lambda _: old.posting, now())
    except Conflict:
        flash("This posting was changed in another window meanwhile. Look at it before you restore.", "warn")
        return redirect(url_for(".version", slug=slug, number=number), code=303)
    flash(f"Version {number} stands again. What stood before is kept among the versions.", "good")
    return redirect(url_for(".show", slug=slug), code=303)


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


@bp.get("/<slug>/files/<kind>")
@limited("export")
def download(slug: str, kind: str) -> ResponseReturnValue:
    saved = postings.find(session(), slug)
    posting, wanted = saved.posting, format_of(kind)
    stamp = saved_review.stamp(saved_review.open_gaps(toolkit(), session(), saved, today()))
    content = wanted.write(Order(posting, toolkit(), today(), toolkit().pdf.document, stamp))
    response = Response(content, mimetype=wanted.mimetype)
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{wanted.file_name(file_name(posting.title, "posting"))}"'
    )
    return response


# -- what the pages need


def _brought() -> dict[str, str]:
    """What another page already knows of the job: its places and its pay."""
    found = {name: clean(request.args.get(name, "")).text[:200] for name in BROUGHT}
    brought = {name: value for name, value in found.items() if value}
    if brought.get("places") in toolkit().places.names:  # a link names a state by its code, and people by its name
        brought["places"] = toolkit().places.unmistakable(brought["places"])
    return brought | ({"currency_before": ""} if "currency" in brought else {})


def _workspace_of(team: str) -> int | None:
    """Where a new posting is kept; None is the visitor's own work."""
    return organizations.membership(session(), team, Rank.EDITOR).organization.workspace if team else None


def _went_on(form: BriefForm, saved: SavedPosting | None = None) -> ResponseReturnValue | None:
    """The form page again when the visitor asked for another step or a preview; None when they asked to save."""
    if form.follow_role(toolkit().framework):
        flash("The level changed, so the skills that the posting leads with follow it.", "info")
    go = request.form.get("go", "save")
    followed = "" if saved else team_texts.follow(form)
    if followed:
        flash(followed, "info")
    if followed and go == "save":
        return _form_page(form, step=0)
    if go == "preview":
        return _form_page(form, saved=saved, step=request.form.get("step", 0, type=int))
    if go.startswith("step-"):
        return _form_page(form, saved=saved, step=int(go[5:]) if go[5:].isdecimal() else 0)
    return None


def _composed(form: BriefForm) -> Posting | None:
    """The form's posting, or None with every problem beside its field."""
    sound = form.validate()
    if form.role.data not in roles(toolkit().framework):
        form.role.errors = ["Choose a level from the list."]
        return None
    brief = _brief_of(form)
    try:
        posting = postings.composed(toolkit(), brief)
    except BriefRefused as refused:
        form.add_problems(refused.problems)
        return None
    return posting if sound and not form.every_error() else None


def _brief_of(form: BriefForm) -> Brief:
    return form.to_brief(toolkit().framework, toolkit().places, toolkit().salaries.own_currency)


def _preview(form: BriefForm) -> dict[str, object]:
    """A posting of what the brief holds so far, as far as there is a level and a choice of skills."""
    framework, places = toolkit().framework, toolkit().places
    if form.role.data not in roles(toolkit().framework):
        return {"posting": None, "missing": "Choose a level to see the posting.", "doubts": (), "pay_advice": None}
    brief = _brief_of(form)
    standing = framework.expected(brief.track, brief.level)
    skills = tuple(skill for skill in brief.skills if standing.get(skill))
    brief = replace(brief, title=brief.title or framework.title(brief.track, brief.level), skills=skills)
    named = replace(brief, employer=brief.employer or "Your company")
    return {
        "posting": compose(named, framework, places, toolkit().english),
        "missing": "",
        "doubts": (*form.understood.values(), *doubts(brief, today())),
        "pay_advice": pay_advice(toolkit().salaries, brief, today()),
    }


def _form_page(form: BriefForm, *, step: int, saved: SavedPosting | None = None) -> str:
    preview = _preview(form)
    for field in form:
        if not request.form.get("go") or request.form.get("go") == "preview":
            break
        if field.name not in _fields_of(step):
            field.errors = []
    return render_template(
        "postings/form.html", form=form, steps=STEPS, step=min(max(step, 0), len(STEPS)), saved=saved, **preview
    )


def _fields_of(step: int) -> tuple[str, ...]:
    return STEPS[step - 1][1] if 1 <= step <= len(STEPS) else tuple(name for _, names in STEPS for name in names)


def _step_of_first_error(form: BriefForm) -> int:
    """Where the visitor must look: the whole form when they filled it whole, else the step with the first error."""
    if not request.form.get("step", 0, type=int):
        return 0
    wrong = {field.name for field in form if field.errors}
    return next((number for number, (_, names) in enumerate(STEPS, start=1) if wrong & set(names)), 0)


def _posting_page(
    saved: SavedPosting, *, editing: str = "", adding: str = "", typed: str | None = None, error: str = ""
) -> str:
    return render_template(
        "postings/show.html",
        saved=saved,
        posting=saved.posting,
        doubts=_doubts_of(saved.posting.brief),
        formats=[(group, list(kinds)) for group, kinds in groupby(FORMATS.values(), key=attrgetter("group"))],
        keeping=keeping(saved),
        field_names=FIELD_NAMES,
        gaps=saved_review.open_gaps(toolkit(), session(), saved, today()),
        law_places=[(one.code, toolkit().law.name(one.code)) for one in _states(saved.posting.brief)],
        pay_advice=pay_advice(toolkit().salaries, saved.posting.brief, today()),
        editing=editing,
        adding=adding,
        typed=typed,
        error=error,
    )


def _states(brief: Brief) -> tuple[Place, ...]:
    """The states or countries of work, each once."""
    return tuple({place.code: place for place in brief.places}.values())


def _changes_page(form: BriefForm, saved: SavedPosting, differences: tuple[changes.Change, ...]) -> str:
    sections = _by_section(differences)
    return render_template("postings/changes.html", form=form, saved=saved, differences=differences, sections=sections)


def _by_section(differences: tuple[changes.Change, ...]) -> list[tuple[str, list[changes.Change]]]:
    return [(heading, list(lines)) for heading, lines in groupby(differences, key=attrgetter("heading"))]


def _doubts_of(brief: Brief) -> tuple[Problem, ...]:
    return doubts(brief, today())


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


def _version() -> int:
    return request.form.get("version", 0, type=int)


def _tell_removed(form: BriefForm) -> None:
    for note in (*form.removed_notes(), *(one.message for one in form.understood.values())):
        flash(note, "info")
