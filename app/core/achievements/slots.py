"""The parts that make an achievement whole: result, dimension, scale, how, who."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.achievements import words
from app.core.achievements.lexicon import Lexicon, Spoken
from app.core.achievements.metrics import Mention, Role, Shape
from app.core.achievements.promises import kept_in
from app.core.achievements.sizes import may_be_spent

FEWEST_WORDS, MOST_WORDS = 8, 35  # of a clear line
_OWNED = Lexicon(f"{words.OWNED.rstrip()}, renegotiated, rebuilt, redesigned, replanned, moved, brought")
_SHARED = Lexicon(words.SHARED)
_WEAK = re.compile(rf"^\W*(?:(?:i\s+)?(?:was|am)\s+)?(?:{words.words(words.WEAK_OPENINGS)})\b", re.IGNORECASE)
_CHANGE = re.compile(
    r"\bfrom\b.{1,40}\bto\b|→|->|\bdown\s+to\b|\bversus\b|\bvs\.?\b|\bagainst\s+(?:a\s+)?(?:target|plan|goal)\b",
    re.IGNORECASE,
)
# How something was done, told by what was held or made for it and not by a verb: “by weekly go/no-go reviews”.
_BY_MEANS = re.compile(
    r"\b(?:by|through|with|via)\s+(?!\d)(?:[\w/’'-]+\s+){0,4}?(?:reviews?|waves?|meetings?|check[\s-]?ins?|gates?|"
    r"boards?|checklists?|logs?|plans?|pilots?|rehearsals?|dry\s+runs?|workshops?|trainings?|templates?|reports?|"
    r"dashboards?|agreements?|contracts?|sprints?|stand[\s-]?ups?|retrospectives?|forecasts?|sessions?|calls?|tests?|"
    r"negotiations?|automation|standards?|playbooks?|runbooks?)\b",
    re.IGNORECASE,
)
_TEAM_UNITS = ("people", "team", "member", "department")
OTHERS_UNITS = (
    "vendor",
    "supplier",
    "site",
    "country",
    "client",
    "customer",
    "partner",
    "stakeholder",
    "state",
    "region",
    "plant",
    "store",
    "office",
    "carrier",
    "university",
    "unit",
    "zone",
    "location",
    "agency",
    "depot",
    "brand",
    "market",
    "clinic",
    "hospital",
    "school",
    "branch",
    "warehouse",
    "factory",
    "airport",
    "facility",
    "provider",
    "city",
    "merchant",
)
_DURATION_UNITS = ("month", "year", "week", "quarter")


@dataclass(frozen=True)
class Slots:
    """What a line holds and what it lacks."""

    dimensions: tuple[str, ...]  # of delivery: schedule, cost, quality, risk, customer, team
    scale: tuple[str, ...]  # scale_team, scale_duration, scale_budget, scale_stakeholders
    methods: tuple[str, ...]
    practices: tuple[str, ...]
    how: bool
    kept: bool  # a promise of date or budget, told as kept
    ownership: str  # owned, shared, assigned, plain
    purpose: str
    change: bool  # before and after, or a target
    specific: bool
    placeholder: bool
    filler: bool
    years_only: bool
    has_scale_number: bool
    results: int
    word_count: int

    @property
    def all_dimensions(self) -> tuple[str, ...]:
        return (*self.dimensions, *self.scale, *(("method",) if self.methods else ()))


def slots_of(
    line: str, mentions: Sequence[Mention], roles: Sequence[Role], *, specific: bool, placeholder: bool
) -> Slots:
    """What the line holds, given what its numbers count."""
    spoken = Spoken(line)
    methods = words.named_in(spoken, words.METHODS)
    practices = words.named_in(spoken, words.ASYNC_PRACTICES)
    purpose = words.PURPOSE.search(line)
    return Slots(
        dimensions=dimensions_of(line, mentions, roles),
        scale=_scale(line, mentions, roles),
        methods=methods,
        practices=practices,
        how=any(means.search(line) for means in (words.HOW, _BY_MEANS)) or bool(methods) or bool(practices),
        kept=bool(kept_in(line, mentions).phrases),
        ownership=_ownership(line),
        purpose=purpose.group() if purpose else "",
        change=_CHANGE.search(line) is not None,
        specific=specific,
        placeholder=placeholder,
        filler=words.FILLER.search(line) is not None,
        years_only=words.tells_years(line),
        has_scale_number=Role.SCALE in roles,
        results=list(roles).count(Role.RESULT),
        word_count=len(line.split()),
    )


def dimensions_of(line: str, mentions: Sequence[Mention], roles: Sequence[Role]) -> tuple[str, ...]:
    """The dimensions of delivery that the line names, by its words and by what its results are measured in."""
    named = set(words.named_in(Spoken(line), words.DIMENSIONS))
    for mention, role in zip(mentions, roles, strict=True):
        if role == Role.RESULT and mention.shape == Shape.MONEY and "customer" not in named:
            named.add("cost")
        if (
            role == Role.RESULT
            and mention.shape == Shape.TIME
            and mention.unit in ("day", "week", "month", "quarter", "sprint")
        ):
            named.add("schedule")
    return tuple(name for name in words.DIMENSIONS if name in named)


def _scale(line: str, mentions: Sequence[Mention], roles: Sequence[Role]) -> tuple[str, ...]:
    sizes = [mention for mention, role in zip(mentions, roles, strict=True) if role == Role.SCALE]
    found = {
        "scale_team": any(mention.unit in _TEAM_UNITS for mention in sizes)
        or re.search(r"\bteam of \d", line) is not None,
        "scale_duration": any(mention.shape == Shape.TIME and mention.unit in _DURATION_UNITS for mention in sizes),
        "scale_budget": any(may_be_spent(mention, line) for mention in sizes),
        "scale_stakeholders": any(mention.unit in OTHERS_UNITS for mention in sizes)
        or words.STAKEHOLDERS.among(Spoken(line)),
    }
    return tuple(name for name, there in found.items() if there)


def _ownership(line: str) -> str:
    if _WEAK.match(line):
        return "shared" if _SHARED.opens(Spoken(line.lstrip())) else "assigned"
    opening = Spoken(" ".join(line.split()[:6]))
    if _SHARED.among(opening):
        return "shared"
    return "owned" if _OWNED.among(opening) else "plain"
