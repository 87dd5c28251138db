"""Writing a brief: the level, the form in one page or in six steps, the preview, and what a change would do."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.postings import changes
from app.core.postings.brief import Brief, as_far_as_known, doubts
from app.core.postings.compose import compose
from app.core.postings.posting import Posting
from app.core.text import clean, whole_number
from app.extensions import now, session, today, toolkit
from app.usecases import drafts, organizations, postings, samples, work
from app.usecases.organizations import Rank
from app.usecases.posting_pay import pay_advice
from app.usecases.postings import BriefRefused, Conflict, SavedPosting
from app.usecases.work import Kind
from app.web.limits import limited
from app.web.postings import saved_forms, team_texts
from app.web.postings.blueprint import bp, seen_version
from app.web.postings.forms import STEPS, BriefForm, default_skills, roles, values_of

BROUGHT = ("places", "pay_min", "pay_max", "currency", "period")


@bp.get("/")
def index() -> ResponseReturnValue:
    made = work.listed(session(), Kind.POSTING)
    return render_template("postings/index.html", framework=toolkit().framework, made=made)


@bp.get("/new")
def new() -> ResponseReturnValue:
    framework = toolkit().framework
    role = request.args.get("role", "")
    if role not in roles(toolkit().framework):
        known = _brought() | ({"for_team": request.args["for_team"]} if "for_team" in request.args else {})
        return render_template("postings/roles.html", framework=framework, unknown=role, known=known)
    usual = {"role": role, "role_before": role, "skills": list(default_skills(framework, role))} | saved_forms.marked()
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
    saved = _saved_anew(form, posting)
    _tell_removed(form)
    return redirect(url_for(".show", slug=saved.slug), code=303)


@bp.post("/from-text")
@limited("upload")
def from_text() -> ResponseReturnValue:
    """The form filled from a text that somebody had reviewed; what it has no place for stands beside it."""
    framework = toolkit().framework
    text = clean(request.form.get("text", "")).text
    made = drafts.from_text(toolkit(), text, today())
    values = values_of(made.brief, toolkit().places)
    filled = {name: value for name, value in values.items() if value not in ("", None, [])}
    usual = {"skills": list(default_skills(framework, str(values["role"])))}
    values = usual | team_texts.first_values() | filled | {"left_over": made.left_over} | saved_forms.marked()
    form = BriefForm.offering(framework, team_texts.offered(), formdata=None, data=values)
    flash("This is a draft of what the text says. Look at each step; what could not be taken up stands beside.", "info")
    return _form_page(form, step=0)


@bp.post("/preview")
@limited("preview")
def preview() -> ResponseReturnValue:
    """The preview alone, for the page to put beside the form while somebody types."""
    form = BriefForm.offering(toolkit().framework)
    form.follow_role(toolkit().framework, toolkit().english)
    return render_template("postings/_preview.html", **_preview(form))


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
        postings.change(session(), slug, seen_version(), lambda _: changed, now())
    except Conflict:
        form.version.data = str(saved.version)
        flash(
            "This posting was changed in another window while you worked on its brief. Look at what would change now.",
            "warn",
        )
        return _changes_page(form, saved, differences), 409
    _tell_removed(form)
    return redirect(url_for(".show", slug=slug), code=303)


# -- what the pages need


def _brought() -> dict[str, str]:
    """What another page already knows of the job: its places and its pay."""
    found = {name: clean(request.args.get(name, "")).text[:200] for name in BROUGHT}
    brought = {name: value for name, value in found.items() if value}
    if brought.get("places") in toolkit().places.names:  # a link names a state by its code, and people by its name
        brought["places"] = toolkit().places.unmistakable(brought["places"])
    return brought | ({"currency_before": ""} if "currency" in brought else {})


def _saved_anew(form: BriefForm, posting: Posting) -> SavedPosting:
    """The new posting; of a form that was saved before and gone back to, the same posting with what is new."""
    earlier = saved_forms.posting_of(form.version.data or "")
    if earlier is None:
        saved = postings.draft(session(), posting, now(), _workspace_of(form.chosen_team))
        saved_forms.remember(form.version.data or "", saved.slug)
        return saved
    flash("You had saved this form before, so that posting was changed. There is no second one.", "info")
    rebased = changes.rebase(earlier.posting, posting)
    return postings.change(session(), earlier.slug, earlier.version, lambda _: rebased, now())


def _workspace_of(team: str) -> int | None:
    """Where a new posting is kept; None is the visitor's own work."""
    return organizations.membership(session(), team, Rank.EDITOR).organization.workspace if team else None


def _went_on(form: BriefForm, saved: SavedPosting | None = None) -> ResponseReturnValue | None:
    """The form page again when the visitor asked for another step or a preview; None when they asked to save."""
    followed_role = form.follow_role(toolkit().framework, toolkit().english)
    if followed_role:
        flash(followed_role, "info")
    go = request.form.get("go", "save")
    followed = "" if saved else team_texts.follow(form)
    if followed:
        flash(followed, "info")
    if followed and form.chosen_team and go == "save":
        return _form_page(form, step=0)
    if go == "preview":
        return _form_page(form, saved=saved, step=request.form.get("step", 0, type=int))
    if go.startswith("step-"):
        return _form_page(form, saved=saved, step=whole_number(go[5:], len(STEPS)) or 0)
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
    framework, places, english = toolkit().framework, toolkit().places, toolkit().english
    if form.role.data not in roles(toolkit().framework):
        return {"posting": None, "missing": "Choose a level to see the posting.", "doubts": (), "pay_advice": None}
    brief = _brief_of(form)
    return {
        "posting": compose(as_far_as_known(brief, framework, english), framework, places, english),
        "missing": "",
        "doubts": (*form.understood.values(), *doubts(brief, today())),
        "pay_advice": pay_advice(toolkit().salaries, brief, today()),
    }


def _form_page(form: BriefForm, *, step: int, saved: SavedPosting | None = None) -> str:
    preview = _preview(form)
    if (request.form.get("go") or "preview") != "preview":
        form.show_errors_of(_fields_of(step))
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


def _changes_page(form: BriefForm, saved: SavedPosting, differences: tuple[changes.Change, ...]) -> str:
    sections = changes.by_heading(differences)
    return render_template("postings/changes.html", form=form, saved=saved, differences=differences, sections=sections)


def _tell_removed(form: BriefForm) -> None:
    for note in (*form.removed_notes(), *(one.message for one in form.understood.values())):
        flash(note, "info")
