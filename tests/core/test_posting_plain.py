"""A posting comes back from JSON exactly as it was, and a damaged file is refused by name."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from app.core.framework import Framework
from app.core.postings.compose import compose
from app.core.postings.plain import (
    BadPosting,
    brief_from_plain,
    brief_to_plain,
    posting_from_plain,
    posting_to_plain,
)
from app.core.postings.posting import add_item, edit_item, remove_item
from tests.builders import SOME_PLACES, a_brief, a_pay

LEAST = {"track": "program", "level": "L4", "employer": "Harborline", "work_mode": "remote", "places": ["US-WA"]}


def test_a_worked_on_posting_comes_back_as_it_was(framework: Framework) -> None:
    posting = compose(a_brief(pay=a_pay("62.50", None, "CAD", "HOUR")), framework, SOME_PLACES)
    posting = add_item(edit_item(posting, "must.risk", "نعم 日本語 🚀 <b>bold</b>"), "nice", "You speak French.")
    posting = remove_item(posting, "about.summary")

    back = posting_from_plain(json.loads(json.dumps(posting_to_plain(posting))))

    assert back == posting


def test_a_short_brief_is_enough() -> None:
    brief = brief_from_plain(LEAST)

    assert brief.title == ""
    assert brief.places[0].code == "US-WA"


def test_a_brief_comes_back_as_it_was() -> None:
    assert brief_from_plain(brief_to_plain(a_brief())) == a_brief()


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"track": "product"}, "'product' is not known; it must be one of project, program"),
        ({"employer": None}, "must name 'employer'"),
        ({"salary": 1}, "Unknown key 'salary'"),
        ({"places": "Seattle"}, "places: must be a list"),
        ({"closes": "soon"}, "closes: must be a date such as 2026-12-20"),
        ({"pay": {"min": 1, "max": 2, "currency": "USD"}}, "period: is missing"),
        ({"pay": {"min": "lots", "currency": "USD", "period": "YEAR"}}, "min: must be an amount"),
        *(
            ({"pay": {"min": amount, "currency": "USD", "period": "YEAR"}}, "min: must be an amount")
            for amount in ("NaN", "sNaN", "Infinity", "1e999999", "1e-999999", float("inf"), float("nan"), "9" * 300)
        ),
        ({"ai_used": "no"}, "ai_used: must be true or false"),
        ({"skills": [1, 2]}, "skills: must be a list of texts"),
        ({"places": [{"code": "US-WA", "town": "Seattle"}]}, "Unknown key 'town' in a place"),
    ],
)
def test_what_is_wrong_in_a_brief_is_named(changes: dict[str, Any], complaint: str) -> None:
    with pytest.raises(BadPosting, match=complaint):
        brief_from_plain(LEAST | changes)


@pytest.mark.parametrize("damaged", [[], "text", None, {}, {"format": "something else"}])
def test_what_is_no_posting_is_refused(damaged: object) -> None:
    with pytest.raises(BadPosting):
        posting_from_plain(damaged)


def test_a_posting_of_a_later_format_is_refused(framework: Framework) -> None:
    plain = posting_to_plain(compose(a_brief(), framework, SOME_PLACES))

    with pytest.raises(BadPosting, match="version 1"):
        posting_from_plain(plain | {"version": 2})


def test_the_title_of_a_posting_is_its_briefs(framework: Framework) -> None:
    posting = compose(a_brief(), framework, SOME_PLACES)

    assert replace(posting, brief=a_brief(title="Another")).title == "Another"
