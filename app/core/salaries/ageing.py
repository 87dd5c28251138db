"""Carries pay from one month to another by an index of official wages, and says how uncertain that is."""

from __future__ import annotations

import re
from calendar import month_abbr, month_name
from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import fmean, pstdev

from app.core.errors import DomainError

LONGEST_EXTENSION = 36  # months after the last survey for which its last growth is carried on
GROWTH_YEARS = 2  # how many of the last years' growth is carried on
SURVEY_MONTH = 5


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    @property
    def in_words(self) -> str:
        """ "November 2026"."""
        return f"{month_name[self.month]} {self.year}"

    @property
    def in_short(self) -> str:
        """ "Nov 2026", for the scale of a drawing."""
        return f"{month_abbr[self.month]} {self.year}"

    def months_after(self, other: Month) -> int:
        return (self.year - other.year) * 12 + self.month - other.month

    @classmethod
    def read(cls, text: str) -> Month:
        """Read "2024-06", "06/2024", "June 2024" or "Jun 2024"; raises `DomainError` for anything else."""
        words = text.strip()
        found = _YEAR_FIRST.fullmatch(words) or _YEAR_LAST.fullmatch(words)
        number = _number_of(found["month"]) if found else 0
        if not found or not 1 <= number <= MONTHS:
            raise DomainError(
                f"“{words[:40]}” is not a month; write it as 2026-11 or November 2026.", field="as_of", code="bad_month"
            )
        return cls(int(found["year"]), number)


MONTHS = 12
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})(?:-\d{2})?", re.ASCII)
_YEAR_LAST = re.compile(r"(?P<month>\d{1,2}|[A-Za-z]{3,9})\.?[-/. ,]\s*(?P<year>\d{4})", re.ASCII)


def _number_of(month: str) -> int:
    """The number of a month that is written in digits, in full, or by its first three letters; 0 for none."""
    if month.isdecimal():
        return int(month)
    word = month.casefold()
    starts = [number for number in range(1, MONTHS + 1) if month_name[number].casefold().startswith(word)]
    return starts[0] if len(starts) == 1 else 9 if word == "sept" else 0


@dataclass(frozen=True)
class Ageing:
    """How a figure was carried: the factor, its uncertainty, and how many months lie beyond the last survey."""

    index: str
    factor: float
    error: float
    start: Month
    end: Month
    extended_months: int


@dataclass(frozen=True)
class WageIndex:
    """Median wages by occupation and survey year (May of each year), moving together as one index."""

    name: str
    medians: Mapping[str, Mapping[int, int]]

    @property
    def first(self) -> Month:
        return Month(max(min(series) for series in self.medians.values()), SURVEY_MONTH)

    @property
    def last(self) -> Month:
        return Month(min(max(series) for series in self.medians.values()), SURVEY_MONTH)

    def carry(self, start: Month, end: Month) -> Ageing:
        """Raises `DomainError` for a month before the first survey or too far after the last."""
        for month in (start, end):
            self._check(month)
        moves = [self._at(series, end) - self._at(series, start) for series in self.medians.values()]
        extended = max(0, end.months_after(max(self.last, start)))
        yearly = [self._growth(series) for series in self.medians.values()]
        error = sqrt(pstdev(moves) ** 2 + (pstdev(yearly) * extended / 12) ** 2)
        return Ageing(self.name, exp(fmean(moves)), error, start, end, extended)

    def points(self) -> tuple[tuple[Month, float], ...]:
        """The index at each survey, 1.0 at the first."""
        years = range(self.first.year, self.last.year + 1)
        return tuple(
            (Month(year, SURVEY_MONTH), self.carry(self.first, Month(year, SURVEY_MONTH)).factor) for year in years
        )

    def _check(self, month: Month) -> None:
        if month < self.first:
            raise DomainError(
                f"There is no evidence for {month.in_words}: the wage index begins in {self.first.in_words}.",
                field="as_of",
                code="as_of_before_data",
            )
        if month.months_after(self.last) > LONGEST_EXTENSION:
            raise DomainError(
                f"{month.in_words} lies too far ahead: the last official wages are of {self.last.in_words}, "
                f"and they are carried on for {LONGEST_EXTENSION} months at most.",
                field="as_of",
                code="as_of_too_late",
            )

    def _at(self, series: Mapping[int, int], month: Month) -> float:
        """The logarithm of the median in a month, straight between surveys and carried on after the last."""
        if month >= self.last:
            years = month.months_after(self.last) / 12
            return log(series[self.last.year]) + years * self._growth(series)
        before = month.year if month.month >= SURVEY_MONTH else month.year - 1
        share = month.months_after(Month(before, SURVEY_MONTH)) / 12
        return (1 - share) * log(series[before]) + share * log(series[before + 1])

    def _growth(self, series: Mapping[int, int]) -> float:
        last = self.last.year
        return (log(series[last]) - log(series[last - GROWTH_YEARS])) / GROWTH_YEARS
