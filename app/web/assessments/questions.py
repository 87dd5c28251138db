"""The questionnaire: the aim, one skill a screen or all on one page, the facts about the work, the stories."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.assessments.answers import Answers
from app.core.assessments.result import suggested_level
from app.core.assessments.weighing import scope_level
from app.core.framework import Framework, Skill
from app.extensions import now, session, today, toolkit
from app.usecases import assessments, samples, work
from app.web.assessments.blueprint import bp, made_here, opened
from app.web.assessments.forms import AimForm, SkillForm, aim_of, numbers_of, scope_form, steps_form

STORIES = 3


@dataclass(frozen=True)
class Stop:
    """One screen of the questionnaire; `state` says in a word how far it is, `first_open` where to go on in it."""

    endpoint: str
    label: str
    answered: bool
    skill: str | None = None
    state: str = "open"
    first_open: str | None = None

    def url(self, slug: str) -> str:
        if self.skill is None:
            return url_for(self.endpoint, slug=slug, _anchor=self.first_open)
        return url_for(self.endpoint, slug=slug, skill_id=self.skill)


@dataclass(frozen=True)
class Way:
    """All screens in their order, and how far somebody has come."""

    stops: tuple[Stop, ...]

    @property
    def answered(self) -> int:
        return sum(stop.answered for stop in self.stops)

    @property
    def next_open(self) -> Stop | None:
        return next((stop for stop in self.stops if not stop.answered), None)

    @property
    def next_open_skill(self) -> Stop | None:
        return next((stop for stop in self.stops if stop.skill is not None and not stop.answered), None)

    def at(self, endpoint: str, skill: str | None = None) -> int:
        return next(
            at
            for at, stop in enumerate(self.stops)
            if (stop.endpoint, stop.skill) == (f"assessments.{endpoint}", skill)
        )


def way_of(answers: Answers, framework: Framework) -> Way:
    """Facts come last, or first for those who want to be told a level by them."""
    skills = tuple(
        Stop("assessments.skill", skill.name, skill.id in answers.picks, skill.id) for skill in framework.skills
    )
    scope = _scope_stop(answers, framework)
    return Way((scope, *skills) if answers.target is None else (*skills, scope))


def _scope_stop(answers: Answers, framework: Framework) -> Stop:
    facts = framework.scope_facts
    missing = [fact.id for fact in facts if fact.id not in answers.scope]
    some = f"{len(answers.scope)} of {len(facts)} answered"
    return Stop(
        "assessments.scope",
        "The size of your work",
        not missing,
        state=some if answers.scope else "open",
        first_open=missing[0] if missing and answers.scope else None,
    )


@bp.get("/")
def index() -> ResponseReturnValue:
    return _start_page(AimForm.offering(toolkit().framework, request.args.get("aim", "")))


@bp.post("/")
def start() -> ResponseReturnValue:
    form = AimForm.offering(toolkit().framework)
    if not form.validate():
        return _start_page(form), 422
    track, target = form.to_aim()
    saved = assessments.start(session(), toolkit(), track, target, now())
    return redirect(way_of(saved.answers, toolkit().framework).stops[0].url(saved.slug), code=303)


def _start_page(form: AimForm) -> str:
    return render_template("assessments/start.html", form=form, framework=toolkit().framework, made=made_here())


@bp.get("/sample")
def sample() -> ResponseReturnValue:
    """What a result looks like, on made-up answers, for those who want to look before they answer."""
    return render_template("assessments/sample.html", shown=samples.assessment(toolkit(), today()))


@bp.get("/<slug>")
def overview(slug: str) -> ResponseReturnValue:
    saved, framework, scoring = opened(slug)
    return render_template(
        "assessments/overview.html",
        saved=saved,
        framework=framework,
        way=way_of(saved.answers, framework),
        missing=max(0, scoring.fewest_picks - len(saved.answers.rated)),
        stories=stories_of(framework),
        snapshots=assessments.snapshots(session(), slug),
    )


# -- the aim


@bp.get("/<slug>/aim")
def aim(slug: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    form = AimForm.offering(framework, aim_of(saved.answers.track, saved.answers.target))
    return _aim_page(slug, form)


@bp.post("/<slug>/aim")
def change_aim(slug: str) -> ResponseReturnValue:
    _, framework, _ = opened(slug)
    form = AimForm.offering(framework)
    if not form.validate():
        return _aim_page(slug, form), 422
    assessments.aim(session(), slug, *form.to_aim(), now())
    flash("You are now compared with another level. Your answers are the same.", "good")
    return redirect(url_for(".overview", slug=slug), code=303)


def _aim_page(slug: str, form: AimForm) -> str:
    saved, framework, _ = opened(slug)
    held = scope_level(saved.answers)
    suggested = None if held is None else suggested_level(held, saved.answers.track, framework)
    return render_template("assessments/aim.html", saved=saved, form=form, framework=framework, suggested=suggested)


# -- one skill


@bp.get("/<slug>/skills/<skill_id>")
def skill(slug: str, skill_id: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    asked = framework.skill(skill_id)
    return _skill_page(slug, asked, SkillForm.asking(asked, saved.answers))


@bp.post("/<slug>/skills/<skill_id>")
def answer_skill(slug: str, skill_id: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    asked = framework.skill(skill_id)
    form = SkillForm.asking(asked, saved.answers)
    answer = form.to_answer(today())
    if answer is None:
        return _skill_page(slug, asked, form), 422
    saved = assessments.answer_skills(session(), slug, {asked.id: answer}, now())
    _tell_removed(form.removed_notes())
    return _go_on(slug, way_of(saved.answers, framework), "skill", asked.id)


def _skill_page(slug: str, asked: Skill, form: SkillForm) -> str:
    saved, framework, _ = opened(slug)
    way = way_of(saved.answers, framework)
    return render_template(
        "assessments/skill.html",
        saved=saved,
        skill=asked,
        form=form,
        framework=framework,
        way=way,
        at=way.at("skill", asked.id),
    )


def _go_on(slug: str, way: Way, endpoint: str, skill: str | None = None) -> ResponseReturnValue:
    """On to the next screen, back to the one before, or to the overview, as the pressed button says."""
    at = way.at(endpoint, skill)
    go = request.form.get("go", "next")
    step = {"next": at + 1, "back": at - 1}.get(go, -1)
    if 0 <= step < len(way.stops):
        return redirect(way.stops[step].url(slug), code=303)
    return redirect(url_for(".overview", slug=slug), code=303)


# -- all skills on one page


@bp.get("/<slug>/all")
def everything(slug: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    forms = {one.id: SkillForm.asking(one, saved.answers, f"{one.id}-") for one in framework.skills}
    return _everything_page(slug, forms)


@bp.post("/<slug>/all")
def answer_everything(slug: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    forms = {one.id: SkillForm.asking(one, saved.answers, f"{one.id}-") for one in framework.skills}
    answered = {skill_id: form.to_answer(today()) for skill_id, form in forms.items()}
    given = {skill_id: answer for skill_id, answer in answered.items() if answer is not None}
    if len(given) < len(forms):
        return _everything_page(slug, forms), 422
    assessments.answer_skills(session(), slug, given, now())
    _tell_removed([note for form in forms.values() for note in form.removed_notes()])
    return redirect(url_for(".scope" if request.form.get("go") == "next" else ".overview", slug=slug), code=303)


def _everything_page(slug: str, forms: dict[str, SkillForm]) -> str:
    saved, framework, _ = opened(slug)
    errors = [one for form in forms.values() for one in form.every_error()]
    return render_template("assessments/everything.html", saved=saved, forms=forms, framework=framework, errors=errors)


def _tell_removed(notes: list[str]) -> None:
    for note in notes:
        flash(note, "info")


# -- the size of the work


@bp.get("/<slug>/scope")
def scope(slug: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    way = way_of(saved.answers, framework)
    return render_template(
        "assessments/scope.html",
        saved=saved,
        framework=framework,
        form=scope_form(framework, dict(saved.answers.scope)),
        way=way,
        at=way.at("scope"),
    )


@bp.post("/<slug>/scope")
def answer_scope(slug: str) -> ResponseReturnValue:
    _, framework, _ = opened(slug)
    form = scope_form(framework, {})
    saved = assessments.answer_scope(session(), slug, numbers_of(form), now())
    return _go_on(slug, way_of(saved.answers, framework), "scope")


# -- three short stories


def stories_of(framework: Framework) -> tuple[Skill, ...]:
    """Three skills whose stories tell of small, middling and large work, shown in the skills' own order."""
    by_size = sorted(framework.skills, key=lambda skill: skill.vignette.level)
    chosen = {by_size[round(part * (len(by_size) - 1) / (STORIES - 1))].id for part in range(STORIES)}
    return tuple(skill for skill in framework.skills if skill.id in chosen)


