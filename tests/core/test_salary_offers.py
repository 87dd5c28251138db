"""Where an offer falls, and offers that are asked about instead of guessed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import DomainError
from app.core.salaries.offers import percentile_interval, percentile_of
from app.core.salaries.query import check_offer, read_amount

BAND = {10: 100_000.0, 25: 120_000.0, 50: 140_000.0, 75: 165_000.0, 90: 190_000.0}


@pytest.mark.parametrize(("percentile", "amount"), BAND.items())
def test_an_offer_at_a_percentile_falls_there(percentile: int, amount: float) -> None:
    assert percentile_of(amount, BAND) == percentile


@given(st.floats(20_000, 600_000), st.floats(1, 100_000))
def test_a_higher_offer_never_falls_lower(amount: float, more: float) -> None:
    assert percentile_of(amount + more, BAND) >= percentile_of(amount, BAND)


@pytest.mark.parametrize("amount", [1, 9_000_000])
def test_even_absurd_offers_stay_within_one_and_ninety_nine(amount: float) -> None:
    assert percentile_of(amount, BAND) in (1, 99)


def test_the_interval_holds_the_percentile() -> None:
    intervals = {p: (value * 0.95, value * 1.05) for p, value in BAND.items()}

    low, high = percentile_interval(140_000, intervals)

    assert low < 50 < high


def test_two_published_percentiles_are_enough() -> None:
    assert percentile_of(140_000, {25: 120_000, 75: 165_000}) in range(45, 55)


def test_equal_percentiles_do_not_break() -> None:
    assert percentile_of(100, {10: 100, 25: 100, 50: 100, 75: 100, 90: 100}) >= 1


@pytest.mark.parametrize(
    ("written", "amount"),
    [
        ("175000", 175_000),
        ("$175,000", 175_000),
        ("175k", 175_000),
        ("175 000", 175_000),
        ("85.50", 85.5),
        ("USD 175K", 175_000),
    ],
)
def test_amounts_are_read_as_people_write_them(written: str, amount: float) -> None:
    assert read_amount(written) == amount


@pytest.mark.parametrize("written", ["", "a lot", "150-190k", "-5", "1e9", "NaN"])
def test_what_is_no_amount_is_asked_for_again(written: str) -> None:
    with pytest.raises(DomainError, match="not an amount"):
        read_amount(written)


def test_eighty_five_a_year_is_asked_about() -> None:
    with pytest.raises(DomainError, match="Is 85 an hour, or 85 thousand a year"):
        check_offer(85, "YEAR", 85)


def test_a_year_s_pay_for_an_hour_is_asked_about() -> None:
    with pytest.raises(DomainError, match=r"not plausible for an hour\. Did you mean a year or a month"):
        check_offer(160_000, "HOUR", 160_000)


@pytest.mark.parametrize(("amount", "period"), [(85, "HOUR"), (12_000, "MONTH"), (175_000, "YEAR")])
def test_a_plausible_offer_passes(amount: float, period: str) -> None:
    check_offer(amount, period, amount)
