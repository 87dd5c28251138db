"""Bands from the real tables and the real model: worked cases, official numbers, and how bands behave."""

from __future__ import annotations

import csv
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
import yaml

from app.config import DATA, ROOT
from app.core import titles
from app.core.errors import DomainError
from app.core.salaries.ageing import Month
from app.core.salaries.american import official
from app.core.salaries.bands import Band
from app.core.salaries.lookup import band_for
from app.core.salaries.query import FAMILIES, LEVELS, Query
from app.core.salaries.tables import PayTables
from app.core.salaries.words import in_words, label, offer_in_words, stands_in, support_in_words
from app.reference import sources
from app.usecases import salaries

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/examples/salaries.yaml").read_text(encoding="utf-8"))
LATE_2023 = Month(2023, 11)


@cache
def tables() -> PayTables:
    return salaries.load(sources.load(DATA / "sources"))


def ask(
    region: str, family: str = "technical_program_manager", level: str = "L4", as_of: Month = LATE_2023, **more: Any
) -> Band:
    return band_for(Query(family, level, region, as_of, **more), tables())


def ask_case(case: dict[str, Any]) -> Band:
    reading = titles.read(case["title"], tables().titles) if "title" in case else None
    query = Query(
        family=reading.family if reading else case["family"],
        level=reading.level if reading else case["level"],
        region=case["region"],
        as_of=Month.read(case.get("as_of", "2026-11")),
        currency=case.get("currency", ""),
        period=case.get("period", "YEAR"),
        offer=case.get("offer"),
        title=reading,
    )
    return band_for(query, tables())


@pytest.mark.parametrize("case", [case for case in CASES if "refused" not in case], ids=lambda case: case["name"])
def test_a_band_lies_where_a_tpm_would_look_for_it(case: dict[str, Any]) -> None:
    band = ask_case(case)

    low, high = case["middle"]
    assert low <= band.percentiles[50] <= high
    assert case.get("confidence") in (None, band.support.confidence)
    assert set(case.get("borrowed", ())) <= {one.region for one in band.borrowed}
    assert band.sources


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=lambda case: case["name"])
def test_what_cannot_be_answered_honestly_is_refused(case: dict[str, Any]) -> None:
    with pytest.raises(DomainError) as refusal:
        ask_case(case)

    assert refusal.value.code == case["refused"]


OFFICIAL = list(csv.DictReader((ROOT / "tests/examples/official_wages.csv").open(encoding="utf-8")))


def test_published_official_numbers_are_equal_to_the_last_dollar() -> None:
    surveys = {(row.source, row.soc): row for row in tables().surveys}
    checked = 0
    for row in OFFICIAL:
        if row["region"] == "US":
            survey = surveys[row["source"], row["occupation"]]
            percentile = int(row["figure"][1:])
            found = survey.withheld.get(row["figure"]) or survey.percentiles[percentile]
        else:
            figures = official("technical_program_manager", tables().regions.find(row["region"]), tables())
            figure = next(one for one in figures if row["occupation"] in one.name)
            found = figure.values[row["figure"]]
        assert str(found) == row["value"], row
        checked += 1

    assert checked >= 200


@pytest.mark.parametrize("region", ["US", "US-CA", "US-WY", "US-METRO-42660", "FR", "EU"])
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("level", LEVELS)
def test_percentiles_never_cross_and_lie_in_their_intervals(region: str, family: str, level: str) -> None:
    band = ask(region, family, level)

    values = [band.percentiles[p] for p in (10, 25, 50, 75, 90)]
    assert values == sorted(values)
    assert all(low <= band.percentiles[p] <= high for p, (low, high) in band.intervals.items())


@pytest.mark.parametrize("region", ["US", "US-CA", "US-TX", "US-METRO-42660"])
@pytest.mark.parametrize("family", FAMILIES)
def test_the_ladder_never_falls(region: str, family: str) -> None:
    middles = [ask(region, family, level).percentiles[50] for level in LEVELS]

    # The nation's band is widened around its middle, which may move a flat step by a hundredth.
    assert all(upper >= lower * 0.99 for lower, upper in pairwise(middles))
    assert middles[-1] > middles[0] * 1.2


def test_every_state_and_area_with_official_wages_has_a_band() -> None:
    codes = [
        code
        for code, region in tables().regions.by_code.items()
        if region.country == "US" and tables().answerable(code)
    ]

    assert len(codes) >= 530 + 50
    assert all(ask(code).percentiles[50] > 30_000 for code in codes)


def test_thin_evidence_is_of_low_confidence_and_says_where_it_borrowed() -> None:
    for level in LEVELS:
        for state in ("US-ND", "US-MT", "US-NM", "US-OR", "US-IL"):
            band = ask(state, level=level)
            if band.support.filings is not None and band.support.filings < 8:
                assert band.support.confidence == "low"
                assert band.borrowed


def test_a_thin_band_is_wider_than_a_rich_one() -> None:
    rich, thin = ask("US-CA", level="L3"), ask("US-ND", level="L3")

    assert thin.percentiles[90] / thin.percentiles[10] > rich.percentiles[90] / rich.percentiles[10]
    assert thin.intervals[50][1] / thin.intervals[50][0] > rich.intervals[50][1] / rich.intervals[50][0]


