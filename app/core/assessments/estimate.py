"""From answers to a profile: what somebody most likely does at each skill, how sure that is, and which level it fits.

The idea in one paragraph.
A person holds a place on the ladder, stands a little above or below what that place expects in each skill, and has one
personal leaning (kind or harsh) that colors every pick.
Facts about the size of their work tell the place without asking for an opinion; the picks then tell both how the skills
lie and how the person leans, so that a modest person is lifted as readily as a generous one is lowered.
All of it is weighed over a grid of places and leanings: no random draws, so the same answers give the same result.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, inf, log, sqrt

from app.core.assessments.ladder import Ladder
from app.core.assessments.normal import (
    FOUR_IN_FIVE,
    between,
    log_laplace_between,
    log_share_between,
    share_below,
)

TOP = 6
_VISIBLE = 0.04  # a smaller share is a bar that nobody can see
LOWEST, HIGHEST = 0.0, 6.5  # half a level above the top, so that a clear 6 is not cut off


@dataclass(frozen=True)
class Trust:
    """How far one kind of answer may lie from the truth.

    `noise` is its own scatter in levels; `leaning` how much of the rater's personal leaning it carries (1 all, 0 none).
    """

    noise: float
    leaning: float


@dataclass(frozen=True)
class Model:
    """The numbers of the estimate: how far people differ, in levels, and where a close call goes."""

    skill_spread: float
    leaning_spread: float
    fact_offset: float
    close_call: float


@dataclass(frozen=True)
class Observation:
    """One skill as answered, on the scale 0-6, and how far to trust it; `discount` is taken off before weighing."""

    skill: str
    value: float
    trust: Trust
    discount: float = 0.0


@dataclass(frozen=True)
class Fact:
    """One answered scope fact: the level its answer is typical of, and how loosely."""

    level: int
    spread: float


@dataclass(frozen=True)
class Estimate:
    """What somebody most likely does at one skill; the band holds the truth about four times in five."""

    skill: str
    value: float
    spread: float

    @property
    def low(self) -> float:
        return max(LOWEST, self.value - FOUR_IN_FIVE * self.spread)

    @property
    def high(self) -> float:
        return min(HIGHEST, self.value + FOUR_IN_FIVE * self.spread)

    @property
    def likely(self) -> tuple[float, float]:
        """The band as far as the scale of steps goes, which is how it is written and drawn."""
        return min(self.low, TOP), min(self.high, TOP)

    def chance_below(self, level: float) -> float:
        return share_below(level, self.value, self.spread)


@dataclass(frozen=True)
class LevelShare:
    """How likely one level is; the `tenths` of all that are shown add up to ten."""

    level: str
    share: float
    tenths: int


@dataclass(frozen=True)
class Fit:
    """The level the answers fit best, and how belief is shared among all levels of the ladder."""

    level: str
    shares: Mapping[str, float]

    @property
    def number(self) -> int:
        return int(self.level[1:])

    @property
    def worth_showing(self) -> tuple[LevelShare, ...]:
        """The levels that have a visible chance, the lowest first."""
        seen = {level: share for level, share in self.shares.items() if share >= _VISIBLE}
        tenths = _in_tenths(seen)
        return tuple(LevelShare(level, share, tenths[level]) for level, share in seen.items())


def _in_tenths(shares: Mapping[str, float]) -> dict[str, int]:
    """Round so that the sum is ten: what is left after rounding down goes where most was cut off."""
    exact = {level: 10 * share / sum(shares.values()) for level, share in shares.items()}
    rounded = {level: int(share) for level, share in exact.items()}
    for level in sorted(exact, key=lambda level: rounded[level] - exact[level])[: 10 - sum(rounded.values())]:
        rounded[level] += 1
    return rounded


@dataclass(frozen=True)
class Reading:
    """All that the answers say."""

    estimates: tuple[Estimate, ...]
    fit: Fit

    def of(self, skill: str) -> Estimate | None:
        return next((estimate for estimate in self.estimates if estimate.skill == skill), None)


def estimate(ladder: Ladder, observations: tuple[Observation, ...], facts: tuple[Fact, ...], model: Model) -> Reading:
    """Weigh the answers; needs at least one observation."""
    cells = _believed(ladder, observations, facts, model)
    return Reading(
        tuple(_skill(ladder, one, cells, model) for one in observations), _fit(ladder, cells, model.close_call)
    )


@dataclass(frozen=True, slots=True)
class _Cell:
    """A place on the ladder together with a personal leaning, and how far the answers make us believe in the two."""

    place: float
    expected: tuple[float, ...]
    leaning: float
    belief: float


_STEP = 0.5  # of a level; a quarter gave the same figures in twice the time
_LEANINGS = tuple(number / 2.5 for number in range(-6, 7))  # in spreads
_OFFSETS = tuple(number / 2 for number in range(-5, 6))  # in spreads
_NEGLIGIBLE = 8.0  # a cell this far (in log belief) behind the best changes no printed digit


def _believed(
    ladder: Ladder, observations: tuple[Observation, ...], facts: tuple[Fact, ...], model: Model
) -> tuple[_Cell, ...]:
    grid = _grid(ladder, model)
    rows = [_picks_scores(ladder, model, one) for one in observations]
    rows.append(_facts_scores(ladder, model, facts))
    scores = [sum(column) for column in zip(*rows, strict=True)]
    best = max(scores)
    kept = [
        (cell, cell.belief * exp(score - best))
        for cell, score in zip(grid, scores, strict=True)
        if best - score < _NEGLIGIBLE
    ]
    total = sum(belief for _, belief in kept)
    return tuple(_Cell(cell.place, cell.expected, cell.leaning, belief / total) for cell, belief in kept)


@lru_cache(maxsize=16)
def _grid(ladder: Ladder, model: Model) -> tuple[_Cell, ...]:
    """Every place crossed with every leaning, before any answer: places alike, leanings bell-shaped around none."""
    first = ladder.lowest - 0.5 + _STEP / 2
    places = [first + _STEP * number for number in range(round((ladder.highest - ladder.lowest + 1) / _STEP))]
    return tuple(
        _Cell(place, ladder.expected_at(place), spreads * model.leaning_spread, exp(-0.5 * spreads * spreads))
        for place in places
        for spreads in _LEANINGS
    )


@lru_cache(maxsize=8192)
def _picks_scores(ladder: Ladder, model: Model, one: Observation) -> tuple[float, ...]:
    """How well one pick agrees with each cell."""
    at = ladder.skills.index(one.skill)
    weight = ladder.weights[at]
    spread = sqrt(one.trust.noise**2 + model.skill_spread**2)
    low, high = _meant(one)
    return tuple(
        weight * log_share_between(low, high, cell.expected[at] + one.trust.leaning * cell.leaning, spread)
        for cell in _grid(ladder, model)
    )


def _meant(one: Observation) -> tuple[float, float]:
    """A pick stands for half a level either side; the first and the last step have no outer side."""
    value = one.value - one.discount
    return (-inf if one.value <= 0 else value - 0.5), (inf if one.value >= TOP else value + 0.5)


@lru_cache(maxsize=8192)
def _facts_scores(ladder: Ladder, model: Model, facts: tuple[Fact, ...]) -> tuple[float, ...]:
    by_place = {
        place: _facts_score(place, facts, model.fact_offset) for place in {c.place for c in _grid(ladder, model)}
    }
    return tuple(by_place[cell.place] for cell in _grid(ladder, model))


def _facts_score(place: float, facts: tuple[Fact, ...], offset_spread: float) -> float:
    """How well the facts agree with a place, given that one employer's habits may shift all of them together."""
    of_each = [_fact_scores(fact, place, offset_spread) for fact in facts]
    scores = [-0.5 * spreads**2 + sum(one[at] for one in of_each) for at, spreads in enumerate(_OFFSETS)]
    best = max(scores)
    return best + log(sum(exp(score - best) for score in scores))


