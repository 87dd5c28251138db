"""Assessing: from answers, typed or in a file, to a result."""

from __future__ import annotations

from datetime import date

from app.core.assessments.answers import read_answers
from app.core.assessments.result import Result, assess
from app.core.assessments.simulation import Figures, simulate
from app.usecases.toolkit import Toolkit


def scored(toolkit: Toolkit, written: object, today: date) -> Result:
    """Return the result of answers as a file holds them; raises `BadAnswer` or `NotEnoughAnswers`."""
    answers = read_answers(written, toolkit.framework, today)
    return assess(answers, toolkit.framework, toolkit.scoring, today)


def simulated(toolkit: Toolkit, people: int, seed: int) -> dict[str, dict[str, Figures]]:
    """Return how often the assessment is right about made-up people."""
    return simulate(toolkit.framework, toolkit.scoring, people, seed)
