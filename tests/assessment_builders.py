"""The current edition, its scoring, and answers for the assessment's tests; a test says only what matters to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from app.config import DATA
from app.core.assessments.answers import Answers, read_answers
from app.core.assessments.scoring import Scoring
from app.core.framework import Framework, Track
from app.reference import framework as framework_files
from app.reference import scoring as scoring_file

TODAY = date(2026, 11, 22)
EDITION = DATA / "framework" / framework_files.CURRENT


@cache
def a_framework() -> Framework:
    return framework_files.load(EDITION)


@cache
def a_scoring() -> Scoring:
    return scoring_file.load(EDITION, a_framework())


SKILLS = tuple(skill.id for skill in a_framework().skills)
FACTS = tuple(fact.id for fact in a_framework().scope_facts)


def a_profile(track: Track, level: str) -> dict[str, int]:
    """What the level expects, skill by skill; L1 and L2 are the project track's for both."""
    shown = track if a_framework().has(track, level) else Track.PROJECT
    return dict(a_framework().expected(shown, level))


def written(track: str = "project", target: str | None = "L4", **more: Any) -> dict[str, Any]:
    """Answers as a file holds them: exactly what the target expects, unless told otherwise."""
    picks = a_profile(Track(track), target or "L4")
    return {"track": track, "target": target, "picks": picks} | more


def answers(content: Mapping[str, Any] | None = None, **more: Any) -> Answers:
    return read_answers(dict(content) if content is not None else written(**more), a_framework(), TODAY)
