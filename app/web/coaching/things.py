"""One thing that a client shows: the blind rating first, then everything that both look at, and the pack."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import auth_required

from app.core.errors import DomainError
from app.core.resumes.report import at_work
from app.documents.pdf.coaching import pack_html
from app.documents.pdf.paper import PageSize
from app.extensions import now, session, today, toolkit
from app.usecases import assessments, coaching, coaching_desk, coaching_talk, kept
from app.usecases.coaching import Role, Thing
from app.usecases.work import Kind
from app.web.assessments.forms import chosen, steps_form
from app.web.coaching.blueprint import bp, me, opened
from app.web.coaching.forms import CommentForm
from app.web.files import as_file
from app.web.forms import ToolForm
from app.web.limits import limited

NOT_SEEN = "I have not seen this."
NOT_YET = "Not yet: I have seen the work, and none of these is true."
WHOLE = "all"


@bp.get("/with/<slug>/shown/<work_slug>")
@auth_required("session")
def thing(slug: str, work_slug: str) -> ResponseReturnValue:
    found = opened(slug, work_slug)
    if found.is_hidden:
        return _rate_page(found, _blank(found))
    return thing_page(found)


@bp.post("/with/<slug>/shown/<work_slug>/rating")
@auth_required("session")
def rate(slug: str, work_slug: str) -> ResponseReturnValue:
    """Keep a blind rating, or go on without one, as the pressed button says."""
    found = opened(slug, work_slug)
    here = redirect(url_for(".thing", slug=slug, work_slug=work_slug), code=303)
    if request.form.get("do") == "look":
        coaching.look_without_rating(session(), found, now())
        return here
    form = _blank(found)
    picks = {skill: int(answer) if answer.isdecimal() else None for skill, answer in chosen(form).items()}
    try:
        coaching.rate(session(), found, picks, now())
    except DomainError as error:
        if error.field != "picks":
            raise
        return _rate_page(found, form, error=error.message), 422
    return here


@bp.get("/with/<slug>/shown/<work_slug>/pack.pdf")
@auth_required("session")
@limited("export")
def pack(slug: str, work_slug: str) -> ResponseReturnValue:
    found = _assessment(opened(slug, work_slug))
    content = coaching_desk.pack(session(), toolkit(), found, places_of(found), today())
    framework, _ = toolkit().edition(content.result.edition)
    printed = toolkit().pdf.document(pack_html(content, framework), PageSize.A4)
    return as_file(printed, "application/pdf", "coaching.pdf")


def places_of(found: Thing) -> Mapping[str, str]:
    """What can be commented on in a thing, and how it is called."""
    if found.work.kind is Kind.REPORT:
        lines = kept.report(session(), toolkit(), found.work.slug).report.lines
        return {WHOLE: "The whole"} | {line_place(one.line.text): one.line.text for one in lines}
    framework, _ = assessments.rules_of(toolkit(), assessments.find(session(), found.work.slug))
    return {WHOLE: "The whole"} | {f"skill:{skill.id}": skill.name for skill in framework.skills}


def thing_page(found: Thing, *, place: str = "", form: ToolForm | None = None) -> str:
    """Everything that both look at; a comment that will not do stands open at its place."""
    if found.work.kind is Kind.REPORT:
        return _report_page(found, place, form or CommentForm(formdata=None))
    stands = coaching_desk.standing(session(), toolkit(), found, today())
    framework, scoring = assessments.rules_of(toolkit(), stands.saved)
    return render_template(
        "coaching/assessment.html",
        thing=found,
        relation=found.relation,
        is_coach=found.relation.role is Role.COACH,
        me=me(),
        stands=stands,
        result=stands.result,
        framework=framework,
        scoring=scoring,
        comments=coaching_talk.comments(session(), found),
        whole=WHOLE,
        form=form or CommentForm(formdata=None),
        place=place,
    )


def line_place(text: str) -> str:
    """A line is known by its words, so that a comment stays with them when the résumé changes around it."""
    return f"line:{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def _report_page(found: Thing, place: str, form: ToolForm) -> str:
    comments = coaching_talk.comments(session(), found)
    return render_template(
        "coaching/report.html",
        thing=found,
        relation=found.relation,
        is_coach=found.relation.role is Role.COACH,
        me=me(),
        one=kept.report(session(), toolkit(), found.work.slug),
        at_work=at_work,
        comments=comments,
        gone=[at for at in comments if at not in places_of(found)],
        line_place=line_place,
        whole=WHOLE,
        form=form,
        place=place,
    )


def _assessment(found: Thing) -> Thing:
    if found.work.kind is not Kind.ASSESSMENT:
        raise DomainError("There is no pack of this.", code="not_found")
    return found


def _blank(found: Thing) -> ToolForm:
    """Nothing is filled in: the coach rates what they have seen."""
    framework, _ = assessments.rules_of(toolkit(), assessments.find(session(), found.work.slug))
    return steps_form(framework.skills, {}, not_yet=NOT_YET, other=NOT_SEEN)


def _rate_page(found: Thing, form: ToolForm, error: str = "") -> str:
    framework, _ = assessments.rules_of(toolkit(), assessments.find(session(), found.work.slug))
    return render_template(
        "coaching/rate.html", thing=found, relation=found.relation, framework=framework, form=form, error=error
    )
