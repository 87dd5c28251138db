"""The whole result of an assessment: one value that page, PDF, JSON and command line all show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.assessments.agreement import Agreement, agreement
from app.core.assessments.answers import Answers, BadAnswer
from app.core.assessments.careers import Careers, careers
from app.core.assessments.checks import Check, Confidence, checks, confidence, what_makes_surer
from app.core.assessments.estimate import Estimate, Fit
from app.core.assessments.gaps import Gap, Strength, gaps, strengths
from app.core.assessments.ladder import ladder_of
from app.core.assessments.plan import Step, plan
from app.core.assessments.scoring import Scoring
from app.core.assessments.weighing import read_level, scope_level
from app.core.framework import Framework, Track


class NoTarget(BadAnswer):
    """There is no level to compare with: none is named, and nothing is known that would suggest one."""


@dataclass(frozen=True)
class SkillResult:
    """One skill against the target."""

    estimate: Estimate
    expected: int
    pick: int
    coach: int | None


@dataclass(frozen=True)
class Result:
    """`target_from_scope` says that nobody named a target, so the size of the work did."""

    answers: Answers
    edition: str
    assessed_on: date
    target: str
    target_from_scope: bool
    scope_level: float | None
    skills: tuple[SkillResult, ...]
    fit: Fit
    gaps: tuple[Gap, ...]
    strengths: tuple[Strength, ...]
    plan: tuple[Step, ...]
    checks: tuple[Check, ...]
    confidence: Confidence
    agreement: Agreement | None
    surer_by: str
    careers: Careers


def assess(answers: Answers, framework: Framework, scoring: Scoring, today: date) -> Result:
    """Everything that the answers say; raises `DomainError` when they are too few to say it honestly."""
    ladder = ladder_of(framework, answers.track)
    reading = read_level(answers, ladder, scoring)
    target = answers.target or _target_by_scope(answers, framework)
    found = gaps(reading, ladder, target, scoring.gaps)[: scoring.gaps.shown]
    raised = checks(answers, framework, ladder, scoring, today)
    agreed = agreement(answers.rated, answers.coach_rated, scoring.coach)
    trusted = confidence(answers, raised, agreed, scoring, today)
    return Result(
        answers=answers,
        edition=framework.edition.id,
        assessed_on=today,
        target=target,
        target_from_scope=answers.target is None,
        scope_level=scope_level(answers),
        skills=tuple(
            SkillResult(
                one,
                ladder.expected(target, one.skill),
                answers.rated[one.skill],
                answers.coach_rated.get(one.skill),
            )
            for one in reading.estimates
        ),
        fit=reading.fit,
        gaps=found,
        strengths=strengths(reading, ladder, target, scoring.gaps),
        plan=plan(found, answers.rated, framework, scoring.plan, today),
        checks=raised,
        confidence=trusted,
        agreement=agreed,
        surer_by=what_makes_surer(trusted, agreed, scoring),
        careers=careers(answers, framework, scoring),
    )


def _target_by_scope(answers: Answers, framework: Framework) -> str:
    """The level of the track whose work is as large as the work described."""
    held = scope_level(answers)
    if held is None:
        raise NoTarget(
            "Name the level you aim for, or answer the facts about your work so that one can be suggested.",
            field="target",
        )
    return suggested_level(held, answers.track, framework)


def suggested_level(held: float, track: Track, framework: Framework) -> str:
    """The track's level that is nearest to a scope; halfway goes to the lower."""
    return min(framework.track(track).levels, key=lambda level: (abs(int(level[1:]) - held), level))
