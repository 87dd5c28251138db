"""Makers of made-up people whose level and skills are known; no real person is behind any of them.

The first maker draws skills around the framework's own expectations, as the estimate assumes.
The second knows nothing of them: every employer has its own idea of each level, people favor whole groups of skills,
stretch or squeeze the scale, rate single skills like their overall picture, bring evidence without regard to the
truth, and their facts lean by kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt
from random import Random
from statistics import fmean

from app.core.assessments.answers import Answers, Evidence, EvidenceStatus
from app.core.assessments.estimate import TOP
from app.core.assessments.ladder import ladder_of
from app.core.framework import Framework, Track


@dataclass(frozen=True)
class Person:
    """Somebody made up: what is true of them, and what they and their coach say."""

    level: int
    skills: Mapping[str, float]
    answers: Answers


@dataclass(frozen=True)
class Habits:
    """How a crowd rates itself: mean and spread of its leaning, and the scatter of one pick, all in levels."""

    leaning: float
    leaning_spread: float
    noise: float


class World:
    """What the makers need to know of the framework, worked out once."""

    def __init__(self, framework: Framework) -> None:
        self.ladders = {track: ladder_of(framework, track) for track in Track}
        self.levels = {track: tuple(int(one[1:]) for one in framework.track(track).levels) for track in Track}
        self.situational = frozenset(skill.id for skill in framework.skills if skill.situational)
        self.groups = {skill.id: skill.group for skill in framework.skills}
        self.facts = tuple(fact.id for fact in framework.scope_facts)


_MONTH = date(2026, 1, 1)


def around_the_ladder(rng: Random, world: World, habits: Habits) -> Person:
    """Skills scatter by .7 around what the level expects; honest claims bring evidence more often than inflated."""
    track = rng.choice(list(Track))
    level = rng.choice(world.levels[track])
    ladder = world.ladders[track]
    skills = {
        skill: _clipped(rng.gauss(expected, 0.7), 0, TOP + 0.5)
        for skill, expected in zip(ladder.skills, ladder.expected_at(level), strict=True)
    }
    leaning, keeps_evidence = rng.gauss(habits.leaning, habits.leaning_spread), rng.betavariate(2, 2)
    coach_leaning = rng.gauss(0.2, 0.3)
    employer = rng.gauss(0.0, 0.55)
    picks: dict[str, int | None] = {}
    evidence: dict[str, Evidence] = {}
    coach: dict[str, int | None] = {}
    for skill, truth in skills.items():
        if not _answered(rng, skill, world, picks, not_applicable=0.25, skipped=0.04):
            continue
        pick = _step(truth + leaning + rng.gauss(0.0, habits.noise))
        picks[skill] = pick
        inflated = pick - truth
        chance = keeps_evidence * (1.0 if inflated < 0.5 else 0.5 if inflated < 1.5 else 0.2)
        _bring_evidence(rng, skill, chance, evidence)
        if rng.random() < 0.9:
            coach[skill] = _step(truth + coach_leaning + rng.gauss(0.0, 0.7))
    scope = {fact: _band(level + employer + rng.gauss(0.0, 0.8)) for fact in world.facts if rng.random() < 0.9}
    return Person(level, skills, Answers(track, f"L{level}", picks, evidence, scope, coach))


_EMPLOYERS = 40


def without_the_ladder(rng: Random, world: World, habits: Habits) -> Person:
    """Nothing here looks at the framework's expectations; see the head of this file."""
    track = rng.choice(list(Track))
    level = rng.choice(world.levels[track])
    employer = Random(rng.randrange(_EMPLOYERS))  # noqa: S311
    names = world.ladders[track].skills
    asks = {skill: (employer.gauss(-0.15, 0.45), employer.gauss(0.95, 0.12)) for skill in names}
    place = rng.gauss(level, 0.25)
    favors = {group: rng.gauss(0.0, 0.45) for group in sorted(set(world.groups.values()))}
    skills = {
        skill: _clipped(
            3.5 + slope * (place - 3.5) + offset + favors[world.groups[skill]] + rng.gauss(0.0, 0.55), 0, TOP + 0.5
        )
        for skill, (offset, slope) in asks.items()
    }
    overall = fmean(skills.values())
    leaning, stretch, halo = (
        rng.gauss(habits.leaning, habits.leaning_spread),
        rng.lognormvariate(0.0, 0.15),
        rng.uniform(0.0, 0.35),
    )
    keeps_evidence, coach_leaning = rng.betavariate(1.2, 2.2), rng.gauss(0.2, 0.4)
    picks: dict[str, int | None] = {}
    evidence: dict[str, Evidence] = {}
    coach: dict[str, int | None] = {}
    for skill, truth in skills.items():
        if not _answered(rng, skill, world, picks, not_applicable=0.3, skipped=0.06):
            continue
        seen = (1.0 - halo) * truth + halo * overall
        scatter = rng.gauss(0.0, 1.0) / sqrt(rng.gammavariate(2.5, 1 / 2.5))  # long tails: t with five degrees
        picks[skill] = _step(3.0 + stretch * (seen - 3.0) + leaning + 0.8 * habits.noise * scatter)
        _bring_evidence(rng, skill, keeps_evidence, evidence)
        if rng.random() < 0.8:
            coach[skill] = _step(0.8 * truth + 0.2 * overall + coach_leaning + rng.gauss(0.0, 0.8))
    leans = dict(zip(world.facts, (0.0, 0.1, -0.5, 0.3, -0.6, 0.2), strict=False))
    shared = rng.gauss(0.15, 0.35)
    scope = {
        fact: _band(place + shared + leans.get(fact, 0.0) + rng.gauss(0.0, 0.9))
        for fact in world.facts
        if rng.random() < 0.85
    }
    return Person(level, skills, Answers(track, f"L{level}", picks, evidence, scope, coach))


def _answered(
    rng: Random, skill: str, world: World, picks: dict[str, int | None], *, not_applicable: float, skipped: float
) -> bool:
    if skill in world.situational and rng.random() < not_applicable:
        picks[skill] = None
        return False
    return rng.random() >= skipped


def _bring_evidence(rng: Random, skill: str, chance: float, evidence: dict[str, Evidence]) -> None:
    if rng.random() < chance:
        status = EvidenceStatus.LINKED if rng.random() < 0.5 else EvidenceStatus.DESCRIBED
        evidence[skill] = Evidence(status, _MONTH)


def _step(value: float) -> int:
    return int(_clipped(round(value), 0, TOP))


def _band(value: float) -> int:
    return int(_clipped(round(value), 1, TOP))


def _clipped(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)
