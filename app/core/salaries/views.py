"""What is shown around a band: the ladder, its way over time, advertised ranges, articles, a range for a posting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp
from statistics import fmean, median

from app.core.errors import DomainError
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band
from app.core.salaries.filings_model import Case
from app.core.salaries.lookup import band_for
from app.core.salaries.published import ArticleFigure
from app.core.salaries.query import LEVELS, Query
from app.core.salaries.roles import TRACK_OF
from app.core.salaries.tables import PayTables
from app.core.salaries.words import PER, money, speaks_of, whom

FEWEST_ADVERTISED = 8


def ladder(band: Band, levels: Sequence[str], tables: PayTables) -> tuple[tuple[str, Band], ...]:
    """The bands of the work's levels where this band is; empty where the evidence is not split by level."""
    if band.all_levels:
        return ()
    bands = []
    for level in levels:
        try:
            bands.append((level, band_for(replace(band.query, level=level, title=None, offer=None), tables)))
        except DomainError:
            continue  # a level that is not published has no step on the ladder
    return tuple(bands)


def without_title(band: Band, tables: PayTables) -> Band | None:
    """The band of the level as a whole, beside one that a title moved; None where no title did."""
    if band.query.title is None or band.method != "filings":
        return None
    return band_for(replace(band.query, title=None, offer=None), tables)


def over_time(band: Band, tables: PayTables) -> tuple[tuple[Month, float], ...]:
    """The middle as the index carries it: at each survey and at the asked month; empty where nothing is carried."""
    if band.ageing is None or 50 not in band.percentiles:
        return ()
    today = band.ageing.factor
    months = sorted({month for month, _ in tables.index.points()} | {band.as_of})
    middle = band.percentiles[50] / today
    return tuple((month, middle * tables.index.carry(band.ageing.start, month).factor) for month in months)


@dataclass(frozen=True)
class Advertised:
    """The middle of advertised ranges, and how many there are."""

    remote: bool | None
    ranges: int
    low: int
    high: int
    first: int
    last: int
    source: str


def advertised(query: Query, tables: PayTables) -> tuple[Advertised, ...]:
    """Advertised US ranges of the track and level: all, on site, and remote; what is too thin is left out."""
    track = TRACK_OF[query.family]
    fitting = [
        row for row in tables.posted if row.country == "US" and row.track == track and query.level in row.level.split()
    ]
    found = []
    for remote in (None, False, True):
        rows = [row for row in fitting if remote is None or row.remote == remote]
        if len(rows) >= FEWEST_ADVERTISED:
            found.append(
                Advertised(
                    remote,
                    len(rows),
                    round(median(row.low for row in rows)),
                    round(median(row.high for row in rows)),
                    min(row.year for row in rows),
                    max(row.year for row in rows),
                    rows[0].source,
                )
            )
    return tuple(found)


def articles_about(band: Band, tables: PayTables) -> tuple[ArticleFigure, ...]:
    """What articles say of this family and level where the band is, or in the country around it."""
    query, region = band.query, band.region
    places = {region.code, region.country}
    return tuple(
        figure
        for figure in tables.articles
        if places & set(figure.regions) and query.family in figure.families and query.level in figure.levels
    )


@dataclass(frozen=True)
class Offset:
    """How another kind of evidence lies beside filings of the same work: a ratio of middles, and of how many."""

    what: str
    ratio: float
    count: int | None
    source: str


def offsets(tables: PayTables) -> tuple[Offset, ...]:
    """Filings state the floor of an offer; advertised ranges and what people earn already lie elsewhere."""
    return (*_advertised_offsets(tables), *_survey_offsets(tables))


def _advertised_offsets(tables: PayTables) -> tuple[Offset, ...]:
    start, source = Month.read(tables.model.month), ""
    years = range(tables.index.first.year + 1, tables.index.last.year + 1)
    ageing = {year: tables.index.carry(start, Month(year, 5)).factor for year in years}
    wordings = {"program": "technical_program", "project": "it_project"}
    filed = {
        (track, level): _filed_middle(wording, level, tables) for track, wording in wordings.items() for level in LEVELS
    }
    ratios: dict[str, list[float]] = {"low end": [], "middle": [], "high end": []}
    for row in (row for row in tables.posted if row.country == "US" and row.year in ageing):
        beside = fmean(filed[row.track, level] for level in row.level.split()) * ageing[row.year]
        for what, amount in (("low end", row.low), ("middle", (row.low + row.high) / 2), ("high end", row.high)):
            ratios[what].append(amount / beside)
        source = row.source
    return tuple(
        Offset(f"The {what} of advertised ranges", median(values), len(values), source)
        for what, values in ratios.items()
        if len(values) >= FEWEST_ADVERTISED
    )


def _survey_offsets(tables: PayTables) -> tuple[Offset, ...]:
    """The official medians of people in the job, beside filings of IT project managers over all levels."""
    start, last = Month.read(tables.model.month), tables.index.last
    counts = {level: tables.model.count("level", "it_project", level).filings for level in LEVELS}
    filed = sum(_filed_middle("it_project", level, tables) * count for level, count in counts.items())
    filed *= tables.index.carry(start, last).factor / sum(counts.values())
    return tuple(
        Offset(f"The official median of {row.title.lower()} (May {row.year})", middle / filed, None, row.source)
        for row in tables.surveys
        if row.soc in ("13-1082", "15-1299") and row.year == last.year and (middle := row.percentiles[50]) is not None
    )


def _filed_middle(wording: str, level: str, tables: PayTables) -> float:
    case = Case(wording, level, "US")
    return exp(tables.model.middle(case) + tables.model.spread(case)[2])


@dataclass(frozen=True)
class ProposedRange:
    """A range for a posting: the middle half of the band, with the line that says where it comes from."""

    low: float
    high: float
    currency: str
    period: str
    source_line: str


def proposed_range(band: Band) -> ProposedRange | None:
    """None where the middle half is not published."""
    if not {25, 75} <= set(band.percentiles):
        return None
    publishers = ", ".join(dict.fromkeys(source.publisher for source, _ in band.sources))
    line = (
        f"The middle half of pay for {whom(band)}, {speaks_of(band).in_words} "
        f"(confidence {band.support.confidence}; sources: {publishers})."
    )
    return ProposedRange(band.percentiles[25], band.percentiles[75], band.currency, band.period, line)


def warn_about(low: float, high: float, band: Band) -> str:
    """What to say of a written range in the band's currency and period; empty when it fits."""
    per = PER[band.period]
    if 10 in band.percentiles and high < band.percentiles[10]:
        floor = money(band.percentiles[10], band.currency, band.period)
        return f"The whole range lies under {floor} {per}, which nine in ten exceed for {whom(band)}."
    if 90 in band.percentiles and low > band.percentiles[90]:
        ceiling = money(band.percentiles[90], band.currency, band.period)
        return f"The whole range lies over {ceiling} {per}, which one in ten exceeds for {whom(band)}."
    if 25 in band.percentiles and high < band.percentiles[25]:
        quarter = money(band.percentiles[25], band.currency, band.period)
        return f"The range ends under {quarter} {per}: three in four are paid more for {whom(band)}."
    return ""
