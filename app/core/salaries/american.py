"""Bands in the US: the fitted model, the official wages of the area, and how thin evidence widens both."""

from __future__ import annotations

from math import sqrt

from app.core.salaries.ageing import Month
from app.core.salaries.bands import (
    Borrowing,
    Confidence,
    Evidence,
    NotEnoughEvidenceError,
    OfficialFigure,
    Support,
    nearest,
)
from app.core.salaries.estimate import around
from app.core.salaries.filings_model import Case, Count
from app.core.salaries.query import Query, in_sentence
from app.core.salaries.regions import Region
from app.core.salaries.tables import PayTables

FEWEST = 8  # filings below which a cell is thin: the band is widened and its confidence is low
MANY, MANY_EMPLOYERS = 30, 10  # from here on a cell speaks for itself
STALE_MONTHS = 24  # evidence carried further than this is never of high confidence

DEFAULT_WORDING = {
    "technical_program_manager": "technical_program",
    "technical_project_manager": "technical_project",
    "it_project_manager": "it_project",
}
# The official occupations that each family is shown beside: where its filings are, and the generic one.
OCCUPATIONS = {
    "technical_program_manager": ("15-1299", "13-1082", "11-3021"),
    "technical_project_manager": ("15-1299", "13-1082"),
    "it_project_manager": ("15-1299", "13-1082"),
}


def evidence(query: Query, region: Region, tables: PayTables) -> Evidence:
    """Raises `NotEnoughEvidenceError` for a territory without filings and without official wages."""
    state = "US" if region.code == "US" else tables.model_state(region.code)
    if state is None:
        raise NotEnoughEvidenceError(
            f"There are neither filings nor official area wages for {region.name}.", nearest(region, tables)
        )
    case = case_of(query, state)
    shift, unsure = _area(region, state, tables)
    month = Month.read(tables.model.month)
    ageing = tables.index.carry(month, query.as_of)
    count = _count(case, tables)
    unsure = sqrt(unsure**2 + _thin(case, count, tables) ** 2)
    middle = tables.model.middle(case) + shift
    percentiles, intervals = around(tables.model, case, middle, unsure=unsure, spread_by=unsure, ageing=ageing.error)
    confidence, why = _confidence(query, region, count, abs(query.as_of.months_after(month)))
    return Evidence(
        percentiles=percentiles,
        intervals=intervals,
        currency="USD",
        basis="base",
        method="filings",
        support=Support(count.filings, count.employers, confidence, why),
        borrowed=_borrowed(query, region, case, count, tables),
        ageing=ageing,
        month=month,
        sources=_sources(query, region, tables),
        notes=_notes(query, ageing.extended_months),
        official=official(query.family, region, tables),
    )


def case_of(query: Query, state: str) -> Case:
    if query.title is None:
        return Case(DEFAULT_WORDING[query.family], query.level, state)
    title = query.title
    return Case(title.wording, title.level, state, title.mark, title.normalized)


def _area(region: Region, state: str, tables: PayTables) -> tuple[float, float]:
    """How an area departs from what its state's filings stand for, and how unsure that is."""
    if region.kind != "area":
        return 0.0, 0.0
    index = tables.model.area_index.get(tables.areas[region.code].code)
    if index is None:
        return 0.0, 2 * tables.model.region_error
    shift = tables.model.index_slope * (index - tables.model.index_reference[state])
    return shift, tables.model.region_error


def _count(case: Case, tables: PayTables) -> Count:
    if case.state == "US":
        return tables.model.count("level", case.wording, case.level)
    return tables.model.count("cell", case.wording, case.level, case.state)


def _thin(case: Case, count: Count, tables: PayTables) -> float:
    """What a cell of fewer than eight filings adds to the uncertainty: the level's own step is not seen there."""
    at_level = tables.model.count("level", case.wording, case.level).filings
    unseen_level = tables.model.level_error * sqrt(max(0, FEWEST - at_level) / FEWEST)
    unseen_cell = tables.model.region_error * sqrt(max(0, FEWEST - count.filings) / FEWEST)
    return sqrt(unseen_level**2 + unseen_cell**2)


