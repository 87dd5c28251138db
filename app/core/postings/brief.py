"""What a hiring manager says about a job, before a posting is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from app.core.english import English, here
from app.core.framework import Framework, Track
from app.core.money import Pay, Period
from app.core.places import Place, Places

FEWEST_SKILLS = 5  # fewer leave a posting without a picture of the work,
MOST_SKILLS = 7  # more make every must-have count for less
LONGEST_TITLE = 120
LONGEST_LINE = 300
LONGEST_TEXT = 20_000
LONGEST_LEFT_OVER = 110_000  # a whole text that somebody pasted, with a bullet before each line
MOST_PLACES = 60
MOST_STEPS = 12
HIGHEST_PAY = 1_000_000_000
LEAST_YEARLY_PAY = 1_000


class WorkMode(StrEnum):
    ON_SITE = "on-site"
    HYBRID = "hybrid"
    REMOTE = "remote"


class Employment(StrEnum):
    FULL_TIME = "full-time"
    PART_TIME = "part-time"
    CONTRACT = "contract"


class Vacancy(StrEnum):
    """Whether there is a job to fill now; some laws ask that a posting says so."""

    EXISTING = "existing"
    FUTURE = "future"


@dataclass(frozen=True)
class Brief:
    """A job in the hiring manager's own words; an empty text is something they left out."""

    track: Track
    level: str
    title: str
    employer: str
    work_mode: WorkMode
    places: tuple[Place, ...]
    skills: tuple[str, ...]
    about: str = ""
    team: str = ""
    mission: str = ""
    industry: str = ""
    domain: str = ""
    employment: Employment = Employment.FULL_TIME
    overlap: str = ""
    arrangement: str = ""
    methods: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    pay: Pay | None = None
    bonus: str = ""
    equity: str = ""
    benefits: str = ""
    opens: date | None = None
    closes: date | None = None
    reports_to: str = ""
    team_size: str = ""
    budget: str = ""
    process: tuple[str, ...] = ()
    apply_to: str = ""
    vacancy: Vacancy = Vacancy.EXISTING
    ai_used: bool = False
    ai_statement: str = ""
    equal_opportunity: str = ""
    accommodation: str = ""
    left_over: str = ""  # of a pasted text: kept beside the brief, and no part of the posting

    @property
    def country(self) -> str:
        """The country as whose English the posting is written: that of the first place, else where we are."""
        return self.places[0].country if self.places else here()


@dataclass(frozen=True)
class Problem:
    """Why a brief cannot be used as it stands, and the field that it concerns."""

    field: str
    message: str


def with_role_defaults(brief: Brief, framework: Framework, english: English | None = None) -> Brief:
    """Fill in the level's own title, as its country spells it, and skills where the brief names none."""
    if not framework.has(brief.track, brief.level):
        return brief
    return replace(
        brief,
        title=brief.title or _usual_title(brief, framework, english),
        skills=brief.skills or framework.profiles.default_skills[brief.track, brief.level],
    )


def _usual_title(brief: Brief, framework: Framework, english: English | None) -> str:
    return (english or English()).of(brief.country)(framework.title(brief.track, brief.level))


def as_far_as_known(brief: Brief, framework: Framework, english: English | None = None) -> Brief:
    """A brief that is still being written, with what a preview can stand in for it; its level must exist."""
    expected = framework.expected(brief.track, brief.level)
    return replace(
        brief,
        title=brief.title or _usual_title(brief, framework, english),
        employer=brief.employer or "Your company",
        skills=tuple(skill for skill in brief.skills if expected.get(skill)),
    )


def follow_title(
    title: str, before: tuple[Track, str], now: tuple[Track, str], framework: Framework, english: English
) -> str:
    """The new role's usual title for one that is still the old role's, spelled as it was; every other as it is."""
    old, new = framework.title(*before), framework.title(*now)
    return next((spelled(new) for spelled in english.every if title == spelled(old)), title)


def problems(brief: Brief, framework: Framework, places: Places, currencies: frozenset[str]) -> tuple[Problem, ...]:
    """Return everything that must be mended before a posting can be composed; empty when nothing must."""
    return (
        *_role_problems(brief, framework),
        *_length_problems(brief),
        *_place_problems(brief, places),
        *_skill_problems(brief, framework),
        *_pay_problems(brief.pay, currencies),
        *_date_problems(brief),
    )


def _role_problems(brief: Brief, framework: Framework) -> Iterator[Problem]:
    if not framework.has(brief.track, brief.level):
        having = ", ".join(framework.track(brief.track).levels)
        yield Problem("level", f"The {brief.track} track has no level {brief.level}. It has {having}.")
    elif not brief.title:
        yield Problem("title", "Give the job a title.")
    if not brief.employer:
        yield Problem("employer", "Name the employer, as readers know it.")
    known = [industry.id for industry in framework.vocabulary.industries]
    if brief.industry and brief.industry not in known:
        yield Problem("industry", f"There is no industry {brief.industry!r}. There are {', '.join(known)}.")


