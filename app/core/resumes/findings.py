"""What the lines together show: the scale of the work, methods and practices, and evidence for a level."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from app.core.achievements import words
from app.core.achievements.lexicon import Spoken
from app.core.achievements.likelihoods import Kind
from app.core.achievements.metrics import Role as NumberRole
from app.core.achievements.reading import Metric, Reading
from app.core.achievements.slots import OTHERS_UNITS

# How many of a currency buy about as much as a dollar, to place a budget among four bands; never shown.
ROUGHLY_A_DOLLAR = {"INR": 80.0, "JPY": 150.0, "KRW": 1300.0, "NGN": 1500.0, "PHP": 56.0, "KES": 130.0, "CNY": 7.0,
                    "SEK": 10.0, "NOK": 10.0, "DKK": 7.0, "ZAR": 18.0, "BRL": 5.0, "PLN": 4.0, "AED": 3.7, "SAR": 3.7,
                    "MYR": 4.5}  # fmt: skip
_MONTHS = {"month": 1.0, "year": 12.0, "week": 12 / 52, "quarter": 3.0}
_OUTSIDE = ("vendor", "supplier", "partner", "subcontractor", "contractor", "carrier", "provider", "agency")
_PLACES = ("country", "continent")
# Sites, clients and teams: whoever the work had to bring together.
_MANY = ("stakeholder", "department", "team", *(unit for unit in OTHERS_UNITS if unit not in (*_OUTSIDE, *_PLACES)))
_WORK_UNITS = ("project", "program", "programme", "initiative", "workstream")


@dataclass(frozen=True)
class Scale:
    """The largest figures that the lines name; None where they name none."""

    team: int | None = None
    budget: float | None = None
    currency: str | None = None
    duration_months: int | None = None
    stakeholders: int | None = None
    vendors: int | None = None
    countries: int | None = None
    projects: int | None = None


def scale_of(readings: Sequence[Reading]) -> Scale:
    """The largest team, budget, duration and so on that any line names."""
    sizes = [metric for reading in readings for metric in reading.metrics if metric.role == NumberRole.SCALE]
    budget = max((metric for metric in sizes if metric.sizes == "budget"), key=_in_dollars, default=None)
    has_budget = budget is not None and _in_dollars(budget) > 0
    durations = [
        _number(metric) * _MONTHS[metric.unit]
        for reading in readings
        if not reading.slots.years_only
        for metric in reading.metrics
        if metric.role == NumberRole.SCALE and metric.unit in _MONTHS
        if not (reading.kind == Kind.SCOPE and metric.unit == "year")  # how long somebody has worked, not one work
    ]
    return Scale(
        team=_largest([metric for metric in sizes if metric.sizes == "team"], ("people", "member")),
        budget=_number(budget) if has_budget and budget else None,
        currency=budget.unit[:3] if has_budget and budget else None,
        duration_months=round(max(durations)) if durations and max(durations) >= 1 else None,
        stakeholders=_largest(sizes, _MANY),
        vendors=_largest(sizes, _OUTSIDE),
        countries=_largest(sizes, _PLACES),
        projects=_largest(sizes, _WORK_UNITS),
    )


def _largest(sizes: Sequence[Metric], units: Sequence[str]) -> int | None:
    found = [_number(metric) for metric in sizes if metric.unit in units]
    return round(max(found)) if found else None


def _number(metric: Metric) -> float:
    """The value; of a range its upper end."""
    if isinstance(metric.value, str):
        last = metric.value.rpartition("-")[2]
        return float(last) if re.fullmatch(r"\d+(?:\.\d+)?", last) else 0.0
    return float(metric.value)


def _in_dollars(metric: Metric) -> float:
    if len(metric.unit) < 3 or not metric.unit[:3].isupper():
        return 0.0
    return _number(metric) / ROUGHLY_A_DOLLAR.get(metric.unit[:3], 1.0)


def methods_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Named methods in the order in which the framework of words knows them."""
    spoken = [Spoken(line) for line in lines]
    return tuple(name for name, listed in words.METHODS.items() if any(listed.among(line) for line in spoken))


def practices_of(lines: Sequence[str]) -> tuple[str, ...]:
    """Practices of working apart in time: written status, decision logs, shared boards."""
    spoken = [Spoken(line) for line in lines]
    return tuple(name for name, listed in words.ASYNC_PRACTICES.items() if any(listed.among(line) for line in spoken))


# -- evidence for a level

LEVELS = ("L1", "L2", "L3", "L4", "L5", "L6")
ENOUGH_FOR_LOW = 2  # kinds of evidence at a level, or above it, that make it fully supported
FEWEST_LINES = 2  # that they stand in: one line with four figures is one sign
WIDEST = 2  # steps between the lowest and the highest level; a wider range says nothing


@dataclass(frozen=True)
class Sign:
    """A kind of evidence: what it shows, and from which level on it speaks."""

    level: str
    what: str


@dataclass(frozen=True)
class LevelEvidence:
    """A range of levels with the lines that speak for them; never a verdict."""

    low: str | None
    high: str | None
    lines: Mapping[str, tuple[int, ...]]  # level -> line numbers
    shown: Mapping[str, tuple[str, ...]]  # level -> kinds of evidence
    next_level: str | None
    missing: tuple[str, ...]
    why_none: str = ""  # where lines speak for levels, but for none that could be named

    @property
    def in_words(self) -> str:
        """ "L3", "L3 to L4", or nothing where no line speaks for any."""
        if not self.low:
            return ""
        return self.low if self.high in (None, self.low) else f"{self.low} to {self.high}"


def _seen(expression: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{expression})\b", re.IGNORECASE)


