"""The desk, one coaching, what the client lets the coach see, and the goals they agree on."""

from __future__ import annotations

from functools import partial

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import auth_required, current_user

from app.core.text import clean
from app.extensions import now, session, today, toolkit
from app.usecases import coaching, coaching_desk, coaching_invitations, coaching_talk
from app.usecases.coaching import Relation, Role
from app.usecases.coaching_talk import Changed, Goal
from app.web.coaching.blueprint import bp, me
from app.web.coaching.forms import STATES, GoalForm, seen_version
from app.web.work.views import KINDS


@bp.get("/")
def index() -> ResponseReturnValue:
    """The desk of a coach and the coaches of a client; to a visitor without an account, what coaching is."""
    if not current_user.is_authenticated:
        return render_template("coaching/about.html")
    known = coaching.relations(session(), me())
    return render_template(
        "coaching/desk.html",
        desk=coaching_desk.desk(session(), toolkit(), me(), today()),
        coaches=[one for one in known if one.role is Role.CLIENT],
        invitations=coaching_invitations.invitations(session(), me(), now()),
        received=coaching_invitations.received(session(), me(), now()),
        framework=toolkit().framework,
    )


@bp.get("/with/<slug>")
@auth_required("session")
def show(slug: str) -> ResponseReturnValue:
    return _page(coaching.relation(session(), me(), slug), GoalForm.about(toolkit().framework))


def _page(found: Relation, form: GoalForm) -> str:
    is_coach = found.role is Role.COACH
    return render_template(
        "coaching/relation.html",
        relation=found,
        is_coach=is_coach,
        shown=coaching_desk.shown_to_me(session(), me(), found.slug) if is_coach else (),
        about=partial(coaching.about, session(), toolkit()),
        showable=() if is_coach else coaching.showable(session(), toolkit(), me(), found.slug),
        goals=coaching_talk.goals(session(), found),
        form=form,
        framework=toolkit().framework,
        kinds=KINDS,
        states=STATES,
        today=today(),
    )


@bp.post("/with/<slug>/group")
@auth_required("session")
def put_into_group(slug: str) -> ResponseReturnValue:
    coaching.put_into_group(session(), me(), slug, clean(request.form.get("group", "")).text)
    flash("The group is kept. Nobody but you sees it.", "good")
    return redirect(url_for(".show", slug=slug), code=303)


@bp.get("/with/<slug>/end")
@auth_required("session")
def ask_to_end(slug: str) -> ResponseReturnValue:
    found = coaching.relation(session(), me(), slug)
    return render_template("coaching/end.html", relation=found, is_coach=found.role is Role.COACH)


@bp.post("/with/<slug>/end")
@auth_required("session")
def end(slug: str) -> ResponseReturnValue:
    """End it at once; what has ended already, its client drops for good."""
    if request.form.get("do") == "forget":
        coaching.forget(session(), me(), slug)
        flash("It is gone for good.", "good")
    else:
        coaching.end(session(), me(), slug, now())
        flash("The coaching has ended. Nothing is shown any more.", "good")
    return redirect(url_for(".index"), code=303)


@bp.post("/with/<slug>/consent/<work_slug>")
@auth_required("session")
def consent(slug: str, work_slug: str) -> ResponseReturnValue:
    """Let the coach see one thing, or take that back, as the pressed button says."""
    if request.form.get("do") == "show":
        coaching.consent(session(), toolkit(), me(), slug, work_slug=work_slug, now=now())
        flash("Your coach can see it from now on, until you take that back.", "good")
    else:
        coaching.withdraw_consent(session(), me(), slug, work_slug, now())
        flash("Taken back. Your coach cannot see it any more.", "good")
    return redirect(url_for(".show", slug=slug), code=303)


# -- goals


@bp.post("/with/<slug>/goals")
@auth_required("session")
def agree(slug: str) -> ResponseReturnValue:
    found = coaching.relation(session(), me(), slug)
    form = GoalForm.about(toolkit().framework)
    agreed = form.to_goal(toolkit().framework)
    if agreed is None:
        return _page(found, form), 422
    coaching_talk.agree(session(), me(), slug, agreed, now())
    return redirect(url_for(".show", slug=slug, _anchor="goals"), code=303)


@bp.get("/with/<slug>/goals/<int:goal_id>")
@auth_required("session")
def goal(slug: str, goal_id: int) -> ResponseReturnValue:
    found = coaching_talk.goal(session(), me(), slug, goal_id)
    return _goal_page(slug, found, GoalForm.about(toolkit().framework, found.agreed, found.version))


@bp.post("/with/<slug>/goals/<int:goal_id>")
@auth_required("session")
def change_goal(slug: str, goal_id: int) -> ResponseReturnValue:
    """Keep the goal; when the other one was first, show both."""
    form = GoalForm.about(toolkit().framework)
    agreed = form.to_goal(toolkit().framework)
    if agreed is None:
        return _goal_page(slug, coaching_talk.goal(session(), me(), slug, goal_id), form), 422
    try:
        coaching_talk.change_goal(session(), me(), slug, goal_id, version=seen_version(form), agreed=agreed, now=now())
    except Changed:
        return _conflict_page(slug, coaching_talk.goal(session(), me(), slug, goal_id), form), 409
    return redirect(url_for(".show", slug=slug, _anchor="goals"), code=303)


def _goal_page(slug: str, found: Goal, form: GoalForm) -> str:
    return render_template("coaching/goal.html", relation=_relation(slug), goal=found, form=form)


def _conflict_page(slug: str, stands: Goal, form: GoalForm) -> str:
    return render_template(
        "coaching/goal_conflict.html",
        relation=_relation(slug),
        stands=stands,
        form=form,
        states=STATES,
        framework=toolkit().framework,
    )


def _relation(slug: str) -> Relation:
    return coaching.relation(session(), me(), slug)
