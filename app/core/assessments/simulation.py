"""How often the assessment is right about made-up people of known level, next to simpler ways of scoring.

Figures from people who were made without the framework's expectations are the ones to believe.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from random import Random
from statistics import fmean

from app.core.assessments.answers import Answers, EvidenceStatus
from app.core.assessments.ladder import Ladder
from app.core.assessments.people import Habits, Person, World, around_the_ladder, without_the_ladder
from app.core.assessments.scoring import Scoring
from app.core.assessments.weighing import read_level, scope_level
from app.core.framework import Framework


@dataclass(frozen=True)
class Scenario:
    """A crowd: `own_ladder` says that its people are made around the framework's own expectations."""

    id: str
    describes: str
    habits: Habits
    own_ladder: bool = True


SCENARIOS = (
    Scenario("base", "people rate themselves 0.4 levels too high, give or take 0.6", Habits(0.4, 0.6, 1.0)),
    Scenario("harsh", "0.8 too high, give or take 1.0, and single picks scatter by 1.6", Habits(0.8, 1.0, 1.6)),
    Scenario("modest", "people rate themselves 0.4 levels too low, give or take 0.6", Habits(-0.4, 0.6, 1.0)),
    Scenario("independent", "people made without the framework's expectations", Habits(0.35, 0.65, 0.9), False),
)


@dataclass(frozen=True)
class Figures:
    """How one way of scoring did on one crowd; `band_coverage` is the share of skills whose truth lay in the band."""

    exact: float
    within_one: float
    too_high: float
    too_low: float
    band_coverage: float
    band_width: float
    skill_error: float


@dataclass(frozen=True)
class Scored:
    """What a way of scoring says: a level, and for each skill an estimate with the ends of its band."""

    level: int
    skills: Mapping[str, tuple[float, float, float]]


Method = Callable[[Answers, Ladder], Scored]


def simulate(
    framework: Framework, scoring: Scoring, people: int, seed: int, scenarios: tuple[Scenario, ...] = SCENARIOS
) -> dict[str, dict[str, Figures]]:
    """Figures by scenario and by way of scoring; the same seed gives the same figures."""
    world = World(framework)
    methods = _methods(scoring)
    return {
        scenario.id: {name: _measure(crowd, world, method) for name, method in methods.items()}
        for scenario in scenarios
        for crowd in [_crowd(world, scenario, people, seed)]
    }


def _crowd(world: World, scenario: Scenario, people: int, seed: int) -> list[Person]:
    rng = Random(f"{seed} {scenario.id}")  # noqa: S311  # repeatable figures, no secrets
    make = around_the_ladder if scenario.own_ladder else without_the_ladder
    return [make(rng, world, scenario.habits) for _ in range(people)]


def _measure(crowd: list[Person], world: World, method: Method) -> Figures:
    scored = [(one, method(one.answers, world.ladders[one.answers.track])) for one in crowd]
    apart = [reading.level - one.level for one, reading in scored]
    bands = [(one.skills[skill], *band) for one, reading in scored for skill, band in reading.skills.items()]
    return Figures(
        exact=fmean(distance == 0 for distance in apart),
        within_one=fmean(abs(distance) <= 1 for distance in apart),
        too_high=fmean(distance > 0 for distance in apart),
        too_low=fmean(distance < 0 for distance in apart),
        band_coverage=fmean(low <= truth <= high for truth, _, low, high in bands),
        band_width=fmean(high - low for _, _, low, high in bands),
        skill_error=sqrt(fmean((value - truth) ** 2 for truth, value, _, _ in bands)),
    )


def _methods(scoring: Scoring) -> dict[str, Method]:
    product = partial(_product, scoring)
    return {
        "picks_believed": _picks_alone,
        "plain_rule": _alone(_plain_rule),
        "estimate": _alone(product),
        "plain_rule_with_coach": _plain_rule,
        "estimate_with_coach": product,
    }


def _alone(method: Method) -> Method:
    return lambda answers, ladder: method(replace(answers, coach={}), ladder)


def _product(scoring: Scoring, answers: Answers, ladder: Ladder) -> Scored:
    reading = read_level(answers, ladder, scoring)
    return Scored(reading.fit.number, {one.skill: (one.value, one.low, one.high) for one in reading.estimates})


def _plain_rule(answers: Answers, ladder: Ladder) -> Scored:
    """The simple arithmetic that the estimate has to beat.

    Take a third of the gap between the picks and the scope off each pick, and 0.35 off an unsupported claim; mix with
    the coach; name the level whose expectations are nearest; band of 1.28 x a fixed spread.
    """
    picks = answers.rated
    held = scope_level(answers)
    shift = 0.0
    if held is not None:
        expected = dict(zip(ladder.skills, ladder.expected_at(held), strict=True))
        shift = 0.34 * (fmean(picks.values()) - fmean(expected[skill] for skill in picks))
    skills = {}
    for skill, pick in picks.items():
        status, second = answers.evidence_for(skill).status, answers.coach_rated.get(skill)
        discount = 0.35 if status is EvidenceStatus.NONE and pick >= 3 else 0.0
        value = min(max(pick - shift - discount, 0.0), 6.5)
        spread = 1.0 if status is EvidenceStatus.LINKED else 1.2
        if second is not None:
            value, spread = 0.4 * value + 0.6 * second, 0.7
        skills[skill] = (value, value - 1.28 * spread, value + 1.28 * spread)
    return Scored(_nearest({skill: value for skill, (value, _, _) in skills.items()}, ladder), skills)


def _picks_alone(answers: Answers, ladder: Ladder) -> Scored:
    """Believe every pick: the nearest level, and a band as wide as the plain rule's."""
    picks = {skill: float(pick) for skill, pick in answers.rated.items()}
    return Scored(
        _nearest(picks, ladder), {skill: (pick, pick - 1.28 * 1.2, pick + 1.28 * 1.2) for skill, pick in picks.items()}
    )


def _nearest(values: Mapping[str, float], ladder: Ladder) -> int:
    def distance(level: str) -> float:
        return sum(
            ladder.weight(skill) * (value - ladder.expected(level, skill)) ** 2 for skill, value in values.items()
        )

    return int(min(ladder.levels, key=distance)[1:])
