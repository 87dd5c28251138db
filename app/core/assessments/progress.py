"""What changed between two assessments, told apart from noise and from a shifted yardstick."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt
from statistics import fmean

from app.core.assessments.answers import Answers
from app.core.assessments.scoring import ProgressRules
from app.core.errors import DomainError

_SKILLS_OF_THE_MEAN = 14  # the size of profile that the threshold for a mean was worked out for


@dataclass(frozen=True)
class Snapshot:
    """Answers as they stood on a day, under one edition of the framework; never changed afterwards."""

    taken_on: date
    edition: str
    answers: Answers


@dataclass(frozen=True)
class Change:
    """One skill then and now. `looking_back` is today's view of then, if it was asked for."""

    skill: str
    before: int
    after: int
    beyond_noise: bool
    looking_back: int | None = None

    @property
    def difference(self) -> int:
        return self.after - self.before


@dataclass(frozen=True)
class Progress:
    """All shared skills, and what their mean says; `shifted` tells that the yardstick moved, not only the person."""

    changes: tuple[Change, ...]
    mean: float
    mean_needed: float
    beyond_noise: bool
    shift: float | None
    shifted: bool


def progress(
    before: Snapshot, after: Snapshot, rules: ProgressRules, looking_back: Mapping[str, int] | None = None
) -> Progress:
    """Compare two snapshots of one edition; raises `DomainError` when they cannot be compared.

    A steady leaning toward oneself cancels out here. The thresholds are worked out from the assumed noise and stand
    until a retest has measured it.
    """
    if before.edition != after.edition:
        raise DomainError(
            f"These assessments were made with different editions of the framework ({before.edition} and "
            f"{after.edition}), whose statements differ, so their steps cannot be compared.",
            code="other_edition",
        )
    then = looking_back or {}
    changes = tuple(
        Change(skill, pick, after.answers.rated[skill], _more_than_noise(pick, skill, after, rules), then.get(skill))
        for skill, pick in before.answers.rated.items()
        if skill in after.answers.rated
    )
    if not changes:
        raise DomainError("The two assessments have no skill in common that was rated.", code="nothing_shared")
    mean = fmean(change.difference for change in changes)
    needed = rules.mean_of_fourteen * sqrt(_SKILLS_OF_THE_MEAN / len(changes))
    shifts = [change.looking_back - change.before for change in changes if change.looking_back is not None]
    shift = fmean(shifts) if shifts else None
    return Progress(
        changes, mean, needed, abs(mean) >= needed, shift, shift is not None and abs(shift) >= rules.shifted_standard
    )


def _more_than_noise(before: int, skill: str, after: Snapshot, rules: ProgressRules) -> bool:
    return abs(after.answers.rated[skill] - before) >= rules.one_skill