@lru_cache(maxsize=2048)
def _fact_scores(fact: Fact, place: float, offset_spread: float) -> tuple[float, ...]:
    """How well one fact agrees with a place, under each shift."""
    low = -inf if fact.level <= 1 else fact.level - 0.5
    high = inf if fact.level >= TOP else fact.level + 0.5
    return tuple(log_laplace_between(low, high, place + spreads * offset_spread, fact.spread) for spreads in _OFFSETS)


def _skill(ladder: Ladder, one: Observation, cells: tuple[_Cell, ...], model: Model) -> Estimate:
    at = ladder.skills.index(one.skill)
    scatter = one.trust.noise**2 + model.skill_spread**2
    pull = model.skill_spread**2 / scatter
    spread = round(sqrt(scatter), 6)
    left = model.skill_spread**2 * (1.0 - pull)
    low, high = _meant(one)
    mean = square = 0.0
    for cell in cells:
        center = cell.expected[at] + one.trust.leaning * cell.leaning
        moved, variance = between(round(low - center, 3), round(high - center, 3), spread)
        value = cell.expected[at] + pull * moved
        mean += cell.belief * value
        square += cell.belief * (value * value + left + pull * pull * variance)
    return Estimate(one.skill, min(max(mean, LOWEST), HIGHEST), sqrt(max(square - mean * mean, 1e-9)))


def _fit(ladder: Ladder, cells: tuple[_Cell, ...], close_call: float) -> Fit:
    """Share the belief out; where two levels are nearly as likely, the lower one is named."""
    shares = dict.fromkeys(ladder.levels, 0.0)
    for cell in cells:
        shares[f"L{int(cell.place + 0.5)}"] += cell.belief
    enough = close_call * max(shares.values())
    return Fit(next(level for level, share in shares.items() if share >= enough), shares)
