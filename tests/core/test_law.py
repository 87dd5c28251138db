"""What a review of posting law promises whatever the posting, and what its findings carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.core.errors import DomainError
from app.core.law.calendar import changes_after, duties_on
from app.core.law.duties import Confidence, Law
from app.core.law.employers import Answer, Employer
from app.core.law.facts import AdvertisedPay, PostingFacts
from app.core.law.findings import Finding, Kind
from app.core.law.review import review
from app.core.law.workplaces import WorkPlace, read_work_place

TODAY = date(2026, 11, 22)
COUNTED = ("US-CO", "US-CA", "US-MN", "US-NY-NYC", "CA-ON", "SG")
PLACES = ("US-CO", "US-CA", "US-NY-NYC", "US-MN", "US-WA remote", "CA-ON", "SG", "PL", "DE", "US remote anywhere")
LOADED_ONCE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)


def a_posting(**changes: Any) -> PostingFacts:
    complete = PostingFacts(
        pay=AdvertisedPay(Decimal(100_000), Decimal(120_000), "CAD", "YEAR"),
        benefits="Health and dental insurance.",
        other_compensation="A bonus.",
        deadline=date(2028, 12, 20),
        ai_used=False,
        vacancy_statement=True,
        text="Technical Program Manager\nYou run programs.",
    )
    return replace(complete, **changes)


def places(*words: str, law_codes: frozenset[str]) -> tuple[WorkPlace, ...]:
    return tuple(read_work_place(one, law_codes) for one in words)


def told(findings: tuple[Finding, ...]) -> set[str]:
    return {f"{one.code} {one.kind.value} {one.value}" for one in findings}


def binding_now(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(one.code, one.value) for one in findings if one.kind not in (Kind.UPCOMING, Kind.WARNS)}


# -- properties


@LOADED_ONCE
@given(heads=st.dictionaries(st.sampled_from(COUNTED), st.integers(0, 60)))
@pytest.mark.parametrize("place", PLACES)
def test_a_larger_employer_never_owes_less(
    place: str, heads: dict[str, int], law: Law, law_codes: frozenset[str]
) -> None:
    where = places(place, law_codes=law_codes)
    small = Employer(sum(heads.values()), heads)
    large = Employer(sum(heads.values()) + 7 * len(heads), {code: count + 7 for code, count in heads.items()})

    before = told(tuple(one for one in review(PostingFacts(), small, where, TODAY, law) if one.kind is not Kind.WARNS))
    after = told(review(PostingFacts(), large, where, TODAY, law))

    assert before <= after


@pytest.mark.parametrize(
    ("lacks", "names"),
    [
        ({"benefits": ""}, {"benefits_summary", "healthcare_before_first_interview"}),
        ({"other_compensation": ""}, {"other_compensation"}),
        ({"deadline": None}, {"application_deadline"}),
        ({"vacancy_statement": False}, {"vacancy_statement"}),
    ],
)
def test_adding_a_missing_thing_takes_away_its_findings_and_no_others(
    lacks: dict[str, object], names: set[str], law: Law, law_codes: frozenset[str]
) -> None:
    every = places(*law.jurisdictions, law_codes=law_codes)

    whole = binding_now(review(a_posting(), Employer(), every, TODAY, law))
    wanting = binding_now(review(a_posting(**lacks), Employer(), every, TODAY, law))

    assert whole < wanting
    assert {value for _, value in wanting - whole} <= names


@LOADED_ONCE
@given(text=st.text(max_size=400))
def test_no_text_stops_a_review(text: str, law: Law, law_codes: frozenset[str]) -> None:
    posting = a_posting(text=text, title=text[:80], screening_questions=(text,), ai_used=True)

    findings = review(posting, Employer(), places("US-CA", "CA-ON", "DE", law_codes=law_codes), TODAY, law)

    assert all(one.quote is None or one.quote.text for one in findings)


@LOADED_ONCE
@given(day=st.dates(date(2015, 1, 1), date(2030, 1, 1)))
def test_what_is_upcoming_lies_ahead_and_the_rest_does_not(day: date, law: Law, law_codes: frozenset[str]) -> None:
    findings = review(PostingFacts(), Employer(), places("US-CO", "US-NY-NYC", "CA-ON", law_codes=law_codes), day, law)

    assert all(date.fromisoformat(one.value) > day for one in findings if one.kind is Kind.UPCOMING)
    assert len(told(findings)) == len(findings)


# -- findings


def test_every_finding_says_what_backs_it(law: Law, law_codes: frozenset[str]) -> None:
    posting = PostingFacts(ai_used=True, text="recent graduates; your salary history", deadline=TODAY)

    for one in review(posting, Employer(), places(*law.jurisdictions, law_codes=law_codes), TODAY, law):
        assert one.citation
        assert one.sources
        assert one.rules
        assert one.checked_on <= TODAY
        assert one.message.endswith(".")


def test_a_reading_grows_stale_after_180_days(law: Law, law_codes: frozenset[str]) -> None:
    finding = review(PostingFacts(), Employer(), places("US-CO", law_codes=law_codes), TODAY, law)[0]

    assert not finding.stale(finding.checked_on + timedelta(days=180))
    assert finding.stale(finding.checked_on + timedelta(days=181))


def test_forbidden_words_are_shown_where_they_stand(law: Law, law_codes: frozenset[str]) -> None:
    text = "Technical Program Manager\nWe want a digital native. Canadian experience is a must."

    found = review(a_posting(text=text), Employer(), places("CA-ON", "US-TX", law_codes=law_codes), TODAY, law)
    quotes = [one.quote for one in found if one.quote is not None]

    assert {text[quote.start : quote.end] for quote in quotes} == {"digital native", "Canadian experience"}


def test_an_assumption_about_the_employer_is_told(law: Law, law_codes: frozenset[str]) -> None:
    found = review(a_posting(pay=None), Employer(), places("US-CA", law_codes=law_codes), TODAY, law)

    assert found[0].assumes == ("you have 15 employees or more in all", "you have 1 employee or more in California")


def test_work_from_anywhere_is_told_in_the_message(law: Law, law_codes: frozenset[str]) -> None:
    where = places("US remote anywhere", law_codes=law_codes)

    found = review(a_posting(deadline=None), Employer(1, {"US-CO": 1}), where, TODAY, law)

    assert "because the job may be done from there (“US remote anywhere”)" in found[0].message


def test_an_unclear_reach_lowers_the_confidence(law: Law, law_codes: frozenset[str]) -> None:
    employer = Employer(40, {"US-MN": 40})

    near = review(a_posting(benefits=""), employer, places("US-MN", law_codes=law_codes), TODAY, law)
    far = review(a_posting(benefits=""), employer, places("US remote anywhere", law_codes=law_codes), TODAY, law)

    assert [one.confidence for one in near] == [Confidence.HIGH]
    assert [one.confidence for one in far if one.code == "US-MN"] == [Confidence.MEDIUM]


def test_a_reminder_of_mercy_is_given(law: Law, law_codes: frozenset[str]) -> None:
    found = review(a_posting(pay=None), Employer(), places("US-WA", law_codes=law_codes), TODAY, law)

    assert "Mended within 5 business days after written notice" in found[0].message


# -- head counts


def test_the_people_of_a_city_are_people_of_its_state() -> None:
    employer = Employer(40, {"US-NY-NYC": 3, "US-NY": 2})

    assert employer.people("US-NY").low == 3
    assert employer.people("US").low == 3


def test_a_place_without_a_count_may_hold_the_rest() -> None:
    employer = Employer(40, {"US-CO": 10, "US-NY": 5})

    count = employer.people("US-MN")

    assert (count.low, count.high) == (0, 25)
    assert count.reaches(30) is Answer.NO
    assert count.reaches(25) is Answer.UNKNOWN


def test_a_city_holds_no_more_than_its_state() -> None:
    employer = Employer(40, {"US-OH": 9, "US-OH-CLE": 4})

    assert employer.people("US-OH-COL").high == 5


def test_counts_that_do_not_add_up_are_told() -> None:
    assert "add up to 12 people" in Employer(10, {"US-CO": 12}).note
    assert Employer(12, {"US-CO": 12}).note == ""


# -- places of work


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ("US-CO", WorkPlace("US-CO", words="US-CO")),
        ("us-co remote", WorkPlace("US-CO", remote=True, words="us-co remote")),
        ("US-CO (hybrid)", WorkPlace("US-CO", words="US-CO (hybrid)")),
        ("US remote anywhere", WorkPlace("US", remote=True, anywhere=True, words="US remote anywhere")),
        ("US remote", WorkPlace("US", remote=True, anywhere=True, words="US remote")),
        ("Remote anywhere", WorkPlace("WORLD", remote=True, anywhere=True, words="Remote anywhere")),
        (
            "US-TX remote, reports to US-NY",
            WorkPlace("US-TX", remote=True, reports_to="US-NY", words="US-TX remote, reports to US-NY"),
        ),
    ],
)
def test_a_place_is_read(words: str, read: WorkPlace, law_codes: frozenset[str]) -> None:
    assert read_work_place(words, law_codes) == read


@pytest.mark.parametrize("words", ["", "US-ZZ", "Denver", "US-CO or US-CA", "US-TX, reports to US-QQ"])
def test_a_place_that_cannot_be_read_is_told(words: str, law_codes: frozenset[str]) -> None:
    with pytest.raises(DomainError) as error:
        read_work_place(words, law_codes)

    assert error.value.code == "unknown_place"
    assert "US-CO remote" in error.value.message


# -- the calendar


def test_the_law_of_a_city_holds_its_states_law(law: Law) -> None:
    rules = [duty.rule for duty in duties_on(law, "US-NY-NYC", TODAY)]

    assert rules.index("us-ny-nyc.pay_range") < rules.index("us-ny.pay_range") < rules.index("us.age_wording")


def test_a_member_state_without_a_law_of_its_own_shows_the_directive(law: Law) -> None:
    assert {duty.name for duty in duties_on(law, "DE", TODAY)} >= {"pay_before_interview", "gendered_title"}
    assert all(duty.jurisdiction != "EU" or duty.status != "directive" for duty in law.duties_at("PL"))


def test_what_changes_next_comes_first(law: Law) -> None:
    changes = changes_after(law, TODAY)

    assert [(change.on, change.code, change.what) for change in changes[:3]] == [
        (date(2027, 1, 1), "US-CO", "begins"),
        (date(2027, 1, 1), "US-CO", "begins"),
        (date(2027, 1, 1), "US-OH-COL", "enforced"),
    ]
    assert date(2027, 9, 26) in {change.on for change in changes_after(law, TODAY, "US-DE")}


def test_the_end_of_a_duty_is_a_change(law: Law) -> None:
    changes = changes_after(law, date(2026, 9, 1), "US-CT")

    assert ("ends", date(2026, 10, 1), "pay_on_request") in {(one.what, one.on, one.duty.name) for one in changes}
