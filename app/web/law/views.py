"""The pages of posting law; each can be asked for another day with ?on=2027-01-01."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.law.calendar import Change, changes_after
from app.core.law.duties import Duty, Status
from app.core.law.words import bound_employers, in_words, reach_in_words, since_in_words
from app.core.places import with_article
from app.core.sources import Source
from app.extensions import today, toolkit

bp = Blueprint("law", __name__, url_prefix="/law")

GROUPS = ("United States", "Canada", "European Union", "Elsewhere")


@bp.context_processor
def words() -> dict[str, object]:
    return {
        "in_words": in_words,
        "with_article": with_article,
        "bound_employers": bound_employers,
        "reach_in_words": reach_in_words,
        "since_in_words": since_in_words,
        "law": toolkit().law,
    }


@bp.get("/")
def index() -> ResponseReturnValue:
    law, on = toolkit().law, _day()
    groups: dict[str, list[str]] = {name: [] for name in GROUPS}
    for code in sorted({*law.jurisdictions, *law.members}, key=law.name):
        groups[_group(code)].append(code)
    return render_template("law/index.html", groups=groups, on=on, changes=_by_day(changes_after(law, on)))


@bp.get("/<code>")
def place(code: str) -> ResponseReturnValue:
    """What one place asks, and what the places around it ask besides."""
    law, on = toolkit().law, _day()
    if code not in law.jurisdictions and code not in law.members and law.within(code):
        return render_template("law/country.html", name=toolkit().places.name(code), code=code, places=law.within(code))
    _check_known(code)
    own = law.duties_at(code)
    around = [
        (above, [duty for duty in law.duties_at(above) if duty.in_force(on) and duty.status is not Status.DIRECTIVE])
        for above in law.lineage(code)[1:]
    ]
    return render_template(
        "law/place.html",
        code=code,
        place=law.jurisdictions.get(code),
        member=law.members.get(code),
        on=on,
        now=[duty for duty in own if duty.in_force(on)],
        coming=[duty for duty in own if duty.since > on],
        ended=[duty for duty in own if duty.ended(on)],
        around=[(above, duties) for above, duties in around if duties],
        changes=_by_day(changes_after(law, on, code)),
        sources=_sources(own),
        paid=toolkit().salaries.regions.by_code,
        note_sources=[toolkit().sources[one] for one in law.jurisdictions[code].sources]
        if code in law.jurisdictions
        else [],
    )


@bp.get("/<code>/<name>")
def duty(code: str, name: str) -> ResponseReturnValue:
    law, on = toolkit().law, _day()
    _check_known(code)
    found = next((one for one in law.duties_at(code) if one.name == name), None)
    if found is None:
        known = ", ".join(one.name for one in law.duties_at(code)) or "nothing that we know"
        raise DomainError(f"{law.name(code)} does not ask for {name!r}; it asks for {known}.", code="unknown_duty")
    return render_template("law/duty.html", code=code, duty=found, on=on, sources=_sources((found,))[name])


def _group(code: str) -> str:
    outermost = toolkit().law.lineage(code)[-1]
    return {"US": "United States", "CA": "Canada", "EU": "European Union"}.get(outermost, "Elsewhere")


def _day() -> date:
    wanted = request.args.get("on", "").strip()
    if not wanted:
        return today()
    try:
        return date.fromisoformat(wanted)
    except ValueError:
        raise DomainError(f"{wanted!r} is not a day; write it like 2027-01-01.", field="on") from None


def _check_known(code: str) -> None:
    law = toolkit().law
    if code not in law.jurisdictions and code not in law.members:
        name = toolkit().places.names.get(code)
        if name is None:
            raise DomainError(f"There is no place {code!r}; use a code such as US-CO or SG.", code="unknown_place")
        raise DomainError(f"We know of no posting law of {name}.", code="unknown_law")


def _sources(duties: tuple[Duty, ...]) -> dict[str, list[Source]]:
    return {duty.name: [toolkit().sources[one] for one in duty.sources] for duty in duties}


def _by_day(changes: tuple[Change, ...]) -> dict[tuple[date, str, str], list[Duty]]:
    """Changes of one day, one kind and one place together."""
    days: dict[tuple[date, str, str], list[Duty]] = {}
    for change in changes:
        days.setdefault((change.on, change.what, change.code), []).append(change.duty)
    return days
