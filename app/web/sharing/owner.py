"""Making links, seeing before what a reader will see, and withdrawing them."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.extensions import now, session, today, toolkit
from app.usecases import sharing, showing
from app.usecases.showing import PARTS, USUAL, Part
from app.web.privacy import oneself
from app.web.private import keep_private
from app.web.sharing.pages import page_values
from app.web.work.views import KINDS, address

bp = Blueprint("sharing", __name__, url_prefix="/work")
keep_private(bp)

USUAL_DAYS = 30
# part -> (its label, what ticking it means, how a link with it is told in the list)
WORDS = {
    Part.PLAN: ("Show the plan", "The steps with their dates, as you wrote them.", "with the plan"),
    Part.EVIDENCE: ("Show the evidence", "Your own texts and links, word for word.", "with the evidence"),
    Part.BLIND: ("Blind", "Name, contact, school and dates of study are hidden.", "blind"),
}
LOOK_FIRST = "You changed what is shown. This is what a reader would see now: look at it, then make the link."


@bp.get("/<slug>/share")
def links(slug: str) -> ResponseReturnValue:
    return _page(slug, USUAL)


@bp.post("/<slug>/share")
def make(slug: str) -> ResponseReturnValue:
    """Make a link and show it this once; whoever changed what is shown sees it first."""
    parts = frozenset(part for part in Part if request.form.get(part) == "y")
    days = request.form.get("days", 0, type=int)
    if request.form.get("go") == "look":
        return _page(slug, parts, days=days)
    if _written(parts & _choice(slug)) != request.form.get("seen", ""):
        return _page(slug, parts, days=days, problem=LOOK_FIRST), 422
    _shown(slug, parts)
    try:
        oneself.note("shared", sharing.thing(session(), slug).title)
        token = sharing.share(session(), slug, parts, days, now())
    except DomainError as error:
        if error.field != "days":
            raise
        return _page(slug, parts, problem=error.message), 422
    return _page(slug, parts, days=days, link=url_for("shared.read", token=token, _external=True))


@bp.post("/<slug>/share/<int:share_id>/withdraw")
def withdraw(slug: str, share_id: int) -> ResponseReturnValue:
    oneself.note("unshared", sharing.thing(session(), slug).title)
    sharing.withdraw(session(), slug, share_id, now())
    flash("The link is withdrawn and opens nothing any more.", "good")
    return redirect(url_for(".links", slug=slug), code=303)


def _choice(slug: str) -> frozenset[Part]:
    return frozenset(PARTS[sharing.thing(session(), slug).kind])


def _shown(slug: str, parts: frozenset[Part]) -> showing.Shown:
    thing = sharing.thing(session(), slug)
    return showing.shown(session(), toolkit(), thing.kind, slug, parts=frozenset(parts), today=today())


def _page(slug: str, parts: frozenset[Part], *, days: int = USUAL_DAYS, link: str = "", problem: str = "") -> str:
    thing = sharing.thing(session(), slug)
    return render_template(
        "sharing/links.html",
        thing=thing,
        kind=KINDS[thing.kind][0],
        back=address(thing),
        links=sharing.links(session(), slug),
        is_open=sharing.is_open,
        now=now(),
        lasts=sharing.LASTS,
        days=days if days in sharing.LASTS else USUAL_DAYS,
        choice=[(part, *WORDS[part][:2]) for part in PARTS[thing.kind]],
        words=WORDS,
        parts=parts,
        seen=_written(parts & _choice(slug)),
        link=link,
        problem=problem,
        **page_values(_shown(slug, parts)),
    )


def _written(parts: frozenset[Part]) -> str:
    return " ".join(sorted(parts))
