"""The band for a question: five percentiles, how sure each is, and everything that they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from app.core.errors import DomainError
from app.core.salaries.ageing import Ageing, Month
from app.core.salaries.money import Rate
from app.core.salaries.offers import percentile_interval, percentile_of
from app.core.salaries.query import PER_YEAR, Query, check_offer
from app.core.salaries.regions import Region
from app.core.salaries.tables import PayTables
from app.core.sources import Source

Confidence = Literal["high", "medium", "low"]
Interval = tuple[float, float]
ROUND_TO = {"YEAR": 100, "MONTH": 10, "HOUR": 0.01}  # finer would claim what the evidence does not hold
MOST_NEAREST = 5


@dataclass(frozen=True)
class Support:
    """How much evidence stands directly behind the band, and in words why that gives this confidence."""

    filings: int | None  # None: the publisher does not say
    employers: int | None
    confidence: Confidence
    why: str


@dataclass(frozen=True)
class Borrowing:
    """Where strength was borrowed from, and what."""

    region: str
    what: str


@dataclass(frozen=True)
class OfficialFigure:
    """Published numbers as they were published, unaltered: a row of a publication, with its name in full."""

    name: str
    values: Mapping[str, float | str]
    currency: str
    period: str
    source: str
    publication: str = ""  # what the row is from; both empty where a band was kept before it was told apart
    row: str = ""


@dataclass(frozen=True)
class Covers:
    """What a published figure is of, as its publisher counts: it stands in for the work and level asked for."""

    occupation: str
    all_levels: bool
    own_work: bool  # the occupation is the work that was asked for
    region: Region


@dataclass(frozen=True)
class OfferPlace:
    """Where an offer falls."""

    amount: float
    percentile: int
    interval: tuple[int, int]


@dataclass(frozen=True)
class Evidence:
    """What a region's evidence says, in its own currency a year, before it is aged, converted and rounded."""

    percentiles: Mapping[int, float]
    intervals: Mapping[int, Interval]
    currency: str
    basis: str
    method: str  # filings | published | country_effect
    support: Support
    borrowed: tuple[Borrowing, ...]
    ageing: Ageing | None
    month: Month
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    official: tuple[OfficialFigure, ...] = ()
    above: Mapping[int, float] = field(default_factory=dict)
    shown_in: str = ""  # the currency to show when none was asked for; the evidence's own when empty
    covers: Covers | None = None  # of a published figure


@dataclass(frozen=True)
class Band:
    """The answer, in the currency and period that were asked for. An absent percentile is not published."""

    query: Query
    region: Region
    percentiles: Mapping[int, float]
    intervals: Mapping[int, Interval]
    above: Mapping[int, float]
    currency: str
    period: str
    basis: str
    method: str
    as_of: Month
    evidence_month: Month
    support: Support
    borrowed: tuple[Borrowing, ...]
    ageing: Ageing | None
    rate: Rate
    official: tuple[OfficialFigure, ...]
    notes: tuple[str, ...]
    sources: tuple[tuple[Source, str], ...]  # with the time that each speaks of
    offer: OfferPlace | None = None
    covers: Covers | None = None  # of a published figure

    @property
    def all_levels(self) -> bool:
        """Whether one figure stands here for every level alike."""
        return self.covers is not None and self.covers.all_levels

    @property
    def level_in_words(self) -> str:
        """ "L4", or "all levels" where the figure is not split."""
        return "all levels" if self.all_levels else self.query.level


class NotEnoughEvidenceError(DomainError):
    """An honest refusal, with the nearest regions that can be answered."""

    code = "not_enough_evidence"

    def __init__(self, message: str, nearest: tuple[Region, ...], advice: str = "") -> None:
        offered = ", ".join(f"{region.name} ({region.code})" for region in nearest)
        super().__init__(f"{message} Regions nearby that can be answered: {offered}.", field="region")
        self.reason = message
        self.nearest = nearest
        self.advice = advice

    def more(self) -> dict[str, object]:
        return {"nearest": [region.code for region in self.nearest]}


def nearest(region: Region, tables: PayTables) -> tuple[Region, ...]:
    codes = [code for code in tables.regions.around(region) if code != region.code and tables.answerable(code)]
    return tuple(tables.regions.by_code[code] for code in codes[:MOST_NEAREST])


def finish(query: Query, region: Region, found: Evidence, tables: PayTables) -> Band:
    """Carry the evidence into the asked month, currency and period, round it, and place the offer."""
    target = query.currency.upper() or found.shown_in or found.currency
    rate = tables.exchange.rate(found.currency, target, query.as_of)
    factor = rate.factor / PER_YEAR[query.period] * (found.ageing.factor if found.ageing else 1.0)
    exact = {p: value * factor for p, value in found.percentiles.items()}
    ranges = {p: (low * factor, high * factor) for p, (low, high) in found.intervals.items()}
    sources = (*found.sources, *((rate.publication,) if rate.publication else ()))
    band = Band(
        query=query,
        region=region,
        percentiles={p: _rounded(value, query.period) for p, value in exact.items()},
        intervals={p: (_rounded(a, query.period), _rounded(b, query.period)) for p, (a, b) in ranges.items()},
        above={p: _rounded(value * factor, query.period) for p, value in found.above.items()},
        currency=target,
        period=query.period,
        basis=found.basis,
        method=found.method,
        as_of=query.as_of,
        evidence_month=found.month,
        support=found.support,
        borrowed=found.borrowed,
        ageing=found.ageing,
        rate=rate,
        official=found.official,
        notes=found.notes,
        sources=tuple((tables.sources[id], tables.periods.get(id, "")) for id in dict.fromkeys(sources)),
        covers=found.covers,
    )
    if query.offer is None:
        return band
    in_dollars = query.offer * tables.exchange.rate(target, "USD", query.as_of).factor
    return replace(band, offer=_place(query, exact, ranges, in_dollars))


def _place(
    query: Query, percentiles: Mapping[int, float], intervals: Mapping[int, Interval], in_dollars: float
) -> OfferPlace:
    amount = query.offer or 0.0
    check_offer(amount, query.period, in_dollars)
    if len(percentiles) < 2:
        raise DomainError(
            "Too few percentiles are published for this region to place an offer.",
            field="offer",
            code="offer_not_placed",
        )
    at = percentile_of(amount, percentiles)
    interval = percentile_interval(amount, intervals) if len(intervals) > 1 else (at, at)
    return OfferPlace(amount, at, interval)


def _rounded(value: float, period: str) -> float:
    step = ROUND_TO[period]
    return round(round(value / step) * step, 2)
