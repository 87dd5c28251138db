"""Bands outside of the US: published figures where there are some, a survey's country effect elsewhere."""

from __future__ import annotations

from dataclasses import replace
from math import exp, hypot

from app.core.salaries.ageing import Month
from app.core.salaries.american import DEFAULT_WORDING
from app.core.salaries.bands import (
    Borrowing,
    Confidence,
    Covers,
    Evidence,
    NotEnoughEvidenceError,
    OfficialFigure,
    Support,
    nearest,
)
from app.core.salaries.estimate import around
from app.core.salaries.filings_model import Case
from app.core.salaries.published import PublishedPay
from app.core.salaries.query import PER_YEAR, Query, in_sentence
from app.core.salaries.regions import Region
from app.core.salaries.tables import PayTables

MIDDLE_LEVELS = ("L3", "L4")  # the levels that a figure over all levels describes best
LOAD_ASHE = (
    "Load the official ones: download table 14 of ASHE from the Office for National Statistics, "
    "then: tpm data import-ashe FILE."
)
BASIS = {
    "base": "Base pay before tax.",
    "gross": "Gross pay before tax, with regular allowances.",
    "net": "Pay after tax: do not compare it with gross figures.",
    "total": "Total pay as people reported it.",
}


def evidence(query: Query, region: Region, tables: PayTables) -> Evidence:
    """Raises `NotEnoughEvidenceError` where nothing is published and no survey answers exist."""
    rows = [row for row in tables.published if query.family in row.families]
    own = _fitting(query, region.code, rows)
    if own is not None and (len(own.percentiles) > 1 or region.code not in tables.effects):
        return _published(query, own, (), tables)
    if own is not None:
        return _beside(_from_effect(query, region, tables), own)
    wider = _fitting(query, region.within, rows) if region.within else None
    if wider is not None:
        return _published(query, wider, (Borrowing(region.within, "Only the country's figure is published."),), tables)
    known = region.code in tables.effects and region.code not in tables.waiting
    if known and not any(row.region == region.code for row in rows):
        return _from_effect(query, region, tables)
    waits = region.code in tables.waiting and not any(row.region == region.code for row in rows)
    if waits:
        raise NotEnoughEvidenceError("We have no UK figures yet.", nearest(region, tables), LOAD_ASHE)
    raise NotEnoughEvidenceError(_refusal(query, region, rows), nearest(region, tables))


def _beside(found: Evidence, row: PublishedPay) -> Evidence:
    """The estimate, with a published figure beside it that alone would make no band."""
    return replace(
        found,
        sources=(*found.sources, row.source),
        notes=(*found.notes, row.note),
        official=(_as_published(row),),
    )


def _as_published(row: PublishedPay) -> OfficialFigure:
    values: dict[str, float | str] = {f"p{p}": value for p, value in row.percentiles.items()}
    values |= {f"p{p}": f"above {value:,.0f}" for p, value in row.above.items()}
    when = row.month.in_words
    return OfficialFigure(
        f"{row.occupation}, {when}", values, row.currency, row.period, row.source, when, row.occupation
    )


def _fitting(query: Query, code: str, rows: list[PublishedPay]) -> PublishedPay | None:
    """The newest row of the region: one of the level itself, else one over all levels."""
    here = sorted((row for row in rows if row.region == code), key=lambda row: row.month, reverse=True)
    of_level = next((row for row in here if query.level in row.levels), None)
    by_level = any(row.levels for row in here)
    return of_level or (None if by_level else next(iter(here), None))


def _refusal(query: Query, region: Region, rows: list[PublishedPay]) -> str:
    if any(row.region == region.code for row in rows):
        return f"Nothing is published for level {query.level} in {region.name}."
    return f"There is no published pay and no survey answer enough for {region.name}."


def _published(query: Query, row: PublishedPay, borrowed: tuple[Borrowing, ...], tables: PayTables) -> Evidence:
    factor = PER_YEAR[row.period]
    own_work = in_sentence(query.family).casefold() in row.occupation.casefold()
    fits = bool(row.levels) or (own_work and query.level in MIDDLE_LEVELS)
    confidence: Confidence = "medium" if fits else "low"
    why = "A published figure of this level."
    if not row.levels:
        whose = "this work" if own_work else "another occupation"
        why = f"A published figure of {whose}, over all levels; it is not split into {query.level}."
    if borrowed or (row.people is not None and row.people < 30):
        confidence = "low"
    notes = [BASIS[row.basis], *([row.note] if row.note else [])]
    if not row.levels:
        notes.append("The publisher does not split the figure by level, and neither do we.")
    if row.month != query.as_of:
        notes.append(
            f"The figure is of {row.month.in_words} and was not carried forward: "
            "no wage index of that country is loaded."
        )
    return Evidence(
        percentiles={p: value * factor for p, value in row.percentiles.items()},
        intervals={},
        above={p: value * factor for p, value in row.above.items()},
        currency=row.currency,
        basis=row.basis,
        method="published",
        support=Support(row.people, None, confidence, why),
        borrowed=borrowed,
        ageing=None,
        month=row.month,
        sources=(row.source,),
        notes=tuple(notes),
        official=(_as_published(row),),
        covers=Covers(row.occupation, not row.levels, own_work, tables.regions.by_code[row.region]),
    )


def _from_effect(query: Query, region: Region, tables: PayTables) -> Evidence:
    """The US band of the same work, moved by how the country's pay compares for the same jobs."""
    effect = tables.effects[region.code]
    case = Case(DEFAULT_WORDING[query.family], query.level, "US")
    month = Month.read(tables.model.month)
    ageing = tables.index.carry(month, query.as_of)
    percentiles, intervals = around(
        tables.model,
        case,
        tables.model.middle(case) + effect.ratio,
        unsure=effect.error,
        spread_by=hypot(effect.between, effect.error),
        ageing=ageing.error,
    )
    name = in_sentence(query.family)
    return Evidence(
        percentiles=percentiles,
        intervals=intervals,
        currency="USD",
        basis="base",
        method="country_effect",
        support=Support(
            effect.people,
            None,
            "low",
            f"No pay of {name} is published for {region.name}: {effect.people:,} survey answers of all technology "
            "roles say how its pay compares with the US.",
        ),
        borrowed=(Borrowing("US", f"The US band of {name}, times {exp(effect.ratio):.2f}."),),
        ageing=ageing,
        month=month,
        sources=(effect.source, tables.filings_source),
        shown_in=tables.own_currency.get(region.code, ""),
        notes=("The levels and the spread are those of the US; only the height is the country's own.",),
    )
