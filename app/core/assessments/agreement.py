"""How two people see the same skills: difference, share within one, and kappa where it means something."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, pstdev, stdev

from app.core.assessments.scoring import CoachRules

_NINE_IN_TEN = 1.645


@dataclass(frozen=True)
class Kappa:
    """Quadratic weighted kappa with the interval that holds it nine times in ten."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Agreement:
    """`differences` are self minus coach, so a positive one means that the person rated themselves higher."""

    differences: Mapping[str, int]
    within_one: float
    mean_difference: float
    kappa: Kappa | None
    why_no_kappa: str

    @property
    def shared(self) -> int:
        return len(self.differences)


def agreement(own: Mapping[str, int], coach: Mapping[str, int], rules: CoachRules) -> Agreement | None:
    """Compare two ratings; None when no skill was rated by both."""
    shared = [skill for skill in own if skill in coach]
    if not shared:
        return None
    differences = {skill: own[skill] - coach[skill] for skill in shared}
    pairs = [(own[skill], coach[skill]) for skill in shared]
    why_not = _why_no_kappa(pairs, rules)
    return Agreement(
        differences=differences,
        within_one=sum(abs(difference) <= 1 for difference in differences.values()) / len(shared),
        mean_difference=fmean(differences.values()),
        kappa=None if why_not else kappa(pairs),
        why_no_kappa=why_not,
    )


def _why_no_kappa(pairs: list[tuple[int, int]], rules: CoachRules) -> str:
    """For one person with a flat profile kappa swings from below 0 to .6 by chance alone, so it would mislead."""
    if len(pairs) < rules.kappa_needs_skills:
        skills = "1 skill" if len(pairs) == 1 else f"{len(pairs)} skills"
        return f"{skills} in common; at {rules.kappa_needs_skills} we can say more."
    if min(pstdev(own for own, _ in pairs), pstdev(coach for _, coach in pairs)) < rules.kappa_needs_spread:
        return "One of the two ratings is almost the same for every skill, so one figure for both would say little."
    return ""


def kappa(pairs: list[tuple[int, int]]) -> Kappa:
    """Quadratic weighted kappa; its interval comes from leaving out one skill at a time (the jackknife)."""
    whole = _kappa(pairs)
    left_out = [_kappa(pairs[:at] + pairs[at + 1 :]) for at in range(len(pairs))]
    error = stdev(left_out) * (len(pairs) - 1) / sqrt(len(pairs))
    return Kappa(whole, max(-1.0, whole - _NINE_IN_TEN * error), min(1.0, whole + _NINE_IN_TEN * error))


def _kappa(pairs: list[tuple[int, int]]) -> float:
    observed = fmean((own - coach) ** 2 for own, coach in pairs)
    by_chance = fmean((own - coach) ** 2 for own, _ in pairs for _, coach in pairs)
    return 1.0 if by_chance == 0 else 1.0 - observed / by_chance
