"""The achievement score: visible parts that add up to 100, and the caps on what claims no result."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.achievements.likelihoods import Kind
from app.core.achievements.slots import FEWEST_WORDS, MOST_WORDS, Slots

OUTCOME, WHOLE_MEASURE, DIMENSION, SCALE, HOW, OWNERSHIP, CLARITY = 30, 25, 10, 12, 10, 8, 5
CHANGE_SHARE = 5  # of the points for a measure: for what it was before, or should have been
OWNED = {"owned": 8, "plain": 5, "shared": 3, "assigned": 0}
NO_OUTCOME_CAP, PURPOSE_CAP, PLACEHOLDER_CAP = 35, 30, 20


@dataclass(frozen=True)
class Parts:
    """The points of one line, part by part; `cap` is what holds the total down, if anything does."""

    outcome: int = 0
    measured: int = 0
    dimension: int = 0
    scale: int = 0
    how: int = 0
    ownership: int = 0
    clarity: int = 0
    cap: int = 100

    @property
    def total(self) -> int:
        points = (self.outcome, self.measured, self.dimension, self.scale, self.how, self.ownership, self.clarity)
        return min(self.cap, sum(points))

    def as_pairs(self) -> dict[str, tuple[int, int]]:
        """Each part with its points and the points it could have."""
        return {
            "outcome": (self.outcome, OUTCOME),
            "measured": (self.measured, WHOLE_MEASURE),
            "dimension": (self.dimension, DIMENSION),
            "scale": (self.scale, SCALE),
            "how": (self.how, HOW),
            "ownership": (self.ownership, OWNERSHIP),
            "clarity": (self.clarity, CLARITY),
        }


def score_of(kind: Kind, likelihood: float, measured: bool, slots: Slots) -> Parts:
    """The points of a line; a heading or a plain statement of size has none."""
    if kind in (Kind.OTHER, Kind.SCOPE):
        return Parts(cap=0)
    is_outcome = kind == Kind.OUTCOME
    weight = likelihood if measured or slots.specific else likelihood / 2
    return Parts(
        outcome=round(OUTCOME * weight) if is_outcome else 0,
        measured=(WHOLE_MEASURE if slots.change or slots.results > 1 else WHOLE_MEASURE - CHANGE_SHARE)
        if measured
        else 0,
        dimension=(DIMENSION if is_outcome else DIMENSION // 2) if slots.dimensions else 0,
        scale=3 * len(slots.scale),
        how=(HOW if is_outcome else HOW // 2) if slots.how else 0,
        ownership=OWNED[slots.ownership],
        clarity=_clarity(slots),
        cap=_cap(is_outcome, slots),
    )


def _cap(is_outcome: bool, slots: Slots) -> int:
    if slots.placeholder:
        return PLACEHOLDER_CAP
    if is_outcome:
        return 100
    return PURPOSE_CAP if slots.purpose else NO_OUTCOME_CAP


def _clarity(slots: Slots) -> int:
    points = CLARITY if FEWEST_WORDS <= slots.word_count <= MOST_WORDS else 2
    return 0 if slots.placeholder else max(0, points - 2 * slots.filler)
