"""What a group of clients shows together: which skills it lacks, and how far its own ratings hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean, median

from app.core.assessments.result import Result
from app.core.coaching.reliability import FEWEST_PEOPLE, Reliability, TooFewRatings, reliability
from app.core.errors import DomainError

FEWEST_IN_PRINT = 5  # the usual floor for figures about staff: below it a figure points to a person
FEWEST_SHARED_SKILLS = 5  # as many as an assessment needs at least


@dataclass(frozen=True)
class SkillPicture:
    """One skill in a group; `median_gap` is what the target asks minus the estimate, so below 0 it is met."""

    skill: str
    people: int
    below: int
    median_gap: float

    @property
    def share_below(self) -> float:
        return self.below / self.people


@dataclass(frozen=True)
class SelfAndCoach:
    """How the coach's ratings and the clients' own go together, or why that cannot be told.

    The mean difference is told from five people on, on page and paper alike.
    """

    people: int
    mean_difference: float | None
    overall: Reliability | None
    why_not: str
    skills: Mapping[str, Reliability]


@dataclass(frozen=True)
class Cohort:
    """A group without names; the skill that most people lack comes first. `margin` is what counts as a gap."""

    people: int
    margin: float
    skills: tuple[SkillPicture, ...]
    agreement: SelfAndCoach


def cohort(results: Sequence[Result], margin: float) -> Cohort:
    """The picture of a group; `margin` is how far below the target an estimate must lie to count as a gap."""
    by_skill: dict[str, list[float]] = {}
    for result in results:
        for one in result.skills:
            by_skill.setdefault(one.estimate.skill, []).append(one.expected - one.estimate.value)
    skills = [
        SkillPicture(skill, len(gaps), sum(gap > margin for gap in gaps), median(gaps))
        for skill, gaps in by_skill.items()
    ]
    skills.sort(key=lambda one: (-one.share_below, -one.median_gap, one.skill))
    return Cohort(len(results), margin, tuple(skills), _self_and_coach(results))


def for_print(picture: Cohort) -> Cohort:
    """What may be handed on: nothing about fewer than five people; raises `DomainError` for a group that small."""
    if picture.people < FEWEST_IN_PRINT:
        people = "1 person is" if picture.people == 1 else f"{picture.people} people are"
        raise DomainError(
            f"Only {people} in this picture. It is printed from {FEWEST_IN_PRINT} people on, so that nobody can be "
            "recognized in it.",
            code="not_enough_evidence",
        )
    kept = tuple(one for one in picture.skills if one.people >= FEWEST_IN_PRINT)
    return replace(picture, skills=kept)


def _self_and_coach(results: Sequence[Result]) -> SelfAndCoach:
    """Each client counts once, with the mean of the skills that both rated."""
    rated = [(result.answers.rated, result.answers.coach_rated) for result in results]
    shared = [[(own[skill], coach[skill]) for skill in own if skill in coach] for own, coach in rated]
    pairs = [
        (fmean(own for own, _ in ratings), fmean(coach for _, coach in ratings))
        for ratings in shared
        if len(ratings) >= FEWEST_SHARED_SKILLS
    ]
    overall, why_not = _told(pairs)
    skills = {skill: found for skill in _skills(results) if (found := _told(_of_skill(rated, skill))[0]) is not None}
    difference = fmean(own - coach for own, coach in pairs) if len(pairs) >= FEWEST_IN_PRINT else None
    return SelfAndCoach(len(pairs), difference, overall, why_not, skills)


def _told(pairs: Sequence[tuple[float, float]]) -> tuple[Reliability | None, str]:
    try:
        return reliability(pairs), ""
    except TooFewRatings as error:
        rated = f" A pair counts from {FEWEST_SHARED_SKILLS} skills on that both rated."
        return None, error.message + (rated if len(pairs) < FEWEST_PEOPLE else "")


def _skills(results: Sequence[Result]) -> list[str]:
    return list(dict.fromkeys(one.estimate.skill for result in results for one in result.skills))


def _of_skill(rated: Sequence[tuple[Mapping[str, int], Mapping[str, int]]], skill: str) -> list[tuple[float, float]]:
    return [(own[skill], coach[skill]) for own, coach in rated if skill in own and skill in coach]
