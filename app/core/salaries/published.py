"""Pay that official bodies and surveys publish for countries outside of our US model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.salaries.ageing import Month


@dataclass(frozen=True)
class PublishedPay:
    """One published row. Percentiles that the publisher does not give are absent; `above` holds a censoring ceiling."""

    region: str
    families: tuple[str, ...]
    levels: tuple[str, ...]  # empty: the figure covers all levels
    occupation: str
    month: Month
    period: str
    currency: str
    percentiles: Mapping[int, float]
    above: Mapping[int, float]
    people: int | None
    basis: str  # base | gross | net
    note: str
    source: str


@dataclass(frozen=True)
class CountryEffect:
    """How pay in a country compares with the US for the same jobs, from one survey's answers."""

    region: str
    people: int
    ratio: float  # a logarithm
    error: float
    between: float  # for a union: how much its countries differ
    source: str


@dataclass(frozen=True)
class PostedRange:
    """One advertised range, in USD a year."""

    year: int
    level: str
    track: str
    country: str
    remote: bool
    low: int
    high: int
    source: str


@dataclass(frozen=True)
class ArticleFigure:
    """What an article says about pay, and what we find beside it."""

    id: str
    says: str
    low: float
    high: float | None
    currency: str
    period: str
    regions: tuple[str, ...]
    families: tuple[str, ...]
    levels: tuple[str, ...]
    finding: str
    source: str
