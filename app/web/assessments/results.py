"""What comes of the answers: the result, the plan, the careers view, progress, and files to take away."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import FormField

from app.core.assessments.plain import answers_to_plain, result_to_plain
from app.core.assessments.plan import Step
from app.core.assessments.result import Result
from app.core.assessments.weighing import NotEnoughAnswers
from app.core.errors import DomainError
from app.core.salaries.query import FAMILY_OF
from app.core.text import clean
from app.documents.calendar import plan_calendar
from app.documents.pdf.assessment import assessment_html
from app.documents.pdf.paper import PageSize
from app.extensions import now, session, today, toolkit
from app.usecases import assessments
from app.usecases.assessments import KeptSnapshot
from app.web.assessments.blueprint import bp, opened
from app.web.assessments.forms import numbers_of, plan_form, steps_form
from app.web.files import as_file
from app.web.forms import ToolForm
from app.web.limits import limited


@bp.post("/<slug>/finish")
def finish(slug: str) -> ResponseReturnValue:
    """Keep today's snapshot and show the result."""
    try:
        assessments.finish(session(), toolkit(), slug, now())
    except NotEnoughAnswers as error:
        flash(error.message, "warn")
        return redirect(url_for(".overview", slug=slug), code=303)
    except DomainError as error:
        if error.field != "target":
            raise
        flash(error.message, "warn")
        return redirect(url_for(".scope", slug=slug), code=303)
    return redirect(url_for(".result", slug=slug), code=303)


@bp.get("/<slug>/result")
def result(slug: str) -> ResponseReturnValue:
    saved, framework, scoring = opened(slug)
    return render_template(
        "assessments/result.html",
        saved=saved,
        framework=framework,
        scoring=scoring,
        result=_result(slug),
        earlier=assessments.earlier_rating(session(), saved),
        family=FAMILY_OF[saved.answers.track],
    )


def _result(slug: str) -> Result:
    return assessments.result_of(session(), toolkit(), assessments.find(session(), slug), today())


# -- the plan


@bp.get("/<slug>/plan")
def plan(slug: str) -> ResponseReturnValue:
    steps = _plan(slug)
    return _plan_page(slug, steps, plan_form(steps))


@bp.post("/<slug>/plan")
def change_plan(slug: str) -> ResponseReturnValue:
    if request.form.get("go") == "suggested":
        assessments.keep_plan(session(), slug, None, now())
        flash("This is the plan that your answers suggest today.", "good")
        return redirect(url_for(".plan", slug=slug), code=303)
    steps = _plan(slug)
    form = plan_form(steps)
    if not form.validate():
        return _plan_page(slug, steps, form), 422
    changed = tuple(_changed(step, field) for step, field in zip(steps, _step_fields(form), strict=True))
    assessments.keep_plan(session(), slug, changed, now())
    flash("Your plan is saved.", "good")
    return redirect(url_for(".plan", slug=slug), code=303)


def _plan(slug: str) -> tuple[Step, ...]:
    return assessments.plan_of(session(), toolkit(), assessments.find(session(), slug), today())


def _plan_page(slug: str, steps: tuple[Step, ...], form: ToolForm) -> str:
    saved, framework, scoring = opened(slug)
    return render_template(
        "assessments/plan.html",
        saved=saved,
        is_from_before=len(saved.answers.rated) < scoring.fewest_picks,
        framework=framework,
        steps=list(zip(steps, _step_fields(form), strict=True)),
        form=form,
    )


def _step_fields(form: ToolForm) -> list[FormField]:
    return [field for field in form if isinstance(field, FormField)]


def _changed(step: Step, field: FormField) -> Step:
    return replace(
        step,
        task=field["task"].data or "",
        learn_from=field["learn_from"].data or "",
        study=field["study"].data or "",
        evidence=field["evidence"].data or "",
        due=field["due"].data,
        done=bool(field["done"].data),
    )


# -- careers


@bp.get("/<slug>/careers")
def careers(slug: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    return render_template("assessments/careers.html", saved=saved, framework=framework, result=_result(slug))


# -- progress


@bp.get("/<slug>/progress")
def progress(slug: str) -> ResponseReturnValue:
    saved, framework, scoring = opened(slug)
    kept = assessments.snapshots(session(), slug)
    before, after = _chosen(kept, "since", 0), _chosen(kept, "until", -1)
    found = problem = None
    if before and after and before.id != after.id:
        try:
            found = assessments.compared(toolkit(), before, after)
        except DomainError as error:
            problem = error.message
    return render_template(
        "assessments/progress.html",
        saved=saved,
        framework=framework,
        scoring=scoring,
        snapshots=kept,
        crowded_days=_crowded(kept),
        before=before,
        after=after,
        progress=found,
        problem=problem,
    )


def _crowded(kept: tuple[KeptSnapshot, ...]) -> frozenset[date]:
    """The days that have several results."""
    return frozenset(day for day, times in Counter(one.taken_at.date() for one in kept).items() if times > 1)


def _chosen(kept: tuple[KeptSnapshot, ...], name: str, usual: int) -> KeptSnapshot | None:
    wanted = request.args.get(name, type=int)
    return next((one for one in kept if one.id == wanted), kept[usual] if kept else None)


@bp.get("/<slug>/progress/<int:snapshot_id>")
def look_back(slug: str, snapshot_id: int) -> ResponseReturnValue:
    """Rate oneself as one was then, by today's yardstick, without seeing the picks of that day."""
    saved, framework, _ = opened(slug)
    kept = assessments.snapshot(session(), slug, snapshot_id)
    skills = tuple(skill for skill in framework.skills if skill.id in kept.answers.rated)
    form = steps_form(skills, dict(kept.looking_back), not_yet="Not yet: none of these was true of me.")
    return render_template("assessments/look_back.html", saved=saved, snapshot=kept, skills=skills, form=form)


@bp.post("/<slug>/progress/<int:snapshot_id>")
def keep_look_back(slug: str, snapshot_id: int) -> ResponseReturnValue:
    _, framework, _ = opened(slug)
    kept = assessments.snapshot(session(), slug, snapshot_id)
    skills = tuple(skill for skill in framework.skills if skill.id in kept.answers.rated)
    form = steps_form(skills, {}, not_yet="")
    assessments.look_back(session(), slug, snapshot_id, numbers_of(form), now())
    return redirect(url_for(".progress", slug=slug, since=snapshot_id), code=303)


# -- files


@bp.get("/<slug>/files/<kind>")
@limited("export")
def download(slug: str, kind: str) -> ResponseReturnValue:
    saved, framework, _ = opened(slug)
    if kind == "answers":
        answers = assessments.with_latest_rating(session(), saved)
        return as_file(_json(answers_to_plain(answers)), "application/json", "answers.json")
    if kind == "ics":
        return as_file(plan_calendar(_plan(slug), framework, now()), "text/calendar", "plan.ics")
    found = _result(slug)
    if kind == "json":
        return as_file(_json(result_to_plain(found)), "application/json", "self-assessment.json")
    if kind == "pdf":
        printed = toolkit().pdf.document(assessment_html(found, framework), PageSize.A4)
        return as_file(printed, "application/pdf", "self-assessment.pdf")
    raise DomainError(
        f"There is no file of the kind {clean(kind).text!r}; there are answers, json, ics and pdf.",
        code="unknown_format",
    )


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"
