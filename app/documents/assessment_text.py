"""An assessment as plain lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.assessments.result import Result
from app.core.framework import Framework


def to_text(result: Result, framework: Framework) -> str:
    return "\n".join(_lines(result, framework))


def _lines(result: Result, framework: Framework) -> Iterator[str]:
    track = result.answers.track
    yield f"Most like {result.fit.level}, {framework.title(track, result.fit.level)}; confidence {result.confidence}."
    shares = [f"{level} {share:.0%}" for level, share in result.fit.shares.items() if share >= 0.05]
    yield f"How belief is shared: {', '.join(shares)}."
    suggested = " (suggested by the size of your work)" if result.target_from_scope else ""
    yield f"Compared with {result.target}, {framework.title(track, result.target)}{suggested}."
    yield ""
    yield f"{'Skill':48} pick  coach  estimate  likely between  asked for"
    for one in result.skills:
        coach = "" if one.coach is None else str(one.coach)
        estimate = one.estimate
        yield (
            f"{framework.skill(estimate.skill).name:48} {one.pick:4}  {coach:>5}  {estimate.value:8.1f}  "
            f"{estimate.low:5.1f} and {estimate.high:3.1f}  {one.expected:9}"
        )
    if result.strengths:
        yield from ("", "Strengths: " + ", ".join(framework.skill(one.skill).name for one in result.strengths))
    for check in result.checks:
        yield from ("", f"? {check.question}")
    for number, step in enumerate(result.plan, start=1):
        yield from ("", f"{number}. {framework.skill(step.skill).name}, by {step.due.isoformat()}")
        yield f"   Goal: {step.goal}"
        yield f"   Task: {step.task}"
        yield f"   Learn from: {step.learn_from}"
        yield f"   Study: {step.study}"
        yield f"   Collect: {step.evidence}"
    yield from ("", framework.edition.fair_use)
