"""Lines of a batch are read exactly, and what is wrong in them is named by field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.core.errors import DomainError
from app.core.law.duties import Law
from app.core.law.facts import AdvertisedPay
from app.core.law.records import answer, read_posting, read_question

TODAY = date(2026, 11, 22)


def a_line(**changes: Any) -> dict[str, Any]:
    line: dict[str, Any] = {
        "id": "x",
        "posting_date": "2026-11-22",
        "employer": {"total_employees": 40, "US-CO": 1},
        "work": ["US-CO remote"],
        "posting": {"pay": {"min": 150000, "max": 190000, "currency": "USD", "period": "YEAR"}, "benefits": "Health."},
    }
    return line | changes


def test_a_finding_stands_under_the_key_that_says_what_it_is(law: Law, law_codes: frozenset[str]) -> None:
    answered = answer(read_question(a_line(), law_codes, TODAY), law)

    deadline = answered["findings"][-1]
    assert deadline["code"] == "US-CO"
    assert deadline["missing"] == "application_deadline"
    assert deadline["citation"].startswith("C.R.S. 8-5-201")
    assert (deadline["confidence"], deadline["checked_on"], deadline["stale"]) == ("high", "2026-11-22", False)
    kinds = {"missing", "violates", "warns", "upcoming", "duty", "advice"}
    assert all(len(kinds & set(finding)) == 1 for finding in answered["findings"])


def test_odd_head_counts_are_answered_and_noted(law: Law, law_codes: frozenset[str]) -> None:
    line = a_line(employer={"total_employees": 2, "US-CO": 9})

    assert "add up to 9 people" in answer(read_question(line, law_codes, TODAY), law)["notes"][0]


def test_a_deadline_before_the_posting_is_answered_and_noted(law: Law, law_codes: frozenset[str]) -> None:
    line = a_line(posting={"deadline": "2026-11-21"})

    assert "lies before the posting date" in answer(read_question(line, law_codes, TODAY), law)["notes"][0]


def test_without_a_posting_date_it_is_posted_today(law_codes: frozenset[str]) -> None:
    assert read_question(a_line(posting_date=None), law_codes, TODAY).on == TODAY


def test_pay_may_lack_an_end() -> None:
    pay = read_posting({"pay": {"min": None, "max": 190000.5, "currency": "usd", "period": "year"}}).pay

    assert pay == AdvertisedPay(None, Decimal("190000.5"), "USD", "YEAR")


@pytest.mark.parametrize("words", ["ongoing", "Rolling basis", "until the position is filled", "no deadline"])
def test_a_deadline_may_be_words(words: str) -> None:
    posting = read_posting({"deadline": words})

    assert (posting.deadline, posting.ongoing) == (None, True)


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"posting": {"pay": {"min": 190000, "max": 150000}}}, "posting.pay.min", "min_above_max"),
        ({"posting": {"pay": {"min": -1}}}, "posting.pay.min", "invalid"),
        ({"posting": {"pay": {"min": float("nan")}}}, "posting.pay.min", "invalid"),
        ({"posting": {"pay": {"max": 1e12}}}, "posting.pay.max", "invalid"),
        ({"posting": {"pay": {"max": "150k"}}}, "posting.pay.max", "invalid"),
        ({"posting": {"pay": {"max": 1, "period": "FORTNIGHT"}}}, "posting.pay.period", "invalid"),
        ({"posting": {"pay": {"max": 1, "currency": "dollars"}}}, "posting.pay.currency", "invalid"),
        ({"posting": {"pay": 150000}}, "posting.pay", "invalid"),
        ({"posting": {"deadline": "soon"}}, "posting.deadline", "invalid_date"),
        ({"posting": {"ai_used": "perhaps"}}, "posting.ai_used", "invalid"),
        ({"posting": {"screening_questions": "one"}}, "posting.screening_questions", "invalid"),
        ({"posting": {"benefits": 5}}, "posting.benefits", "invalid"),
        ({"posting": []}, "posting", "invalid"),
        ({"posting_date": "22.11.2026"}, "posting_date", "invalid_date"),
        ({"employer": {"US-CO": -1}}, "employer.US-CO", "invalid"),
        ({"employer": {"US-CO": 1.5}}, "employer.US-CO", "invalid"),
        ({"employer": {"US-CO": True}}, "employer.US-CO", "invalid"),
        ({"employer": {"Denver": 1}}, "employer.Denver", "unknown_place"),
        ({"work": []}, "work", "invalid"),
        ({"work": ["Denver"]}, "work", "unknown_place"),
    ],
)
def test_what_is_wrong_is_named_by_field(
    changes: dict[str, Any], field: str, code: str, law_codes: frozenset[str]
) -> None:
    with pytest.raises(DomainError) as error:
        read_question(a_line(**changes), law_codes, TODAY)

    assert (error.value.field, error.value.code) == (field, code)
    assert error.value.message.endswith(".")
