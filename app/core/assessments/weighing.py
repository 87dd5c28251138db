"""Turns answers into what the estimate weighs: picks with their discount and trust, facts with their looseness."""

from __future__ import annotations

from statistics import median

from app.core.assessments.answers import Answers, EvidenceStatus
from app.core.assessments.estimate import Fact, Observation, Reading, estimate
from app.core.assessments.ladder import Ladder
from app.core.assessments.scoring import Scoring
from app.core.errors import DomainError


class NotEnoughAnswers(DomainError):
    code = "not_enough_evidence"

    def __init__(self, found: int, needed: int) -> None:
        super().__init__(
            f"Only {found} {'skill is' if found == 1 else 'skills are'} answered; "
            f"{needed} are needed before a level can be told honestly.",
            field="picks",
        )


def read_level(answers: Answers, ladder: Ladder, scoring: Scoring) -> Reading:
    """Estimate skills and level; raises `NotEnoughAnswers` when too few skills are rated."""
    if len(answers.rated) < scoring.fewest_picks:
        raise NotEnoughAnswers(len(answers.rated), scoring.fewest_picks)
    observations = tuple(_observation(answers, skill, scoring) for skill in ladder.skills if skill in answers.rated)
    facts = tuple(Fact(level, scoring.fact_spread[fact]) for fact, level in sorted(answers.scope.items()))
    return estimate(ladder, observations, facts, scoring.model)


def _observation(answers: Answers, skill: str, scoring: Scoring) -> Observation:
    pick, status = answers.rated[skill], answers.evidence_for(skill).status
    unsupported = status is EvidenceStatus.NONE and pick >= scoring.evidence.discount_from
    discount = scoring.evidence.discount if unsupported else 0.0
    second = answers.coach_rated.get(skill)
    if second is None:
        return Observation(skill, float(pick), scoring.evidence.trust[status], discount)
    share = scoring.coach.share
    mixed = (1.0 - share) * pick + share * second
    return Observation(skill, mixed, scoring.coach.trust, (1.0 - share) * discount)


def scope_level(answers: Answers) -> float | None:
    """The level whose work is as large as the work described: the middle one of the facts."""
    return float(median(answers.scope.values())) if answers.scope else None