def test_pay_grows_with_the_index_and_its_interval_with_time() -> None:
    then, now = ask("US-CA"), ask("US-CA", as_of=Month(2026, 11))

    assert now.ageing is not None
    assert 1.0 < now.percentiles[50] / then.percentiles[50] < 1.15
    assert now.ageing.extended_months == 18
    assert now.support.confidence == "medium"


def test_currency_and_period_change_the_number_and_not_the_pay() -> None:
    dollars, euros = ask("US-CA"), ask("US-CA", currency="EUR", period="MONTH")

    assert euros.percentiles[50] * 12 / euros.rate.factor == pytest.approx(dollars.percentiles[50], rel=0.002)
    assert euros.rate.month == LATE_2023
    assert any(source.id == "federal-reserve-rates" for source, _ in euros.sources)


def test_a_refusal_names_regions_nearby_that_can_be_answered() -> None:
    with pytest.raises(DomainError) as refusal:
        ask("GB")

    nearest = refusal.value.more()["nearest"]
    assert isinstance(nearest, list)
    assert all(ask(code) for code in nearest)
    assert refusal.value.message.startswith("We have no UK figures yet.")
    assert "import-ashe" not in refusal.value.message
    assert "import-ashe" in refusal.value.advice


def test_a_published_figure_claims_no_interval_and_no_percentile_that_was_not_published() -> None:
    band = ask("SG")

    assert set(band.percentiles) == {25, 50, 75}
    assert band.intervals == {}
    assert "not split" in " ".join((*band.notes, band.support.why))


@pytest.mark.parametrize(("region", "occupation"), [("SG", "project management professionals"), ("CA-ON", "managers")])
def test_a_figure_of_all_levels_says_so_first_and_is_never_given_as_the_level_s_own(
    region: str, occupation: str
) -> None:
    bands = [ask(region, level=level) for level in ("L3", "L6")]

    for band in bands:
        first = in_words(band).split(" is paid ")[0].split(" are paid ")[0]
        assert first.startswith("All levels together: ")
        assert occupation in first
        assert " at L" not in in_words(band)
        assert "does not count technical program managers or L" in stands_in(band)
        assert band.support.confidence == "low"
        assert label(band).endswith(", all levels")
    assert bands[0].percentiles == bands[1].percentiles


def test_a_province_without_a_figure_says_whose_it_is_shown() -> None:
    band = ask("CA-NU", family="it_project_manager")

    assert "in Canada are paid" in in_words(band)
    assert {one.region for one in band.borrowed} == {"CA"}


def test_a_published_figure_of_a_level_names_whom_it_counts() -> None:
    band = ask("UA", as_of=Month(2025, 6))

    assert in_words(band).startswith("Project and delivery managers, Senior, in Ukraine are paid")
    assert stands_in(band).startswith("The work: ")
    assert not band.all_levels


def test_a_band_without_a_filing_says_first_that_it_is_estimated() -> None:
    words = in_words(ask("US-CO", level="L5"))

    assert words.startswith("No filing of this work and level here: this is estimated from other states and levels.")
    assert "0 filings" not in words
    assert "stand directly behind" not in words


@pytest.mark.parametrize(
    ("region", "level", "said"),
    [
        ("US-NY", "L3", "only 5 filings of this work and level stand in this region, fewer than 8."),
        ("US-CO", "L4", "only 1 filing of this work and level stands in this region, fewer than 8."),
        ("US-WA", "L4", "there are fewer than 10 employers."),
        ("US-TX", "L3", "there are fewer than 30 filings."),
        ("US-NY", "L4", "there are fewer than 30 filings and fewer than 10 employers."),
    ],
)
def test_what_is_short_of_confidence_is_said(region: str, level: str, said: str) -> None:
    assert support_in_words(ask(region, level=level)).endswith(said)


def test_the_words_say_the_same_numbers() -> None:
    band = ask("US-CA", offer=175_000.0)

    words = in_words(band)
    assert f"${band.percentiles[50]:,.0f} a year at the middle" in words
    assert "(base pay in USD, November 2023)" in words
    assert "35 filings" in words
    assert band.offer is not None
    assert f"{band.offer.percentile}" in offer_in_words(band)


def test_an_offer_has_a_percentile_and_an_interval_around_it() -> None:
    band = ask("US-CA", offer=175_000.0)

    assert band.offer is not None
    low, high = band.offer.interval
    assert low <= band.offer.percentile <= high
    assert 15 < band.offer.percentile < 45


def test_no_employer_is_named_anywhere_in_the_tables() -> None:
    text = (ROOT / "data/salaries/us-lca.csv").read_text(encoding="utf-8").lower()
    model = (ROOT / "models/salary-bands/bands.json").read_text(encoding="utf-8").lower()

    assert not [
        name for name in ("infosys", "amazon.com", "microsoft corp", "google llc") if name in text or name in model
    ]


def test_a_country_is_answered_in_its_own_currency() -> None:
    assert ask("FR", as_of=Month(2025, 6)).currency == "EUR"
    assert ask("IN", as_of=Month(2025, 6)).currency == "INR"
    assert ask("PL", as_of=Month(2025, 6)).currency == "USD"  # no rate is published
    assert ask("US").currency == "USD"