@bp.get("/<slug>/stories")
def stories(slug: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    skills = stories_of(framework)
    form = steps_form(skills, dict(saved.answers.vignettes), not_yet="None of these is true of this person yet.")
    return render_template("assessments/stories.html", saved=saved, skills=skills, form=form)


@bp.post("/<slug>/stories")
def answer_stories(slug: str) -> ResponseReturnValue:
    _, framework, _ = opened(slug)
    form = steps_form(stories_of(framework), {}, not_yet="")
    assessments.answer_stories(session(), slug, numbers_of(form), now())
    return redirect(url_for(".overview", slug=slug), code=303)


# -- starting over, and forgetting


@bp.get("/<slug>/again")
def ask_again(slug: str) -> ResponseReturnValue:
    return render_template("assessments/again.html", saved=assessments.find(session(), slug))


@bp.post("/<slug>/again")
def again(slug: str) -> ResponseReturnValue:
    saved = assessments.begin_again(session(), slug, now())
    return redirect(way_of(saved.answers, opened(slug)[1]).stops[0].url(slug), code=303)


@bp.get("/<slug>/delete")
def ask_delete(slug: str) -> ResponseReturnValue:
    return render_template("assessments/delete.html", saved=assessments.find(session(), slug))


@bp.post("/<slug>/delete")
def delete(slug: str) -> ResponseReturnValue:
    assessments.find(session(), slug)
    work.delete(session(), slug, now())
    flash(work.deleted(toolkit().settings.retention_days), "good")
    return redirect(url_for(".index"), code=303)
