"""What to show next for a level, and what already stands."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.assessments.estimate import Estimate, Reading
from app.core.assessments.ladder import Ladder
from app.core.assessments.scoring import GapRules


@dataclass(frozen=True)
class Gap:
    """A skill that probably lies below what the target asks; a larger `priority` comes first."""

    skill: str
    expected: int
    estimate: float
    size: float
    chance_below: float
    priority: float


@dataclass(frozen=True)
class Strength:
    """A skill that probably meets or exceeds what the target asks."""

    skill: str
    expected: int
    estimate: float
    beyond: float
    chance_met: float


def gaps(reading: Reading, ladder: Ladder, target: str, rules: GapRules) -> tuple[Gap, ...]:
    """Every gap, the most useful first: weight x chance of being below x size."""
    found = [_gap(estimate, ladder, target, rules) for estimate in reading.estimates]
    return tuple(sorted((gap for gap in found if gap.size > rules.margin), key=lambda gap: -gap.priority))


def _gap(estimate: Estimate, ladder: Ladder, target: str, rules: GapRules) -> Gap:
    expected = ladder.expected(target, estimate.skill)
    size = expected - estimate.value
    chance = estimate.chance_below(expected - rules.margin)
    priority = ladder.weight(estimate.skill) * chance * min(rules.largest, max(size, 0.0))
    return Gap(estimate.skill, expected, estimate.value, size, chance, priority)


def strengths(reading: Reading, ladder: Ladder, target: str, rules: GapRules) -> tuple[Strength, ...]:
    """The skills that most surely carry the target already, the strongest first."""
    found = [_strength(estimate, ladder, target, rules) for estimate in reading.estimates]
    kept = [one for one in found if one.chance_met >= rules.strength_from]
    return tuple(sorted(kept, key=lambda one: (-one.beyond, -one.chance_met))[: rules.shown])


def _strength(estimate: Estimate, ladder: Ladder, target: str, rules: GapRules) -> Strength:
    expected = ladder.expected(target, estimate.skill)
    met = 1.0 - estimate.chance_below(expected - rules.margin)
    return Strength(estimate.skill, expected, estimate.value, estimate.value - expected, met)
