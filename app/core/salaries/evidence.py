"""Published facts about pay, as the tables under `data/salaries/` hold them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

WITHHELD = ("#", "*", "**")
HOURS_A_YEAR = 2080  # the official year of 52 weeks of 40 hours


@dataclass(frozen=True)
class Filing:
    """One certified filing: pay that an employer stated for a worker. Employers are hashes, never names."""

    period: str
    employer: str
    group: str
    title: str
    soc: str
    state: str
    annual: int
    source: str


@dataclass(frozen=True)
class PrevailingWage:
    """The four OFLC levels of an occupation in an area, in USD an hour. Levels are not percentiles."""

    wage_year: str
    soc: str
    area: str
    hourly: tuple[float, float, float, float]
    source: str

    @property
    def annual(self) -> tuple[int, int, int, int]:
        """USD a year as OFLC publishes them: the hour times 2,080, half a dollar and more rounded up."""
        first, second, third, fourth = (int(wage * HOURS_A_YEAR + 0.5) for wage in self.hourly)
        return first, second, third, fourth


@dataclass(frozen=True)
class SurveyWages:
    """National percentiles of an occupation (OEWS), USD a year; a withheld cell is None and keeps its mark."""

    year: int
    soc: str
    title: str
    employment: int
    mean: int | None
    percentiles: Mapping[int, int | None]
    withheld: Mapping[str, str]
    source: str


@dataclass(frozen=True)
class Area:
    """A metropolitan or nonmetropolitan area of the US; the first state is the one its name puts first."""

    code: str
    name: str
    states: tuple[str, ...]

    @property
    def region(self) -> str:
        """`US-METRO-41940`, or `US-NONMETRO-600006`: official metro codes have five digits."""
        return f"US-METRO-{self.code}" if len(self.code) == 5 else f"US-NONMETRO-{self.code}"
