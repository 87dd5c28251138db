"""A second rating counts with the answers that it was blind to, and with no others."""

from __future__ import annotations

from dataclasses import replace

from app.core.assessments.blind import BlindRating
from tests.assessment_builders import a_scoring, answers

OWN = answers()
RATING = BlindRating(picks=dict.fromkeys(OWN.picks, 2) | {"vendor": None}, blind_to=OWN.picks)


def test_a_rating_counts_as_long_as_the_answers_stand() -> None:
    assert RATING.holds_for(OWN)
    assert RATING.joined_to(OWN).coach_rated == {skill: 2 for skill in OWN.picks if skill != "vendor"}


def test_one_answer_that_was_changed_after_seeing_the_rating_ends_it() -> None:
    assert not RATING.holds_for(replace(OWN, picks=OWN.picks | {"risk": 2}))
    assert not RATING.holds_for(replace(OWN, picks={}))


def test_a_skill_that_the_rater_has_not_seen_can_be_changed() -> None:
    assert RATING.holds_for(replace(OWN, picks=OWN.picks | {"vendor": 6}))


def test_an_answer_that_the_rating_was_not_blind_to_is_not_compared() -> None:
    early = replace(RATING, blind_to={"risk": 4, "planning": 4})

    assert early.seen == {"risk": 2, "planning": 2}
    assert early.holds_for(OWN) is (OWN.picks["risk"] == OWN.picks["planning"] == 4)


def test_the_agreement_is_that_of_the_two_ratings_as_they_were_given() -> None:
    found = RATING.agreement(a_scoring().coach)

    assert found is not None
    assert found.differences["risk"] == OWN.rated["risk"] - 2
