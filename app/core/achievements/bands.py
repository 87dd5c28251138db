"""A score in words and in steps from 0 to 4: one scale, so that mark, words and score never contradict."""

from __future__ import annotations

# From how many points on. A line that tells no result ends at 35, so from 40 on there is one.
STEPS = (
    (80, "a strong result"),
    (60, "a clear result"),
    (40, "a result, told in part"),
    (20, "a start, no clear result"),
)
LEAST = "little told yet"
GOOD = 60  # from here on a line needs no mending


def step_of(score: int) -> int:
    """How many of the four steps a score has reached."""
    return sum(score >= least for least, _ in STEPS)


def in_words(score: int) -> str:
    return next((words for least, words in STEPS if score >= least), LEAST)
