"""Mark, words, score and question of a line are one scale and never contradict."""

from __future__ import annotations

import pytest

from app.core.achievements.bands import in_words, step_of
from app.core.achievements.prompts import HOW_LARGE
from app.usecases.lines import Lines


@pytest.fixture(scope="module")
def lines() -> Lines:
    return Lines()


def test_a_higher_score_never_has_fewer_steps() -> None:
    steps = [step_of(score) for score in range(101)]

    assert steps == sorted(steps)
    assert (steps[0], steps[100]) == (0, 4)
    assert len({in_words(score) for score in range(101)}) == 5


def test_a_line_without_a_result_is_never_called_one(lines: Lines) -> None:
    duty = lines.read("Led the weekly planning meeting of a $40M program with 12 vendors using Scrum and a RAID log")

    assert duty.in_words == "a start, no clear result"


def test_being_there_scores_below_leading(lines: Lines) -> None:
    assert lines.read("Attended daily stand-ups").score < lines.read("Manage a team of 4 TPMs").score


@pytest.mark.parametrize(
    "line",
    [
        "Cut vendor cost by 18% by bundling the contracts of 14 clinics",
        "Coordinated the rollout of Epic MyChart to 14 clinics, go-live on schedule and 3% under budget",
        "Released 12 modules a year with two fewer defects each by a checklist",
    ],
)
def test_the_size_is_not_asked_of_a_line_that_tells_it(lines: Lines, line: str) -> None:
    assert HOW_LARGE not in lines.read(line).prompts


def test_a_kept_promise_is_not_asked_how_late_it_was(lines: Lines) -> None:
    reading = lines.read("Delivered the billing program on time")

    assert reading.prompts[0] == "Which date or budget was it held against, and by how much was it met?"
