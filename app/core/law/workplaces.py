"""Where the work of a posting may be done, and which places' laws it comes near to by that."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass
from enum import IntEnum

from app.core.errors import DomainError
from app.core.law.duties import UNION, WORLD, Law

_SHAPE = re.compile(
    r"(?P<code>[A-Z]{2,5}(?:-[A-Z0-9]{1,5}){0,2})"
    r"(?:\s+(?P<mode>remote|hybrid|on-?site))?"
    r"(?P<anywhere>\s+anywhere)?"
    r"(?:\s*,?\s*reports?\s+to\s+(?P<reports>[A-Z]{2}(?:-[A-Z0-9]{1,5}){0,2}))?",
    re.IGNORECASE,
)


_OTHER_NAMES = {
    "nyc": "new york city",
    "new york": "new york city",
    "manhattan": "new york city",
    "brooklyn": "new york city",
}


@dataclass(frozen=True)
class WorkPlace:
    """Where the work is done. `anywhere`: from any place within the code; `reports_to`: where the supervisor sits."""

    code: str
    remote: bool = False
    anywhere: bool = False
    reports_to: str | None = None
    words: str = ""


class Tie(IntEnum):
    """What binds a job to a place; the greater, the closer."""

    OPEN = 1  # it may be done from there
    BASED = 2  # it is remote, and the employer is based there
    REPORTS = 3  # it reports to somebody there
    NAMED = 4  # the posting names the place, or one that lies in it


@dataclass(frozen=True)
class Link:
    """A tie, and the words of the posting's place that make it."""

    tie: Tie
    words: str
    scope: str  # the code in which the work may be done


def read_work_place(words: str, known: Container[str]) -> WorkPlace:
    """Read "US-CO remote", "US-TX remote, reports to US-NY", "US remote anywhere" or "PL".

    A country or a union without "anywhere" is read as anywhere in it when the work is remote.
    """
    plain = " ".join(words.replace("(", " ").replace(")", " ").split())
    match = _SHAPE.fullmatch(f"{WORLD} {plain}" if plain.lower().startswith(("remote", "anywhere")) else plain)
    if match is None:
        raise _unknown(words)
    code = match["code"].upper()
    reports_to = match["reports"].upper() if match["reports"] else None
    for one in (code, reports_to):
        if one is not None and one not in (WORLD, UNION) and one not in known:
            raise _unknown(words)
    remote = (match["mode"] or "").lower() == "remote" or bool(match["anywhere"])
    anywhere = bool(match["anywhere"]) or (remote and "-" not in code)
    return WorkPlace(code, remote, anywhere, reports_to, words.strip())


def in_city(law: Law, code: str, city: str, remote: bool) -> WorkPlace:
    """A place that a brief names: a city with a law of its own goes by its own code."""
    name = _OTHER_NAMES.get(city.lower(), city.lower())
    cities = (
        one
        for one, place in law.jurisdictions.items()
        if place.kind == "city" and one.startswith(f"{code}-") and place.name.lower() == name
    )
    own = next(cities, code) if name else code
    return WorkPlace(own, remote, remote and "-" not in own, words=f"{own} remote" if remote else own)


def _unknown(words: str) -> DomainError:
    return DomainError(
        f"{words!r} is not a place of work that can be read; write it like US-CO, US-CO remote, "
        "US-TX remote, reports to US-NY, US remote anywhere, or PL.",
        field="work",
        code="unknown_place",
    )


def links(places: tuple[WorkPlace, ...], law: Law, based_in: str | None) -> dict[str, tuple[Link, ...]]:
    """Every place whose law may matter, in the order in which the posting brings it up, with its ties."""
    found: dict[str, list[Link]] = {}
    for place in places:
        for code, tie in _ties(place, law, based_in):
            found.setdefault(code, []).append(Link(tie, place.words or place.code, place.code))
    return {code: tuple(sorted(ties, key=lambda link: -link.tie)) for code, ties in found.items()}


def _ties(place: WorkPlace, law: Law, based_in: str | None) -> list[tuple[str, Tie]]:
    ties = [(code, Tie.NAMED) for code in law.lineage(place.code) if code != WORLD]
    if place.reports_to is not None:
        ties += [(code, Tie.REPORTS) for code in law.lineage(place.reports_to)]
    if place.remote and based_in is not None:
        ties += [(code, Tie.BASED) for code in law.lineage(based_in) if code[:2] == place.code[:2]]
    if place.anywhere or place.remote or "-" not in place.code:
        ties += [(code, Tie.OPEN) for code in law.within(place.code)]
    return ties
