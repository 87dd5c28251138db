"""What the guide shows from the toolkit's own data on a day: levels, skills, pay, ways in, industries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.core.errors import DomainError
from app.core.framework import Framework, Track
from app.core.guide.chapters import LivePart
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band
from app.core.salaries.lookup import band_for
from app.core.salaries.published import ArticleFigure
from app.core.salaries.query import FAMILIES, Query
from app.core.salaries.roles import levels_of
from app.core.salaries.tables import PayTables

# What our findings beside the articles' figures were read from; their texts name the measure.
FINDINGS_FROM = ("dol-lca-2024-q1", "bls-oews-2025", "isecjobs-2025", "stackoverflow-2025", "mom-wages-2024")
REGION = "US"  # where the evidence is split by level for all three families


@dataclass(frozen=True)
class PayRow:
    """A level with the band of each family; None where the track has no such level or the evidence is too thin."""

    level: str
    title: str
    bands: tuple[Band | None, ...]  # in the order of FAMILIES


@dataclass(frozen=True)
class Live:
    framework: Framework
    month: Month
    pay: tuple[PayRow, ...]
    articles: tuple[ArticleFigure, ...]

    @property
    def findings_from(self) -> tuple[str, ...]:
        return FINDINGS_FROM

    @property
    def sources(self) -> Mapping[LivePart, tuple[str, ...]]:
        """What each part rests on; levels and skills are the framework's own text, which names its sources itself."""
        paths, industries = self.framework.paths, self.framework.vocabulary.industries
        bands = [band for row in self.pay for band in row.bands if band is not None]
        return {
            LivePart.LEVELS: (),
            LivePart.SKILLS: (),
            LivePart.PAY: _once(source.id for band in bands for source, _ in band.sources),
            LivePart.ARTICLES: _once((*FINDINGS_FROM, *(figure.source for figure in self.articles))),
            LivePart.WAYS_IN: _once(source for path in paths.entry for source in path.sources),
            LivePart.INDUSTRIES: _once(source for industry in industries for source in industry.sources),
        }


def live_on(month: Month, framework: Framework, tables: PayTables) -> Live:
    rows = tuple(
        PayRow(
            level.id,
            framework.title(Track.PROJECT, level.id),
            tuple(_band(family, level.id, month, framework, tables) for family in FAMILIES),
        )
        for level in framework.levels
    )
    return Live(framework, month, rows, tables.articles)


def _band(family: str, level: str, month: Month, framework: Framework, tables: PayTables) -> Band | None:
    if level not in levels_of(family, framework):
        return None
    try:
        return band_for(Query(family, level, REGION, month), tables)
    except DomainError:
        return None  # too thin to say: the table leaves it open


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
