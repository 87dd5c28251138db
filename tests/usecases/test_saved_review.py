"""The review of postings that were written here."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.config import Settings
from app.core.framework import Framework
from app.core.law.employers import Employer
from app.core.law.workplaces import in_city
from app.core.money import Pay, Period
from app.core.places import Place
from app.core.postings.brief import WorkMode
from app.core.postings.compose import compose
from app.core.postings.posting import Posting, add_item, edit_item, remove_item
from app.core.wording.rules import Severity
from app.usecases import saved_review
from app.usecases.toolkit import Toolkit
from tests.builders import a_brief, a_pay

TODAY = date(2026, 11, 22)
NOBODY_COUNTED = Employer()
# Twenty places, with the currency in which pay is stated there.
PLACES = (
    ("US-CO", "Denver", "USD"),
    ("US-NY", "New York City", "USD"),
    ("US-CA", "San Francisco", "USD"),
    ("US-WA", "Seattle", "USD"),
    ("US-IL", "Chicago", "USD"),
    ("US-MA", "Boston", "USD"),
    ("US-NJ", "Jersey City", "USD"),
    ("US-OH", "Cleveland", "USD"),
    ("US-MN", "Minneapolis", "USD"),
    ("US-VT", "Burlington", "USD"),
    ("US-MD", "Baltimore", "USD"),
    ("US-DC", "", "USD"),
    ("US-HI", "Honolulu", "USD"),
    ("US-VA", "Richmond", "USD"),
    ("CA-ON", "Toronto", "CAD"),
    ("CA-BC", "Vancouver", "CAD"),
    ("CA-PE", "Charlottetown", "CAD"),
    ("PL", "Warsaw", "EUR"),
    ("DE", "Berlin", "EUR"),
    ("SG", "", "SGD"),
)


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    folder = tmp_path_factory.mktemp("instance")
    return Toolkit(Settings(instance=folder, database_url=f"sqlite:///{folder / 'tpm.sqlite3'}", secret_key="s" * 40))


def a_posting(toolkit: Toolkit, **changes: Any) -> Posting:
    complete = {
        "places": (Place("US-CO", "Denver"),),
        "mission": "Every merchant settles through the new ledger",
        "reports_to": "the Director of Platform Engineering",
        "team_size": "three teams with 24 engineers",
        "bonus": "A yearly bonus of up to 12 % of base pay",
        "equity": "Restricted stock, vesting over four years",
        "benefits": "Medical, dental and vision cover, a 401(k) with a 4% match, and 25 days of paid leave",
        "accommodation": "Tell us if you need an accommodation at any step",
        "ai_used": True,
        "ai_statement": "We use artificial intelligence to screen applications; a person makes every decision",
    }
    return compose(a_brief(**(complete | changes)), toolkit.framework, toolkit.places)


def gaps(toolkit: Toolkit, posting: Posting, on: date = TODAY, employer: Employer = NOBODY_COUNTED) -> list[str]:
    return [f"{one.code} {one.value}" for one in saved_review.law_of(toolkit, posting, employer, on) if one.is_gap]


@pytest.mark.parametrize("work_mode", [WorkMode.HYBRID, WorkMode.REMOTE])
@pytest.mark.parametrize("where", PLACES, ids=lambda where: where[0])
def test_a_posting_of_a_complete_brief_has_no_law_gap_and_no_error(
    toolkit: Toolkit, framework: Framework, where: tuple[str, str, str], work_mode: WorkMode
) -> None:
    code, city, currency = where
    pay = Pay(Decimal(150_000), Decimal(180_000), currency, Period.YEAR)

    for guide in framework.tracks:
        for level in guide.levels:
            role = {
                "track": guide.track,
                "level": level,
                "title": framework.title(guide.track, level),
                "skills": framework.profiles.default_skills[guide.track, level],
            }
            posting = a_posting(toolkit, places=(Place(code, city),), pay=pay, work_mode=work_mode, **role)

            done = saved_review.review(toolkit, posting, Employer(), TODAY)

            assert [(one.code, one.value, one.message) for one in done.law if one.is_gap] == []
            found = (*done.structure.findings, *done.wording.findings)
            assert [(level, one.rule, one.text) for one in found if one.severity is Severity.ERROR] == []


def test_the_law_believes_the_brief_and_does_not_read_it_again(toolkit: Toolkit) -> None:
    assert gaps(toolkit, a_posting(toolkit, benefits="Whatever you need")) == []
    assert gaps(toolkit, a_posting(toolkit, benefits="")) == ["US-CO benefits_summary"]


def test_no_bonus_and_no_equity_is_a_gap_where_other_pay_must_be_told(toolkit: Toolkit) -> None:
    assert gaps(toolkit, a_posting(toolkit, bonus="", equity="")) == ["US-CO other_compensation"]


def test_an_open_range_and_a_missing_deadline_are_gaps(toolkit: Toolkit) -> None:
    posting = a_posting(toolkit, pay=a_pay(high=None), closes=None)

    assert sorted(gaps(toolkit, posting)) == ["US-CO application_deadline", "US-CO open_ended_range"]


def test_a_line_that_was_taken_out_says_nothing_to_the_law(toolkit: Toolkit) -> None:
    posting = remove_item(a_posting(toolkit), "pay.benefits")

    assert gaps(toolkit, posting) == ["US-CO benefits_summary"]


def test_a_line_of_ones_own_counts_for_what_it_says(toolkit: Toolkit) -> None:
    without = a_posting(toolkit, benefits="")

    assert gaps(toolkit, add_item(without, "pay", "Free parking behind the house.")) == ["US-CO benefits_summary"]
    assert gaps(toolkit, add_item(without, "pay", "Health insurance, a 401(k) and paid time off.")) == []


def test_ontario_wants_a_word_on_artificial_intelligence_only_where_it_is_used(toolkit: Toolkit) -> None:
    ontario = {"places": (Place("CA-ON", "Toronto"),), "pay": a_pay("100000", "120000", "CAD")}

    used = remove_item(a_posting(toolkit, ai_statement="", **ontario), "notices.ai")

    assert "CA-ON ai_use_statement" in gaps(toolkit, used)
    assert gaps(toolkit, a_posting(toolkit, ai_used=False, ai_statement="", **ontario)) == []


def test_a_wording_that_breaks_the_law_is_found_in_a_line_of_ones_own(toolkit: Toolkit) -> None:
    posting = edit_item(a_posting(toolkit), "must.risk", "You are a digital native.")

    assert "US age_wording" in gaps(toolkit, posting)


def test_a_city_with_a_law_of_its_own_is_checked_by_it(toolkit: Toolkit) -> None:
    assert in_city(toolkit.law, "US-NY", "Brooklyn", remote=False).code == "US-NY-NYC"
    assert in_city(toolkit.law, "US-NY", "Buffalo", remote=False).code == "US-NY"
    assert in_city(toolkit.law, "US", "", remote=True).anywhere


def test_every_line_of_a_posting_is_found_in_its_text(toolkit: Toolkit) -> None:
    posting = a_posting(toolkit)
    done = saved_review.review(toolkit, posting, Employer(), TODAY)

    found = saved_review.lines(posting, done.given.text)

    assert [line.item for line in found] == [item.id for section in posting.shown for item in section.items]
    for line in found:
        assert done.given.text[line.span.start : line.span.end] == posting.item(line.item).text


def test_a_law_that_began_since_is_new_for_an_old_posting(toolkit: Toolkit) -> None:
    posting = a_posting(toolkit, places=(Place("US-DE", "Dover"),), pay=None, benefits="")

    since = saved_review.changed_since(toolkit, posting, Employer(), date(2027, 9, 1), date(2027, 10, 1))

    assert "US-DE" in {finding.code for finding in since.new if finding.is_gap}
    assert saved_review.changed_since(toolkit, posting, Employer(), TODAY, TODAY).new == ()


def test_the_stamp_counts_in_words(toolkit: Toolkit) -> None:
    found = saved_review.law_of(toolkit, a_posting(toolkit, benefits="", bonus="", equity=""), Employer(), TODAY)
    open_ones = tuple(one for one in found if one.is_gap)

    assert saved_review.stamp(open_ones) == "Draft: 2 law gaps"
    assert saved_review.stamp(open_ones[:1]) == "Draft: 1 law gap"
    assert saved_review.stamp(()) == ""
