"""The texts that a team's postings share."""

from __future__ import annotations

from dataclasses import dataclass

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.text import clean
from app.extensions import now, session, toolkit
from app.usecases import organizations, team_texts
from app.usecases.organizations import Rank
from app.usecases.team_texts import TeamText, TextConflict, TextKind, Which
from app.web.teams.blueprint import bp

_NAMES = {
    TextKind.ABOUT: ("About us", "Two or three sentences. What do you make, and for whom?"),
    TextKind.BENEFITS: (
        "Benefits",
        "Health care, retirement, paid leave. They fill a posting for any country without its own.",
    ),
    TextKind.EQUAL_OPPORTUNITY: ("Equal opportunity", ""),
    TextKind.PROCESS: ("Steps of the hiring process", "One a line, in order."),
}


@dataclass(frozen=True)
class Shown:
    """A text as the page shows it; `number` 0 says that nobody has given it yet."""

    which: Which
    name: str
    hint: str
    text: str
    number: int
    saved: TeamText | None

    @property
    def id(self) -> str:
        return f"{self.which.kind}-{self.which.country.lower()}".strip("-").replace("_", "-")


@bp.get("/<slug>/texts")
def texts(slug: str) -> ResponseReturnValue:
    return _texts_page(slug)


@bp.post("/<slug>/texts")
def change_text(slug: str) -> ResponseReturnValue:
    """Keep a text; the posted number says which state of it the writer saw."""
    organizations.membership(session(), slug, Rank.EDITOR)
    text = clean(request.form.get("text", "")).text
    try:
        which = _which()
        team_texts.keep(
            session(), slug, which, seen=request.form.get("number", 0, type=int), text=text.strip(), now=now()
        )
    except TextConflict as conflict:
        shown = _shown(conflict.saved.which, conflict.saved)
        mine = organizations.membership(session(), slug)
        return render_template("teams/text_conflict.html", mine=mine, one=shown, text=text, saved=conflict.saved), 409
    except DomainError as error:
        if error.field not in ("text", "country", "places"):
            raise
        return _texts_page(slug, wrong=error, typed=text), 422
    flash("The text is kept. New postings take it; those that hold the old one say that there is a newer.", "good")
    return redirect(url_for(".texts", slug=slug, _anchor=_shown(which, None).id), code=303)


def _which() -> Which:
    kind = request.form.get("kind", "")
    if kind not in set(TextKind):
        raise DomainError(f"There is no text {kind!r}.", code="unknown_text")
    written = clean(request.form.get("country", "")).text.strip()
    if kind != TextKind.BENEFITS or not (written or "new" in request.form):
        return Which(TextKind(kind))
    if not written:
        raise DomainError("Name a country, such as Germany.", field="country", code="no_country")
    return Which(TextKind.BENEFITS, toolkit().places.read(written).country)


def _shown(which: Which, saved: TeamText | None) -> Shown:
    name, hint = _NAMES[which.kind]
    if which.country:
        name, hint = f"{name} in {toolkit().places.name(which.country)}", ""
    return Shown(which, name, hint, saved.text if saved else "", saved.number if saved else 0, saved)


def _texts_page(slug: str, *, wrong: DomainError | None = None, typed: str = "") -> str:
    mine = organizations.membership(session(), slug)
    kept = team_texts.of(session(), mine)
    every = dict.fromkeys([Which(kind) for kind in TextKind]) | dict.fromkeys(kept)
    ordered = sorted(every, key=lambda which: (tuple(TextKind).index(which.kind), which.country))
    return render_template(
        "teams/texts.html",
        mine=mine,
        may_write=mine.rank.may(Rank.EDITOR),
        texts=[_shown(which, kept.get(which)) for which in ordered],
        wrong=wrong,
        wrong_at=_wrong_at(),
        typed=typed,
        country=request.form.get("country", ""),
        number=request.form.get("number", ""),
    )


def _wrong_at() -> str:
    """The text whose form was sent and would not do."""
    if "new" in request.form:
        return "new"
    kind, country = request.form.get("kind", ""), request.form.get("country", "")
    return _shown(Which(TextKind(kind), country), None).id if kind in set(TextKind) else ""
