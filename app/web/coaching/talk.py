"""Comments on a thing that both look at: each is changed and deleted by the one who wrote it."""

from __future__ import annotations

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_security import auth_required
from werkzeug.wrappers import Response

from app.core.errors import DomainError
from app.extensions import now, session
from app.usecases import coaching, coaching_talk
from app.usecases.coaching import Relation, Role, Thing
from app.usecases.coaching_talk import Changed, Comment
from app.web.coaching.blueprint import bp, me, opened
from app.web.coaching.forms import CommentForm, put_beside, seen_version
from app.web.coaching.things import places_of, thing_page


@bp.post("/with/<slug>/shown/<work_slug>/comments")
@auth_required("session")
def say(slug: str, work_slug: str) -> ResponseReturnValue:
    try:
        found = opened(slug, work_slug)
    except DomainError as error:
        relation = coaching.relation(session(), me(), slug)
        if error.code != "not_found" or relation.role is not Role.COACH:
            raise
        return _taken_back(relation), 404
    place = request.form.get("place", "")
    if place not in places_of(found):
        raise DomainError("This cannot be commented on.", code="not_found")
    form = CommentForm()
    try:
        coaching_talk.say(session(), me(), found, place=place, text=form.text.data or "", now=now())
    except DomainError as error:
        put_beside(form, error)
        return thing_page(found, place=place, form=form), 422
    return _back(found, place)


@bp.get("/with/<slug>/shown/<work_slug>/comments/<int:comment_id>")
@auth_required("session")
def comment(slug: str, work_slug: str, comment_id: int) -> ResponseReturnValue:
    found = opened(slug, work_slug)
    one = coaching_talk.own_comment(session(), me(), found, comment_id)
    return _comment_page(found, one, CommentForm(data={"text": one.text, "version": one.version}))


@bp.post("/with/<slug>/shown/<work_slug>/comments/<int:comment_id>")
@auth_required("session")
def change_comment(slug: str, work_slug: str, comment_id: int) -> ResponseReturnValue:
    """Keep another text; when another window was first, show both."""
    found = opened(slug, work_slug)
    form = CommentForm()
    text = form.text.data or ""
    try:
        coaching_talk.change_comment(
            session(), me(), found, comment_id, version=seen_version(form), text=text, now=now()
        )
    except Changed:
        stands = coaching_talk.own_comment(session(), me(), found, comment_id)
        page = render_template(
            "coaching/comment_conflict.html", thing=found, relation=found.relation, stands=stands, mine=text
        )
        return page, 409
    except DomainError as error:
        put_beside(form, error)
        one = coaching_talk.own_comment(session(), me(), found, comment_id)
        return _comment_page(found, one, form), 422
    return _back(found, coaching_talk.own_comment(session(), me(), found, comment_id).place)


@bp.post("/with/<slug>/shown/<work_slug>/comments/<int:comment_id>/delete")
@auth_required("session")
def delete_comment(slug: str, work_slug: str, comment_id: int) -> ResponseReturnValue:
    found = opened(slug, work_slug)
    place = coaching_talk.own_comment(session(), me(), found, comment_id).place
    coaching_talk.delete_comment(session(), me(), found, comment_id)
    flash("Your comment is deleted.", "good")
    return _back(found, place)


def _taken_back(relation: Relation) -> str:
    """What a coach wrote while the client took their consent back, so that it is not lost."""
    return render_template("coaching/taken_back.html", relation=relation, text=CommentForm().text.data or "")


def _comment_page(found: Thing, one: Comment, form: CommentForm) -> str:
    return render_template(
        "coaching/comment.html",
        thing=found,
        relation=found.relation,
        comment=one,
        form=form,
        about=places_of(found).get(one.place, ""),
    )


def _back(found: Thing, place: str) -> Response:
    anchor = place.replace(":", "-")
    address = url_for(".thing", slug=found.relation.slug, work_slug=found.work.slug, _anchor=anchor)
    return redirect(address, code=303)
