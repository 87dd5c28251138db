"""Kept salary look-ups: the band as it was shown on a day, beside the band of today."""

from __future__ import annotations

import json

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.file_names import file_name
from app.core.salaries.bands import Band
from app.core.text import clean
from app.documents.pdf.salaries import band_html, paper
from app.documents.salary_plain import band_to_plain
from app.extensions import now, session, toolkit
from app.usecases import kept
from app.usecases.kept import KeptLookUp
from app.web.files import as_file
from app.web.limits import limited
from app.web.salaries.questions import Asked, answered, asked
from app.web.salaries.words import words
from app.web.work.views import bp


@bp.post("/look-ups")
def keep_look_up() -> ResponseReturnValue:
    """Keep what the address asked, with the answer of this day."""
    question = asked(request.form)
    one = kept.keep_look_up(session(), question.address, answered(question), now())
    flash("The look-up is kept as it stands today. Come back to compare.", "good")
    return redirect(url_for(".look_up", slug=one.kept.slug), code=303)


@bp.get("/look-ups/<slug>")
def look_up(slug: str) -> ResponseReturnValue:
    one = kept.look_up(session(), slug)
    band, problem = _today(one)
    return render_template(
        "work/look_up.html",
        kept=one.kept,
        one=one,
        band=one.band,
        current=band,
        problem=problem,
        title=kept.name_of(one.band),
        **words(),
    )


@bp.get("/look-ups/<slug>/files/<kind>")
@limited("export")
def look_up_file(slug: str, kind: str) -> ResponseReturnValue:
    one = kept.look_up(session(), slug)
    name = file_name(kept.name_of(one.band))
    if kind == "json":
        content = {"looked_up_on": one.day.isoformat(), "asked": dict(one.asked)} | band_to_plain(one.band)
        return as_file(json.dumps(content, ensure_ascii=False, indent=2) + "\n", "application/json", f"{name}.json")
    if kind == "pdf":
        edition = toolkit().framework.edition.id
        html = band_html(one.band, (), (), toolkit().salaries, edition, looked_up=one.day)
        return as_file(toolkit().pdf.document(html, paper([("", one.band)])), "application/pdf", f"{name}.pdf")
    raise DomainError(f"A look-up comes as pdf or json, not as {clean(kind).text[:20]!r}.", code="unknown_format")


def _today(one: KeptLookUp) -> tuple[Band | None, str]:
    """What the same question is answered today, or why it is not."""
    try:
        return answered(Asked(one.asked)), ""
    except DomainError as error:
        return None, error.message
