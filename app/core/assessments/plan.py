"""What to do about the gaps: for each, a goal, a task, a person, something to study, what to collect, and a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.assessments.gaps import Gap
from app.core.assessments.scoring import PlanRules
from app.core.framework import Framework


@dataclass(frozen=True)
class Step:
    """One line of the plan; its owner may rewrite every word of it."""

    skill: str
    from_level: int
    to_level: int
    goal: str
    task: str
    learn_from: str
    study: str
    evidence: str
    due: date
    done: bool = False


def plan(
    gaps: tuple[Gap, ...], picks: Mapping[str, int], framework: Framework, rules: PlanRules, today: date
) -> tuple[Step, ...]:
    """A step for each gap, each toward the next level of behavior and no further."""
    return tuple(
        _step(gap, picks[gap.skill], framework, today + timedelta(weeks=_weeks(number, rules)))
        for number, gap in enumerate(gaps)
    )


def _weeks(number: int, rules: PlanRules) -> int:
    return rules.first_due_after_weeks + rules.weeks_between * number


def _step(gap: Gap, pick: int, framework: Framework, due: date) -> Step:
    """Nobody is sent past a step that they have not picked themselves, however high the estimate."""
    skill = framework.skill(gap.skill)
    reached = min(pick, max(round(gap.estimate), 0), gap.expected - 1)
    goal = skill.at(reached + 1)
    return Step(
        skill=skill.id,
        from_level=reached,
        to_level=reached + 1,
        goal=goal.indicator,
        task=goal.growth.practice,
        learn_from=goal.growth.learn_from,
        study=goal.growth.study,
        evidence=skill.evidence[0],
        due=due,
    )