_LINES = ("employer", "team", "domain", "overlap", "reports_to", "team_size", "budget", "apply_to")
_TEXTS = (
    "about",
    "mission",
    "arrangement",
    "bonus",
    "equity",
    "benefits",
    "ai_statement",
    "equal_opportunity",
    "accommodation",
)


def _length_problems(brief: Brief) -> Iterator[Problem]:
    limits = {"title": LONGEST_TITLE} | dict.fromkeys(_LINES, LONGEST_LINE) | dict.fromkeys(_TEXTS, LONGEST_TEXT)
    limits["left_over"] = LONGEST_LEFT_OVER
    for field, limit in limits.items():
        length = len(getattr(brief, field))
        if length > limit:
            yield Problem(field, f"This holds {length:,} characters; at most {limit:,} fit.")
    for field in ("process", "methods", "tools"):
        lines: tuple[str, ...] = getattr(brief, field)
        longest = max(map(len, lines), default=0)
        if len(lines) > MOST_STEPS:
            yield Problem(field, f"These are {len(lines)} entries; at most {MOST_STEPS} fit.")
        elif longest > LONGEST_LINE:
            yield Problem(field, f"One entry holds {longest:,} characters; at most {LONGEST_LINE} fit.")


def _place_problems(brief: Brief, places: Places) -> Iterator[Problem]:
    if not brief.places:
        yield Problem("places", "Name at least one place. For remote work, name each place where the person may live.")
    if len(brief.places) > MOST_PLACES:
        yield Problem("places", f"These are {len(brief.places)} places; at most {MOST_PLACES} fit.")
    for place in brief.places:
        if place.code not in places.names:
            yield Problem(
                "places", f"There is no place {place.code!r}. Use a code such as US-WA (Washington) or SG (Singapore)."
            )


def _skill_problems(brief: Brief, framework: Framework) -> Iterator[Problem]:
    if not brief.skills and not framework.has(brief.track, brief.level):
        return  # a level that exists brings its own skills
    known = {skill.id: skill for skill in framework.skills}
    unknown = [skill for skill in brief.skills if skill not in known]
    if unknown:
        yield Problem("skills", f"There is no skill {unknown[0]!r}. There are {', '.join(known)}.")
    elif len(set(brief.skills)) < len(brief.skills):
        yield Problem("skills", "A skill is named twice.")
    elif not FEWEST_SKILLS <= len(brief.skills) <= MOST_SKILLS:
        yield Problem("skills", f"Choose {FEWEST_SKILLS} to {MOST_SKILLS} skills; {len(brief.skills)} are chosen.")
    elif framework.has(brief.track, brief.level):
        expected = framework.expected(brief.track, brief.level)
        idle = [known[skill].name for skill in brief.skills if expected[skill] == 0]
        if idle:
            yield Problem("skills", f"{idle[0]} is not expected at {brief.level}; choose another skill.")


def _pay_problems(pay: Pay | None, currencies: frozenset[str]) -> Iterator[Problem]:
    if pay is None:
        return
    for field, amount in (("pay_min", pay.min), ("pay_max", pay.max)):
        if amount is not None and not amount.is_finite():
            yield Problem(field, "Write an amount in digits, such as 150000.")
        elif amount is not None and not 0 < amount <= HIGHEST_PAY:
            yield Problem(field, f"An amount must be more than 0 and at most {HIGHEST_PAY:,}.")
    amounts = [amount for amount in (pay.min, pay.max) if amount is not None and amount.is_finite()]
    if len(amounts) == 2 and amounts[0] > amounts[1]:
        yield Problem("pay_max", f"The highest pay ({amounts[1]:,f}) is below the lowest ({amounts[0]:,f}).")
    if pay.currency not in currencies:
        yield Problem("currency", f"There is no currency {pay.currency!r}. Use a code such as USD, CAD or EUR.")
    for field, amount in (("pay_min", pay.min), ("pay_max", pay.max)):
        # 85 a year can only be a slip: of thousands, or of the period.
        if pay.period is Period.YEAR and amount in amounts and 0 < amount < LEAST_YEARLY_PAY:
            yield Problem(field, f"{amount:,f} a year cannot be right: is it an hour, or {amount:,f}k?")


def _date_problems(brief: Brief) -> Iterator[Problem]:
    if brief.opens and brief.closes and brief.closes < brief.opens:
        yield Problem(
            "closes", f"Applications close ({brief.closes:%Y-%m-%d}) before they open ({brief.opens:%Y-%m-%d})."
        )


def doubts(brief: Brief, today: date) -> tuple[Problem, ...]:
    """Return what is worth a second look and never stands in the way."""
    found = []
    if "product" in brief.title.lower():
        found.append(
            Problem(
                "title",
                "The title says “product”. A product manager decides what to build and why; a project or program "
                "manager gets it delivered. If you mean the latter, leave the word out: candidates search by title.",
            )
        )
    if brief.closes and brief.closes < today:
        found.append(Problem("closes", "Applications close on a day that has passed."))
    if brief.pay is None:
        found.append(Problem("pay_min", "There is no pay. Many places require a range, and readers look for it first."))
    return tuple(found)