def _confidence(query: Query, region: Region, count: Count, months: int) -> tuple[Confidence, str]:
    if count.filings < FEWEST:
        return "low", _how_few(count.filings)
    if query.title is not None and query.title.sure == "low":
        return "low", "The title does not say clearly which work or level it means."
    if region.kind == "area":
        return "medium", "Filings name the state only; the area comes from official wages."
    if count.filings < MANY or count.employers < MANY_EMPLOYERS:
        return "medium", _what_is_short(count)
    if months > STALE_MONTHS:
        return "medium", f"The filings were carried over {months} months by a wage index."
    return "high", f"At least {MANY} filings from at least {MANY_EMPLOYERS} employers."


def _how_few(filings: int) -> str:
    if filings == 0:
        return "No filing of this work and level stands in this region."
    how_many, stand = ("1 filing", "stands") if filings == 1 else (f"{filings} filings", "stand")
    return f"Only {how_many} of this work and level {stand} in this region, fewer than {FEWEST}."


def _what_is_short(count: Count) -> str:
    short = [
        f"fewer than {enough} {what}"
        for found, enough, what in ((count.filings, MANY, "filings"), (count.employers, MANY_EMPLOYERS, "employers"))
        if found < enough
    ]
    return f"There are {' and '.join(short)}."


def _borrowed(query: Query, region: Region, case: Case, count: Count, tables: PayTables) -> tuple[Borrowing, ...]:
    found = []
    if region.kind == "area":
        found.append(Borrowing(region.within, "The state's filings, moved by the area's official wages."))
    if case.state != "US" and count.filings < MANY:
        found.append(Borrowing("US", "Levels and spread of the same work in other states."))
    at_level = tables.model.count("level", case.wording, case.level).filings
    if at_level < MANY:
        only = {0: "no filing", 1: "only 1 filing"}.get(at_level, f"only {at_level} filings")
        what = (
            f"The step to {case.level}: {only} of {in_sentence(query.family)} {'is' if at_level < 2 else 'are'} "
            "at that level, so other levels and other kinds of project and program work help."
        )
        found.append(Borrowing("US", what))
    return tuple(found)


def _notes(query: Query, extended: int) -> tuple[str, ...]:
    notes = [
        "Base pay that employers promised in labor filings: usually the lowest they offer for the job, "
        "without bonus and stock. At large technology companies a third of senior pay can come on top."
    ]
    if extended:
        notes.append(f"The last {extended} months of ageing carry on the growth of the two years before.")
    if query.title is not None and query.title.sure != "high":
        notes.append(f"The title was read with {query.title.sure} certainty. {query.title.why}")
    return tuple(notes)


def _sources(query: Query, region: Region, tables: PayTables) -> tuple[str, ...]:
    index_sources = {row.source for row in tables.surveys if row.year in (tables.index.last.year, query.as_of.year)}
    wages = {wage.source for wages in (tables.wages.values()) for wage in wages[:1]} if region.code != "US" else set()
    return (tables.filings_source, *sorted(wages), *sorted(index_sources))


def official(family: str, region: Region, tables: PayTables) -> tuple[OfficialFigure, ...]:
    """Published numbers of the family's occupations, unaltered: the nation's percentiles, or an area's four levels."""
    if region.kind == "area":
        by_soc = {wage.soc: wage for wage in tables.wages.get(tables.areas[region.code].code, ())}
        titles = {row.soc: row.title for row in tables.surveys}
        return tuple(
            OfficialFigure(
                f"OFLC prevailing wage {by_soc[soc].wage_year}, occupation {soc}",
                dict(zip(("level 1", "level 2", "level 3", "level 4"), by_soc[soc].annual, strict=True)),
                "USD",
                "YEAR",
                by_soc[soc].source,
                f"OFLC prevailing wage {by_soc[soc].wage_year}",
                f"{titles[soc]} ({soc})" if soc in titles else soc,
            )
            for soc in OCCUPATIONS[family]
            if soc in by_soc
        )
    if region.code != "US":
        return ()
    last = max(row.year for row in tables.surveys)
    return tuple(
        OfficialFigure(
            f"OEWS May {row.year}, {row.soc} {row.title}",
            {
                f"p{p}": row.withheld.get(f"p{p}", "") if value is None else value
                for p, value in row.percentiles.items()
            },
            "USD",
            "YEAR",
            row.source,
            f"OEWS May {row.year}",
            f"{row.title} ({row.soc})",
        )
        for soc in OCCUPATIONS[family]
        for row in tables.surveys
        if row.soc == soc and row.year == last
    )
