"""Numbers are found in every notation that résumés use, and nothing else is taken for one."""

from __future__ import annotations

import string

import pytest

from app.core.achievements.grammar import NOTATIONS, mentions


def values(line: str) -> list[tuple[float | str, str]]:
    return [(mention.value, mention.unit) for mention in mentions(line)]


@pytest.mark.parametrize(
    ("line", "value", "unit"),
    [
        ("saved $3.2M", 3_200_000, "USD"),
        ("saved USD 4.5 million", 4_500_000, "USD"),
        ("saved $600K per month", 600_000, "USD/month"),
        ("saved £1.2m", 1_200_000, "GBP"),
        ("saved 2,5 Mio EUR", 2_500_000, "EUR"),
        ("saved 500k€", 500_000, "EUR"),
        ("saved ₹40 lakh", 4_000_000, "INR"),
        ("a project of 8 crores", 80_000_000, "INR"),
        ("a CAD 220,000 credit", 220_000, "CAD"),
        ("saved thousands of dollars", 1_000, "USD"),
        ("up by 12%", 12, "percent"),
        ("up by forty percent", 40, "percent"),
        ("up by 150 basis points", 150, "basis point"),
        ("4.2x faster", 4.2, "x"),
        ("a tenfold rise", 10, "x"),
        ("doubled the rate", 2, "x"),
        ("cut it in half", 0.5, "x"),
        ("three weeks early", 3, "week"),
        ("a 6-month project", 6, "month"),
        ("3-5 days", "3-5", "day"),
        ("a 120-person group", 120, "people"),
        ("45K users", 45_000, "people"),
        ("1,00,000 orders", 100_000, "order"),
        ("in 3 hours 40 minutes", 3.667, "hour"),
        ("one quarter of the stores", 0.25, "fraction"),
        ("within one quarter of taking charge", 1, "quarter"),
        ("H. No. 12/4, Park Lane", "12/4", ""),
        ("zero-downtime move", 0, "downtime"),
        ("without a single incident", 0, "incident"),
        ("ranked #1", 1, "rank"),
        ("2000 users", 2000, "people"),
    ],
)
def test_a_number_has_one_value_however_it_is_written(line: str, value: float | str, unit: str) -> None:
    assert values(line) == [(value, unit)]


@pytest.mark.parametrize(
    "line",
    [
        "AS/400 and SAP R/3",
        "HTML5, ES6 and G702",
        "Six Sigma",
        "grew [Number]% in [Number] months",
        "call +1 (555) 123-4567",
        "ada@example.org, https://example.org/2",
        "one of the largest carriers",
        "zero trust network",
    ],
)
def test_names_blanks_and_addresses_hold_no_number(line: str) -> None:
    assert mentions(line) == ()


def test_a_change_is_two_numbers_of_one_unit() -> None:
    assert values("from 10 days to 2") == [(10, "day"), (2, "day")]
    assert values("grew from three to eleven engineers")[0][0] == 3


def test_a_share_is_its_part_and_its_whole() -> None:
    assert values("11 of 13 milestones") == [(11, "milestone"), (13, "milestone")]


@pytest.mark.parametrize(
    ("line", "value"), [("March 2016", 2016), ("Apr '11", 2011), ("11/2019", "11/2019"), ("FY2023", 2023)]
)
def test_dates_are_known_as_dates(line: str, value: float | str) -> None:
    (mention,) = mentions(line)

    assert (mention.value, mention.shape) == (value, "date")


@pytest.mark.parametrize(
    "line",
    [
        "saved $" + "9" * 400,
        "cut it by " + "9" * 5_000 + "%",
        "served 1" + ",000" * 200 + " users",
        "built in " + "9" * 400 + " days",
        "parts 9" + "9" * 310 + "/" + "9" * 310,
        "account 4000123412341234",
        "one in 0 builds",
        "1 in 0",
    ],
    ids=lambda line: line[:16],
)
def test_what_no_number_can_be_counts_nothing(line: str) -> None:
    assert mentions(line) == ()


def test_the_text_of_a_number_stands_in_the_line() -> None:
    line = "Finished 5 weeks early and returned $400,000 of contingency to 11 of 13 sites"

    assert all(line[mention.start :].startswith(mention.text[:3]) for mention in mentions(line))


@pytest.mark.parametrize("repeated", [*string.printable, "a@", "@.", "1 ", "1,", "$1", "1-", "a-", "zero ", "twenty-"])
def test_what_is_repeated_without_end_is_read_at_once(repeated: str) -> None:
    """A pattern that tries each pair of places is slow at this length; one that tries each three takes minutes."""
    endless = repeated * 8_000

    for notation, _ in NOTATIONS:
        assert sum(1 for _ in notation.finditer(endless)) <= len(endless)


@pytest.mark.parametrize("line", ["write to a.b2@example.com", "(a@b2.example.org)", "mail:me@x1.example"])
def test_an_e_mail_address_counts_nothing(line: str) -> None:
    assert mentions(line) == ()
