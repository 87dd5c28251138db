"""Pay is read as people write it, and said so that nobody mistakes the currency."""

from __future__ import annotations

from decimal import Decimal

import pytest

from app.core.errors import DomainError
from app.core.money import read_amount, split_range
from tests.builders import a_pay


@pytest.mark.parametrize(
    ("written", "amount"),
    [("150000", 150_000), ("150,000", 150_000), ("$150k", 150_000), ("150 000", 150_000), ("42.50", Decimal("42.5"))],
)
def test_an_amount_is_read_as_people_write_it(written: str, amount: int | Decimal) -> None:
    assert read_amount(written, "USD") == amount


@pytest.mark.parametrize("written", ["NaN", "-5", "lots", "1e9", "150000-190000", "", "Infinity"])
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(DomainError, match="in digits"):
        read_amount(written, "USD")


@pytest.mark.parametrize(
    ("written", "ends"),
    [
        ("180000-210000", ("180000", "210000")),
        ("$180,000 – $210,000", ("$180,000", "$210,000")),
        ("180-210k", ("180k", "210k")),
        ("180k to 210k", ("180k", "210k")),
        ("180000", None),
        ("about 180", None),
        ("1-2-3", None),
        ("", None),
    ],
)
def test_a_range_in_one_field_is_taken_apart(written: str, ends: tuple[str, str] | None) -> None:
    assert split_range(written) == ends


@pytest.mark.parametrize("written", ["€150,000", "EUR 150000", "£150k"])
def test_an_amount_in_another_currency_than_the_chosen_is_refused(written: str) -> None:
    with pytest.raises(DomainError, match="is not in USD"):
        read_amount(written, "USD")


@pytest.mark.parametrize(
    ("pay", "words"),
    [
        (a_pay(), "$150,000 to $190,000 USD a year"),
        (a_pay("150000", "150000"), "$150,000 USD a year"),
        (a_pay("150000", None), "from $150,000 USD a year"),
        (a_pay(None, "190000"), "up to $190,000 USD a year"),
        (a_pay("62.5", "80", "CAD", "HOUR"), "$62.50 to $80 CAD an hour"),
        (a_pay("70000", "85000", "CHF"), "CHF 70,000 to CHF 85,000 a year"),
        (a_pay("70000", "85000", "EUR"), "€70,000 to €85,000 a year"),
        (a_pay("1800000", "12550000", "INR"), "₹18,00,000 to ₹1,25,50,000 a year"),
        (a_pay("900.5", "90000", "INR", "MONTH"), "₹900.50 to ₹90,000 a month"),
        (a_pay(None, None), ""),
    ],
)
def test_pay_in_words_says_its_currency_once_and_its_period(pay: object, words: str) -> None:
    assert pay.in_words == words  # type: ignore[attr-defined]
