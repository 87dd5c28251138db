"""The second rater: the owner's links, the blind rating, and both ratings side by side."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.text import clean
from app.extensions import now, session, toolkit
from app.usecases import assessments
from app.usecases.assessments import Invitation
from app.web import errors
from app.web.assessments.blueprint import bp, opened
from app.web.assessments.forms import chosen, steps_form
from app.web.forms import ToolForm

NOT_SEEN = "I have not seen this."
NOT_YET = "Not yet: I have seen the work, and none of these is true."
NOTHING: Mapping[str, str] = MappingProxyType({})
_GONE = frozenset({"withdrawn", "expired"})


@bp.get("/<slug>/raters")
def raters(slug: str) -> ResponseReturnValue:
    return _raters_page(slug)


@bp.post("/<slug>/raters")
def invite(slug: str) -> ResponseReturnValue:
    """Open a link and show it once: only its hash is kept."""
    typed = {field: clean(request.form.get(field, "")).text for field in ("rater", "asker")}
    name = typed["rater"]
    try:
        token = assessments.invite(session(), slug, name, now(), typed["asker"])
    except DomainError as error:
        if error.field not in typed:
            raise
        return _raters_page(slug, errors={error.field: error.message}, typed=typed), 422
    return _raters_page(slug, link=url_for(".rate", token=token, _external=True), invited=name)


@bp.post("/<slug>/raters/<int:invitation_id>/withdraw")
def withdraw(slug: str, invitation_id: int) -> ResponseReturnValue:
    assessments.withdraw(session(), slug, invitation_id, now())
    flash("The link is withdrawn and opens nothing any more.", "good")
    return redirect(url_for(".raters", slug=slug), code=303)


def _raters_page(
    slug: str,
    *,
    link: str = "",
    invited: str = "",
    errors: Mapping[str, str] = NOTHING,
    typed: Mapping[str, str] = NOTHING,
) -> str:
    saved, framework, scoring = opened(slug)
    return render_template(
        "assessments/raters.html",
        saved=saved,
        framework=framework,
        scoring=scoring,
        comparisons=[
            assessments.comparison(session(), toolkit(), one) for one in assessments.invitations(session(), slug)
        ],
        now=now(),
        link=link,
        invited=invited,
        errors=errors,
        typed=typed,
    )


@bp.get("/rate/<token>")
def rate(token: str) -> ResponseReturnValue:
    try:
        invitation = assessments.invitation_for(session(), token, now())
    except DomainError as error:
        if error.code not in _GONE:
            raise
        return errors.page(410, "This link is closed", error.message)
    return _rate_page(token, invitation)


@bp.post("/rate/<token>")
def keep_rating(token: str) -> ResponseReturnValue:
    try:
        invitation = assessments.invitation_for(session(), token, now())
    except DomainError as error:
        if error.code not in _GONE:
            raise
        message = f"{error.message} Nothing that you chose was kept."
        return errors.page(410, "This link is closed", message)
    _, framework, _ = opened(invitation.slug)
    form = steps_form(framework.skills, {}, not_yet=NOT_YET, other=NOT_SEEN)
    picks = {skill: int(answer) if answer.isdecimal() else None for skill, answer in chosen(form).items()}
    try:
        assessments.rate(session(), token, picks, now())
    except DomainError as error:
        if error.field != "picks":
            raise
        return _rate_page(token, invitation, form=form, error=error.message), 422
    return redirect(url_for(".rate", token=token), code=303)


def _rate_page(token: str, invitation: Invitation, *, form: ToolForm | None = None, error: str = "") -> str:
    _, framework, scoring = opened(invitation.slug)
    if invitation.rated_at is not None:
        return render_template(
            "assessments/compared.html",
            comparison=assessments.comparison(session(), toolkit(), invitation),
            framework=framework,
            scoring=scoring,
            invitation=invitation,
        )
    return render_template(
        "assessments/rate.html",
        token=token,
        invitation=invitation,
        framework=framework,
        form=form or steps_form(framework.skills, {}, not_yet=NOT_YET, other=NOT_SEEN),
        error=error,
    )
