"""One line of a form that names places: "Denver or remote", "Remote (US)", "Denver, CO / Boulder, CO"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from app.core.errors import DomainError
from app.core.places import Place, Places, holds, is_by_letters

_MODES = {
    "remote": r"(?:fully |100 ?% ?)?remote(?:ly)?(?: work)?|work(?:ing)? from (?:home|anywhere)|wfh|anywhere|worldwide",
    "hybrid": r"hybrid",
    "on-site": r"on-?\s?site|in[- ]office|in[- ]person|office[- ]based",
}
_BESIDE = r"[Ff]rom|[Ww]ithin|[Ii]n|[Bb]ased|[Oo]nly|[Oo]ur|[Oo]ffices?|[Aa]cross|[Aa]lso|[Oo]pen to|[Ff]irst|[Oo]k"
_BEHIND = r"[Oo]nly|[Oo]ffices?|[Bb]ased|[Ff]irst|[Oo]k|or|and"
_EDGE = r"[\s,;:()\[\]–—-]+"
_ANY_MODE = "|".join(_MODES.values())
_AT_START = re.compile(rf"^(?:{_EDGE}|(?i:{_ANY_MODE})\b|(?:{_BESIDE})\b(?=.))")
_AT_END = re.compile(rf"(?:{_EDGE}|\b(?i:{_ANY_MODE})|\b(?:{_BEHIND}))$")
# A small "or": "OR" is Oregon.
_BETWEEN = re.compile(r",?\s+(?:or|and)\s+|\s*[/;|•+&]\s*")
_DASH = re.compile(r"\s+[–—-]\s+|[()]")


@dataclass(frozen=True)
class PlaceLine:
    """What a line names, and the ways of working that it says besides: "remote", "hybrid", "on-site"."""

    written: str
    places: tuple[Place, ...]
    modes: frozenset[str] = frozenset()
    offices: tuple[Place, ...] = ()  # the places that stand apart from "remote"

    @property
    def is_remote_only(self) -> bool:
        """Whether the line says remote and names no office beside it."""
        return "remote" in self.modes and not self.offices


def read_line(line: str, places: Places) -> PlaceLine:
    """Raises `DomainError` for a line that names what is no place, or what may be one of several."""
    written = " ".join(line.split())
    if places.is_known(written):
        return PlaceLine(written, (places.read(written),))
    try:
        return _of_segments(written, places)
    except DomainError:
        whole = _as_one(written, places)
        if whole is None:
            raise
        return whole


def _of_segments(written: str, places: Places) -> PlaceLine:
    modes: set[str] = set()
    found: list[Place] = []
    offices: list[Place] = []
    behind = ""
    for segment in reversed(_BETWEEN.split(written)):
        said, rest = _without_modes(segment)
        here = _of_list(_with_state(rest, behind, places), places) if rest else ()
        behind = here[-1].code if "," in rest else behind
        modes |= said
        found[:0] = here
        offices[:0] = () if "remote" in said else here
    return PlaceLine(written, tuple(dict.fromkeys(found)), frozenset(modes), tuple(offices))


def _with_state(words: str, state: str, places: Places) -> str:
    """ "Golden" in "Golden or Boulder, CO" is in Colorado, too."""
    alone = len(places.cities_of(words)) == 1 or places.regions_of(words) or "," in words
    return f"{words}, {state}" if "-" in state and not alone else words


def _as_one(written: str, places: Places) -> PlaceLine | None:
    """The line as a single place whose name holds an "and": "St. John's, Newfoundland and Labrador"."""
    modes, rest = _without_modes(written)
    if not _BETWEEN.search(rest) or not places.regions_of(rest.rpartition(",")[2]):
        return None
    place = places.read(rest)
    return PlaceLine(written, (place,), frozenset(modes), () if "remote" in modes else (place,))


def _without_modes(segment: str) -> tuple[set[str], str]:
    """The ways of working at both ends of the words, and what is left between them."""
    said: set[str] = set()
    rest = segment.strip()
    for pattern in (_AT_START, _AT_END):
        while (found := pattern.search(rest)) and found.group():
            said |= {mode for mode, words in _MODES.items() if re.fullmatch(words, found.group(), re.IGNORECASE)}
            rest = rest[: found.start()] + rest[found.end() :]
    return said, rest


def _of_list(words: str, places: Places) -> tuple[Place, ...]:
    """The places of "Denver, CO", "Denver, London", "Colorado, New York, Washington" or "USA - Denver"."""
    parts = [part.strip() for part in _DASH.sub(", ", words).split(",") if part.strip()]
    if places.cities_of(words) or len(parts) < 2:
        return (places.read(words if places.cities_of(words) else ", ".join(parts)),)
    if _are_states(parts, places):
        codes = [code for part in parts for code in places.regions_of(part) if "-" in code]
        return tuple(places.region(part, among=codes) for part in parts)
    found = [places.read(", ".join(group)) for group in _groups(parts, places)]
    return tuple(one for one in found if one.city or not any(_is_beside(one, other) for other in found))


def _is_beside(one: Place, other: Place) -> bool:
    return one != other and holds(one.code, other.code)


def _are_states(parts: list[str], places: Places) -> bool:
    """Whether each part names a state or country, and none of them a city or what holds the one before."""
    codes = [[code for code in places.regions_of(part) if "-" not in code or is_by_letters(code)] for part in parts]
    alike = len({len(part) == 2 for part in parts}) == 1
    nested = any(holds(holder, code) for one, two in pairwise(codes) for code in one for holder in two)
    return all(codes) and alike and not nested and not _is_city_in(parts[0], parts[1], places)


def _is_city_in(city: str, region: str, places: Places) -> bool:
    return any(holds(code, one.code) for one in places.cities_of(city) for code in places.regions_of(region))


def _groups(parts: list[str], places: Places) -> Iterator[list[str]]:
    """The parts of one place each: "Denver, CO, Boulder" is "Denver, CO" and "Boulder"."""
    group = [parts[0]]
    for part in parts[1:]:
        if _begins_anew(part, group, places):
            yield group
            group = [part]
        else:
            group.append(part)
    yield group


def _begins_anew(part: str, group: list[str], places: Places) -> bool:
    city = group[0]
    if places.regions_of(part):
        elsewhere = bool(places.cities_of(city)) and not _is_city_in(city, part, places)
        return elsewhere and len(group) == 1 and bool(places.cities_of(part))
    return bool(places.cities_of(part)) or (len(group) > 1 and bool(places.regions_of(group[-1])))
