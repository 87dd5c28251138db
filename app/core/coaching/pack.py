"""The pack that a client takes along: where they stand, how the coach sees it, what was said and agreed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.assessments.progress import Progress
from app.core.assessments.result import Result
from app.core.coaching.agreed import GoalText


@dataclass(frozen=True)
class Said:
    """A comment with its author's name; `about` names the place, `on` is the day."""

    author: str
    about: str
    text: str
    on: date


@dataclass(frozen=True)
class Pack:
    """Everything of one assessment in one coaching; `result` carries the coach's rating while it counts."""

    client: str
    coach: str
    printed_on: date
    result: Result
    progress: Progress | None
    said: tuple[Said, ...]
    goals: tuple[GoalText, ...]
    rated_on: date | None = None
