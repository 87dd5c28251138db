"""What stands in the way of a posting, and what is only worth a second look."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.core.framework import Framework, Track
from app.core.places import Place
from app.core.postings.brief import as_far_as_known, doubts, problems, with_role_defaults
from tests.builders import SOME_CURRENCIES, SOME_PLACES, a_brief, a_pay

SEVEN = ("planning", "scope", "risk", "communication", "technical", "coordination", "methods")


def fields(framework: Framework, **changes: Any) -> list[str]:
    return [one.field for one in problems(a_brief(**changes), framework, SOME_PLACES, SOME_CURRENCIES)]


def test_a_sound_brief_has_no_problems(framework: Framework) -> None:
    assert fields(framework) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"level": "L9"}, "level"),
        ({"level": "L2"}, "level"),  # the program track starts at L3
        ({"title": ""}, "title"),
        ({"title": "x" * 121}, "title"),
        ({"employer": ""}, "employer"),
        ({"industry": "farming"}, "industry"),
        ({"places": ()}, "places"),
        ({"places": (Place("XX-YY"),)}, "places"),
        ({"skills": ("planning", "juggling", "risk", "scope", "budget")}, "skills"),
        ({"skills": ("planning",) * 5}, "skills"),
        ({"skills": ("planning", "scope", "risk", "budget")}, "skills"),
        ({"skills": (*SEVEN, "budget")}, "skills"),
        ({"pay": a_pay("190000", "150000")}, "pay_max"),
        ({"pay": a_pay("-1", "150000")}, "pay_min"),
        ({"pay": a_pay("NaN", None)}, "pay_min"),
        ({"pay": a_pay("150000", "Infinity")}, "pay_max"),
        ({"pay": a_pay("1", "1000000000001")}, "pay_max"),
        ({"pay": a_pay(currency="EURO")}, "currency"),
        ({"pay": a_pay("85", "120")}, "pay_min"),  # an hour, or thousands a year?
        ({"opens": date(2026, 12, 21)}, "closes"),
        ({"about": "x" * 20_001}, "about"),
        ({"process": ("x",) * 13}, "process"),
        ({"tools": ("x" * 301,)}, "tools"),
    ],
)
def test_each_problem_is_named_at_its_field(framework: Framework, changes: dict[str, Any], field: str) -> None:
    assert field in fields(framework, **changes)


def test_what_fits_exactly_is_no_problem(framework: Framework) -> None:
    fitting: dict[str, Any] = {"title": "x" * 120, "about": "x" * 20_000, "skills": SEVEN, "opens": date(2026, 12, 20)}

    assert fields(framework, **fitting) == []
    assert fields(framework, pay=a_pay("150000", "150000")) == []
    assert fields(framework, pay=a_pay("85", "120", period="HOUR")) == []


def test_a_skill_that_the_level_does_not_expect_cannot_lead(framework: Framework) -> None:
    skills = ("planning", "scope", "risk", "technical", "vendor")

    found = problems(a_brief(track=Track.PROJECT, level="L1", skills=skills), framework, SOME_PLACES, SOME_CURRENCIES)

    assert [one.field for one in found] == ["skills"]
    assert "Vendor" in found[0].message


def test_a_level_that_is_unknown_comes_with_those_that_exist(framework: Framework) -> None:
    (found,) = problems(a_brief(level="L9"), framework, SOME_PLACES, SOME_CURRENCIES)

    assert found.message == "The program track has no level L9. It has L3, L4, L5, L6."


def test_a_title_that_says_product_is_asked_about_and_not_refused(framework: Framework) -> None:
    brief = a_brief(title="Senior Technical Product Manager")

    assert problems(brief, framework, SOME_PLACES, SOME_CURRENCIES) == ()
    assert "title" in [one.field for one in doubts(brief, date(2026, 11, 22))]


def test_a_deadline_that_has_passed_is_asked_about(framework: Framework) -> None:
    brief = a_brief(closes=date(2026, 12, 20))

    assert [one.field for one in doubts(brief, date(2026, 12, 20))] == []
    assert [one.field for one in doubts(brief, date(2026, 12, 21))] == ["closes"]


def test_a_brief_without_title_and_skills_takes_those_of_its_level(framework: Framework) -> None:
    brief = with_role_defaults(a_brief(title="", skills=()), framework)

    assert brief.title == "Senior Technical Program Manager"
    assert len(brief.skills) == 6


def test_a_preview_stands_in_for_what_is_not_typed_yet(framework: Framework) -> None:
    brief = as_far_as_known(a_brief(title="", employer="", skills=("risk", "juggling")), framework)

    assert brief.title == framework.title(brief.track, brief.level)
    assert brief.employer == "Your company"
    assert brief.skills == ("risk",)
