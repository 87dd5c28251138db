"""Several places in one sentence: those of a state or country together, and each country named once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.core.places import Place, Places, holds, with_article


def narrowest(named: Sequence[Place]) -> tuple[Place, ...]:
    """The places without those that another lies in: an office in Denver says already that it is in the US."""
    return tuple(one for one in named if one.city or not any(_lies_in(other, one) for other in named))


def _lies_in(place: Place, wider: Place) -> bool:
    return place != wider and holds(wider.code, place.code)


def any_of(named: Sequence[Place], places: Places) -> str:
    """ "in Denver or Boulder, Colorado, or in London, United Kingdom": where one may be."""
    groups = [f"in {words}" for words in _groups(named, places)]
    if len(groups) == 1:
        return groups[0]
    comma = ";" if len(groups) > 2 else ","
    return f"{f'{comma} '.join(groups[:-1])}{comma} or {groups[-1]}"


def _groups(named: Sequence[Place], places: Places) -> list[str]:
    found = []
    for holder, group in _by_holder(named).items():
        if not holder:
            found.append(_listed([with_article(places.name(place.code)) for place in group], "or"))
            continue
        names = _listed([place.city or places.name(place.code) for place in group], "or")
        where = places.name(holder)
        found.append(names if names == where else f"{names}, {where}")
    return found


def _by_holder(named: Sequence[Place]) -> dict[str, list[Place]]:
    """Cities under their state or country, states under their country, and countries under nothing."""
    groups: dict[str, list[Place]] = {}
    for place in named:
        holder = place.code if place.city else place.country if "-" in place.code else ""
        groups.setdefault(holder, []).append(place)
    return groups


def all_of(named: Sequence[Place], places: Places) -> str:
    """ "Denver and Boulder, Colorado, United States; London, United Kingdom": each country named once."""
    by_country: dict[str, list[Place]] = {}
    for place in named:
        by_country.setdefault(place.country, []).append(place)
    return "; ".join(_of_country(group, places) for group in by_country.values())


def _of_country(group: list[Place], places: Places) -> str:
    country = places.name(group[0].country)
    inside = []
    for holder, members in _by_holder(group).items():
        names = _listed([place.city or places.name(place.code) for place in members], "and")
        inside.append(f"{names}, {places.name(holder)}" if "-" in holder else names)
    if len(inside) > 1:
        return f"{'; '.join(inside)} ({country})"
    return inside[0] if inside[0] == country else f"{inside[0]}, {country}"


def _listed(words: Iterable[str], joined: str) -> str:
    """ "A", "A or B", "A, B or C"."""
    *front, last = words
    return f"{', '.join(front)} {joined} {last}" if front else last