_SIGNS_BY_WORDS = (
    (
        Sign("L1", "tasks in somebody else's project"),
        _seen(r"assisted|supported|took minutes|scheduled meetings|updated the (?:plan|schedule|tracker)|helped"),
    ),
    (
        Sign("L2", "a plan or a schedule kept"),
        _seen(r"project plan|schedule|status report|raid log|timeline|tracked|coordinated"),
    ),
    (
        Sign("L3", "a project led"),
        _seen(
            r"(?:led|managed|delivered|ran|owned|directed|launched|completed)\b[^.;]{0,80}\b"
            r"(?:project|release|rollout|migration|implementation|launch|cutover|upgrade|platform)"
        ),
    ),
    (
        Sign("L4", "several teams brought together"),
        _seen(
            r"cross[\s-]functional|across (?:\w+ )?(?:teams|departments|functions|business units|time zones)|"
            r"(?:multiple|several|[3-9]|three|four|five|six) (?:\w+ )?teams|dependenc(?:y|ies) between"
        ),
    ),
    (
        Sign("L5", "governance"),
        _seen(r"governance|steering committee|steerco|project board|stage[\s-]gate|executive sponsor"),
    ),
    (
        Sign("L5", "several projects at once"),
        _seen(
            r"program of|programme of|portfolio of|multiple (?:concurrent |simultaneous )?projects|"
            r"concurrent projects|several projects|workstreams"
        ),
    ),
    (
        Sign("L6", "a portfolio or the way delivery works"),
        _seen(
            r"(?:enterprise|company|corporate|group)[\s-]?(?:wide)? (?:pmo|portfolio)|"
            r"(?:built|founded|established|created|set up|head(?:ed)? of) (?:the |a )?(?:\w+ )?"
            r"(?:pmo|project management office|program office|delivery organi[sz]ation)|"
            r"portfolio governance|managed (?:the )?portfolio"
        ),
    ),
)


def level_evidence(readings: Sequence[tuple[int, Reading]]) -> LevelEvidence:
    """The level that is fully supported, the highest with a sign, and what the next one lacks."""
    lines: dict[str, list[int]] = defaultdict(list)
    shown: dict[str, set[str]] = defaultdict(set)
    for number, reading in readings:
        if reading.kind == Kind.OTHER:
            continue
        for sign in _signs_in(reading):
            shown[sign.level].add(sign.what)
            if number not in lines[sign.level]:
                lines[sign.level].append(number)
    present = [level for level in LEVELS if shown[level]]
    supported = [
        level
        for place, level in enumerate(LEVELS)
        if shown[level] and sum(len(shown[one]) for one in LEVELS[place:]) >= ENOUGH_FOR_LOW
    ]
    low, high = (supported[-1], present[-1]) if supported else (None, None)
    why_none = _why_none(present, supported, len({number for numbers in lines.values() for number in numbers}))
    if why_none:
        low = high = None
    following = LEVELS[LEVELS.index(low) + 1] if low and low != "L6" else None
    missing = tuple(what for what in _all_signs(following) if what not in shown[following]) if following else ()
    return LevelEvidence(
        low,
        high,
        {level: tuple(lines[level]) for level in LEVELS if lines[level]},
        {level: tuple(sorted(shown[level])) for level in LEVELS if shown[level]},
        following,
        missing,
        why_none,
    )


def _why_none(present: Sequence[str], supported: Sequence[str], lines: int) -> str:
    if not present:
        return ""
    if not supported or lines < FEWEST_LINES:
        return "A level is named only from two signs that stand in different lines."
    if LEVELS.index(present[-1]) - LEVELS.index(supported[-1]) > WIDEST:
        return f"The signs lie too far apart ({supported[-1]} to {present[-1]}) to name a level."
    return ""


_SIZES: tuple[tuple[str, str, Callable[[Metric], bool]], ...] = (
    ("L6", "a budget of $25 million or more", lambda metric: _budget(metric) >= 25e6),
    ("L5", "a budget of $5 million or more", lambda metric: 5e6 <= _budget(metric) < 25e6),
    ("L4", "a budget of $1 million or more", lambda metric: 1e6 <= _budget(metric) < 5e6),
    ("L5", "thirty people or more", lambda metric: _is_team(metric) and _number(metric) >= 30),
    ("L4", "more than ten people", lambda metric: _is_team(metric) and 10 < _number(metric) < 30),
    ("L3", "a team of up to ten", lambda metric: _is_team(metric) and _number(metric) <= 10),
    ("L4", "three vendors or more", lambda metric: metric.unit in _OUTSIDE and _number(metric) >= 3),
    ("L6", "work in several countries", lambda metric: metric.unit in _PLACES and _number(metric) >= 2),
    ("L5", "several projects at once", lambda metric: metric.unit in _WORK_UNITS and _number(metric) >= 3),
    ("L4", "work of six months or more", lambda metric: _number(metric) * _MONTHS.get(metric.unit, 0.0) >= 6),
)  # fmt: skip


def _budget(metric: Metric) -> float:
    return _in_dollars(metric) if metric.sizes == "budget" else 0.0


def _is_team(metric: Metric) -> bool:
    return metric.sizes == "team"


def _signs_in(reading: Reading) -> list[Sign]:
    found = [sign for sign, seen in _SIGNS_BY_WORDS if seen.search(reading.text)]
    for metric in reading.metrics:
        if metric.role == NumberRole.SCALE and not reading.slots.years_only:
            found.extend(Sign(level, what) for level, what, holds in _SIZES if holds(metric))
    return found


def _all_signs(level: str) -> tuple[str, ...]:
    named = [sign.what for sign, _ in _SIGNS_BY_WORDS if sign.level == level]
    sized = [what for at, what, _ in _SIZES if at == level]
    return tuple(dict.fromkeys((*named, *sized)))
