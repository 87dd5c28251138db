"""How far two ratings of the same people agree: the intraclass correlation ICC(A,1), with its interval."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from app.core.coaching.f_distribution import f_quantile
from app.core.errors import DomainError

FEWEST_PEOPLE = 10  # with fewer the interval is so wide that the figure says nothing
_TAIL = 0.975


@dataclass(frozen=True)
class Reliability:
    """ICC(A,1): two-way, absolute agreement, one rating; the truth lies between `low` and `high` 19 times in 20."""

    value: float
    low: float
    high: float
    people: int


class TooFewRatings(DomainError):
    """There is not enough to tell an agreement honestly; the message says what is missing."""

    code = "not_enough_evidence"


@dataclass(frozen=True)
class _Squares:
    """Mean squares of the two-way analysis: between people, between raters, and what is left."""

    people: float
    raters: float
    rest: float


def reliability(ratings: Sequence[Sequence[float]], fewest: int = FEWEST_PEOPLE) -> Reliability:
    """ICC(A,1) of a table with a row for each person and a column for each rater.

    The interval is the one that McGraw and Wong give (Psychological Methods 1996, 1(1), 30-46).
    Raises `TooFewRatings` for too few people, and where a figure would mean nothing.
    """
    people = len(ratings)
    if people < fewest:
        have = "person has" if people == 1 else "people have"
        raise TooFewRatings(f"{people} {have} both ratings; {fewest} are needed to tell how far they agree.")
    squares = _mean_squares(ratings)
    if squares.rest == 0.0 and squares.raters == 0.0:
        raise TooFewRatings("Both ratings are the same for everybody, so there is nothing to work an interval out of.")
    if squares.people == 0.0:
        raise TooFewRatings("Everybody was rated alike, so nothing can tell whether the ratings go together.")
    value = _icc(squares, people, len(ratings[0]))
    low, high = _interval(squares, value, people, len(ratings[0]))
    return Reliability(value, low, high, people)


def _mean_squares(ratings: Sequence[Sequence[float]]) -> _Squares:
    n, k = len(ratings), len(ratings[0])
    mean = fmean(value for row in ratings for value in row)
    of_people = [fmean(row) for row in ratings]
    of_raters = [fmean(row[rater] for row in ratings) for rater in range(k)]
    people = k * sum((one - mean) ** 2 for one in of_people) / (n - 1)
    raters = n * sum((one - mean) ** 2 for one in of_raters) / (k - 1)
    rest = sum(
        (value - of_people[person] - of_raters[rater] + mean) ** 2
        for person, row in enumerate(ratings)
        for rater, value in enumerate(row)
    ) / ((n - 1) * (k - 1))
    return _Squares(_rounded(people), _rounded(raters), _rounded(rest))


def _rounded(square: float) -> float:
    """What is left of adding and taking away the same numbers counts as nothing."""
    return 0.0 if square < 1e-12 else square


def _icc(squares: _Squares, n: int, k: int) -> float:
    p, r, e = squares.people, squares.raters, squares.rest
    return (p - e) / (p + (k - 1) * e + k * (r - e) / n)


def _interval(squares: _Squares, value: float, n: int, k: int) -> tuple[float, float]:
    p, r, e = squares.people, squares.raters, squares.rest
    a = k * value / (n * (1.0 - value))
    b = 1.0 + k * value * (n - 1) / (n * (1.0 - value))
    freedom = (a * r + b * e) ** 2 / ((a * r) ** 2 / (k - 1) + (b * e) ** 2 / ((n - 1) * (k - 1)))
    freedom = max(freedom, 1.0)  # below 1 only where the raters contradict each other, and there it has no meaning
    above, below = f_quantile(_TAIL, n - 1, freedom), f_quantile(_TAIL, freedom, n - 1)
    others = k * r + (k * n - k - n) * e
    return n * (p - above * e) / (above * others + n * p), n * (below * p - e) / (others + n * below * p)
