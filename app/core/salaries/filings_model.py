"""The fitted US pay model: sums of looked-up numbers, on the logarithm of pay. No statistics happen here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import sqrt

PERCENTILES = (10, 25, 50, 75, 90)
Five = tuple[float, float, float, float, float]
Numbers = Mapping[str, float]


@dataclass(frozen=True)
class Case:
    """What the model is asked about; a title makes it more exact, its absence is allowed."""

    wording: str
    level: str
    state: str  # two letters, or "US" for the nation
    mark: str = ""
    title: str = ""

    def terms(self) -> Iterator[str]:
        """The names of the effects that add up to this case's middle."""
        yield f"ladder|{self.wording}|{self.level}"
        if self.mark:
            yield f"mark|{self.mark}"
            yield f"mark|{self.wording}|{self.mark}"
        yield f"state|{self.state}"
        yield f"state|{self.wording}|{self.state}"
        if self.title:
            yield f"title|{self.title}"
            yield f"title|{self.title}|{self.state}"


@dataclass(frozen=True)
class Count:
    """How much evidence a cell holds."""

    filings: int
    employers: int


NOTHING = Count(0, 0)


@dataclass(frozen=True)
class PayModel:
    """Numbers of `models/salary-bands/bands.json`."""

    month: str
    effects: Numbers
    draw_unit: float
    draws: Mapping[str, Sequence[int]]
    spreads: Mapping[str, Five]
    spread_errors: Mapping[str, Five]
    between_states: Numbers
    counts: Mapping[str, Count]
    index_slope: float
    index_reference: Numbers
    area_index: Numbers
    region_error: float
    level_error: float

    @cached_property
    def draw_count(self) -> int:
        return len(next(iter(self.draws.values())))

    def count(self, *parts: str) -> Count:
        return self.counts.get("|".join(parts), NOTHING)

    def middle(self, case: Case) -> float:
        """The logarithm of the middle pay in USD a year, in the model's own month."""
        return sum(self.effects.get(term, 0.0) for term in case.terms())

    def spread(self, case: Case) -> Five:
        """How far the five percentiles lie from the middle."""
        offsets = self.spreads[self._spread_key(case)]
        if case.state != "US":
            return offsets
        # The nation mixes states, so its band is wider than one state's.
        within = (offsets[4] - offsets[0]) / 2.56
        wider = sqrt(1 + self.between_states.get(case.wording, 0.0) / within**2)
        first, second, third, fourth, fifth = (offset * wider for offset in offsets)
        return first, second, third, fourth, fifth

    def error(self, case: Case, percentile: int) -> float:
        """The standard error of a percentile's logarithm: employers redrawn, and the region's own uncertainty."""
        at = PERCENTILES.index(percentile)
        nothing = (0,) * self.draw_count
        sums = [sum(values) for values in zip(*(self.draws.get(term, nothing) for term in case.terms()), strict=True)]
        mean = sum(sums) / self.draw_count
        redrawn = self.draw_unit**2 * sum((value - mean) ** 2 for value in sums) / (self.draw_count - 1)
        spread = self.spread_errors[self._spread_key(case)][at] ** 2
        return sqrt(redrawn + spread + self.unseen_region(case) ** 2)

    def unseen_region(self, case: Case) -> float:
        """What is unknown about a state of which the model saw few filings or none: it shrinks with evidence."""
        if case.state == "US":
            return 0.0
        seen = self.count("state", case.state).filings
        return self.region_error * sqrt(10 / (10 + seen))

    def title_class(self, title: str) -> str:
        """How well a title is known: not at all, from one group of companies, or from several."""
        if not title:
            return "untitled"
        groups = self.count("groups", title).employers
        return "new" if groups == 0 else "one" if groups == 1 else "several"

    def _spread_key(self, case: Case) -> str:
        known = self.title_class(case.title)
        options = (f"title|{case.title}", f"{known}|{case.wording}|{case.level}", f"{known}|{case.wording}", known)
        return next(option for option in options if option in self.spreads)
