"""A team's texts in the form of a new posting: they stand there as if typed, and follow the team and the countries."""

from __future__ import annotations

from collections.abc import Mapping

from flask import request

from app.core.postings import shared_texts
from app.extensions import session, toolkit
from app.usecases import organizations, team_texts
from app.web.postings.forms import BriefForm, roles


def offered() -> Mapping[str, str]:
    """The teams to which the visitor may add postings: their names by their address."""
    return {one.organization.slug: one.organization.name for one in organizations.writable(session())}


def first_values() -> dict[str, str]:
    """What the form of a new posting begins with: the usual texts, and those of the team that it is opened for."""
    asked = request.args.get("for_team", "")
    team = asked if asked in offered() else ""
    values = {BriefForm.aliases.get(name, name): text for name, text in _texts(team, ()).items() if text}
    return values | {"keep_in": team, "filled_for": _key(team, ())}


def follow(form: BriefForm) -> str:
    """Put the texts of the chosen team and the named countries into the form; return what to tell about it."""
    if form.role.data not in roles(toolkit().framework):
        return ""
    brief = form.to_brief(toolkit().framework, toolkit().places, toolkit().salaries.own_currency)
    countries = tuple(dict.fromkeys(place.country for place in brief.places))
    before, now = form.filled_for.data or "", _key(form.chosen_team, countries)
    if before == now or (form.chosen_team and form.chosen_team not in offered()):
        return ""
    form.filled_for.data = now
    team, _, places = before.partition(":")
    had = _texts(team, tuple(filter(None, places.split(","))))
    texts = _texts(form.chosen_team, countries)
    usual = set(_usual(countries).values())  # a field that somebody emptied of our text stays empty
    texts = {name: text for name, text in texts.items() if text not in usual or form[form.aliases.get(name, name)].data}
    changed = form.follow_texts(had, texts)
    if not changed:
        return ""
    if form.chosen_team or team:
        return f"The team’s texts follow your choice: {', '.join(changed)}. Look at them before you save."
    return f"Our usual text follows the country of the work: {', '.join(changed)}."


def _key(team: str, countries: tuple[str, ...]) -> str:
    """What the form was filled for, in a field of its own."""
    return f"{team}:{','.join(countries)}"


def _texts(team: str, countries: tuple[str, ...]) -> dict[str, str]:
    """Every text that can be filled in, by its field in the brief; empty where nobody has given one."""
    texts = _usual(countries)
    texts |= {kind.value: texts.get(kind.value, "") for kind in team_texts.TextKind} | {"employer": ""}
    member = next((one for one in organizations.writable(session()) if one.organization.slug == team), None)
    if member is not None:
        texts["employer"] = member.organization.name
        texts |= shared_texts.filled(team_texts.shared(session(), member), countries)
    return texts


def _usual(countries: tuple[str, ...]) -> dict[str, str]:
    usual = toolkit().posting_defaults(countries)
    return {name: text if isinstance(text, str) else "\n".join(text) for name, text in usual.items()}
