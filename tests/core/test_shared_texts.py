"""Texts that a team's postings share: what a new brief takes, and what an old one holds."""

from __future__ import annotations

from app.core.postings.shared_texts import Newer, SharedText, filled, newer, taken_over
from tests.builders import a_brief

ABOUT = SharedText("about", "", "We settle payments.")
BENEFITS = SharedText("benefits", "", "Paid leave.")
GERMAN = SharedText("benefits", "DE", "30 days of paid leave.")
AMERICAN = SharedText("benefits", "US", "Medical cover and a 401(k).")


def test_a_brief_takes_the_text_that_holds_everywhere() -> None:
    assert filled([ABOUT, BENEFITS], []) == {"about": "We settle payments.", "benefits": "Paid leave."}


def test_a_country_with_a_text_of_its_own_takes_that() -> None:
    assert filled([BENEFITS, GERMAN, AMERICAN], ["DE"])["benefits"] == "30 days of paid leave."


def test_work_in_two_countries_takes_both_texts() -> None:
    both = "30 days of paid leave.\nMedical cover and a 401(k)."

    assert filled([BENEFITS, GERMAN, AMERICAN], ["DE", "US", "DE"])["benefits"] == both


def test_a_country_without_a_text_of_its_own_takes_the_one_for_all() -> None:
    assert filled([BENEFITS, GERMAN], ["SG"])["benefits"] == "Paid leave."
    assert filled([GERMAN], ["SG"]) == {}


def test_an_empty_text_fills_nothing() -> None:
    assert filled([SharedText("about", "", "")], []) == {}


def test_a_brief_that_holds_an_earlier_text_is_told_of_the_newer() -> None:
    brief = a_brief(about="We settle payments.")
    changed = SharedText("about", "", "We settle payments for ferries.", ("We move money.", "We settle payments."))

    assert newer(brief, [changed]) == (Newer("about", "", "We settle payments.", "We settle payments for ferries."),)
    assert taken_over(brief, newer(brief, [changed])[0]).about == "We settle payments for ferries."


def test_a_brief_with_words_of_its_own_is_left_alone() -> None:
    changed = SharedText("about", "", "We settle payments for ferries.", ("We settle payments.",))

    assert newer(a_brief(about="We settle payments quickly."), [changed]) == ()
    assert newer(a_brief(about="We settle payments for ferries."), [changed]) == ()


def test_a_text_that_the_team_took_out_is_not_offered() -> None:
    assert newer(a_brief(about="We settle payments."), [SharedText("about", "", "", ("We settle payments.",))]) == ()


def test_only_the_part_for_its_country_is_taken_over() -> None:
    brief = a_brief(benefits="30 days of paid leave.\nMedical cover and a 401(k).")
    changed = SharedText("benefits", "DE", "32 days of paid leave.", ("30 days of paid leave.",))

    (found,) = newer(brief, [changed, AMERICAN])

    assert taken_over(brief, found).benefits == "32 days of paid leave.\nMedical cover and a 401(k)."


def test_the_steps_of_the_process_are_lines() -> None:
    brief = a_brief(process=("A call", "A case"))
    changed = SharedText("process", "", "A call\nA case\nAn offer", ("A call\nA case",))

    (found,) = newer(brief, [changed])

    assert taken_over(brief, found).process == ("A call", "A case", "An offer")
