"""What the picks say, once evidence, scope and a second rater have been weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.assessments.answers import Answers
from app.core.assessments.estimate import Estimate, Fit, Reading
from app.core.assessments.ladder import Ladder, ladder_of
from app.core.assessments.weighing import NotEnoughAnswers, read_level
from app.core.framework import Track
from tests.assessment_builders import FACTS, SKILLS, a_framework, a_profile, a_scoring, answers, written

FRAMEWORK = a_framework()
LADDERS = {track: ladder_of(FRAMEWORK, track) for track in Track}
SCORING = a_scoring()

LINKED = {skill: {"status": "linked"} for skill in SKILLS}


def reading(given_answers: Answers) -> Reading:
    return read_level(given_answers, LADDERS[given_answers.track], SCORING)


def value(of: Reading, skill: str) -> float:
    found = of.of(skill)
    assert found is not None
    return found.value


def facts(level: int) -> dict[str, int]:
    return dict.fromkeys(FACTS, level)


@pytest.mark.parametrize(
    ("track", "level"), [(track, level) for track in Track for level in FRAMEWORK.track(track).levels]
)
def test_who_answers_exactly_as_a_level_expects_is_read_as_that_level(track: Track, level: str) -> None:
    read = reading(answers(written(track, level, evidence=LINKED, scope=facts(int(level[1:])))))

    assert read.fit.level == level
    assert read.fit.shares[level] > 0.7
    assert sum(read.fit.shares.values()) == pytest.approx(1.0)


def test_a_beginner_who_looks_at_the_program_track_is_not_called_an_l3() -> None:
    read = reading(answers(written("program", "L3", picks=a_profile(Track.PROJECT, "L1"), scope=facts(1))))

    assert read.fit.level == "L1"


def test_the_band_holds_the_estimate_and_stays_on_the_scale() -> None:
    for level in ("L1", "L6"):
        for one in reading(answers(written(target=level))).estimates:
            assert 0.0 <= one.low <= one.value <= one.high <= 6.5


def test_without_facts_the_level_is_less_sure() -> None:
    with_facts = reading(answers(written(scope=facts(4))))
    without = reading(answers(written()))

    assert with_facts.fit.shares["L4"] > without.fit.shares["L4"]


def test_picks_far_above_the_scope_are_brought_down() -> None:
    high = dict.fromkeys(SKILLS, 5)

    alone = reading(answers(written(picks=high, evidence=LINKED)))
    with_small_work = reading(answers(written(picks=high, evidence=LINKED, scope=facts(3))))

    assert value(with_small_work, "planning") < value(alone, "planning") - 0.3


def test_modest_picks_under_large_work_are_lifted() -> None:
    low = dict.fromkeys(SKILLS, 3)

    alone = reading(answers(written(picks=low, evidence=LINKED)))
    with_large_work = reading(answers(written(picks=low, evidence=LINKED, scope=facts(5))))

    assert value(with_large_work, "planning") > value(alone, "planning") + 0.3


def test_a_claim_that_nobody_can_check_counts_a_little_less() -> None:
    bare = reading(answers(written(evidence=LINKED | {"planning": {"status": "none"}})))
    shown = reading(answers(written(evidence=LINKED)))

    assert 0.1 < value(shown, "planning") - value(bare, "planning") < 0.5


def test_each_kind_of_evidence_narrows_the_band() -> None:
    spreads = []
    for status in ("none", "described", "linked", "confirmed_by_other"):
        picks = a_profile(Track.PROJECT, "L2")
        one = reading(answers(written(target="L2", picks=picks, evidence={"planning": {"status": status}})))
        found = one.of("planning")
        assert found is not None
        spreads.append(found.spread)

    assert spreads == sorted(spreads, reverse=True)


def test_a_coach_moves_the_estimate_more_than_halfway_and_narrows_it() -> None:
    own = reading(answers(written(evidence=LINKED, scope=facts(4))))
    seconded = reading(answers(written(evidence=LINKED, scope=facts(4), coach={"planning": 2})))
    before, after = own.of("planning"), seconded.of("planning")

    assert before is not None
    assert after is not None
    assert after.value < before.value - 0.4
    assert after.spread < before.spread


def test_one_odd_fact_does_not_move_the_level() -> None:
    read = reading(answers(written(scope=facts(4) | {"money": 1})))

    assert read.fit.level == "L4"


def test_a_target_does_not_change_what_is_estimated() -> None:
    low, high = (reading(answers(written(target=t, picks=a_profile(Track.PROJECT, "L4")))) for t in ("L2", "L6"))

    assert low == high


def test_too_few_picks_are_not_turned_into_a_level() -> None:
    with pytest.raises(NotEnoughAnswers, match="Only 4 skills are answered; 5 are needed"):
        reading(answers(written(picks=dict.fromkeys(SKILLS[:4], 3))))


# -- what holds for any answers

steps = st.integers(0, 6)
statuses = st.sampled_from(["none", "described", "linked", "confirmed_by_other"])


@st.composite
def any_answers(draw: st.DrawFn, picks: st.SearchStrategy[int] = steps) -> dict[str, Any]:
    track = draw(st.sampled_from(list(Track)))
    skills = draw(st.lists(st.sampled_from(SKILLS), min_size=6, max_size=14, unique=True))
    return written(
        track,
        "L4",
        picks={skill: draw(picks) for skill in skills},
        evidence={skill: {"status": draw(statuses)} for skill in skills},
        scope=draw(st.dictionaries(st.sampled_from(FACTS), st.integers(1, 6), max_size=6)),
        coach=draw(st.dictionaries(st.sampled_from(skills), steps, max_size=4)),
    )


def expected_level(of: Reading) -> float:
    return sum(int(level[1:]) * share for level, share in of.fit.shares.items())


@settings(max_examples=120, deadline=None)
@given(any_answers(), st.data())
def test_raising_a_pick_never_lowers_its_estimate(given_answers: dict[str, Any], data: st.DataObject) -> None:
    skill = data.draw(st.sampled_from(sorted(given_answers["picks"])))
    pick = given_answers["picks"][skill]
    raised = given_answers | {"picks": given_answers["picks"] | {skill: min(pick + 1, 6)}}

    before, after = reading(answers(given_answers)), reading(answers(raised))

    assert value(after, skill) >= value(before, skill) - 1e-3


@settings(max_examples=120, deadline=None)
@given(any_answers(st.integers(0, 5)))
def test_raising_every_pick_by_a_step_never_lowers_the_level(given_answers: dict[str, Any]) -> None:
    raised = given_answers | {"picks": {skill: pick + 1 for skill, pick in given_answers["picks"].items()}}

    before, after = reading(answers(given_answers)), reading(answers(raised))

    assert expected_level(after) >= expected_level(before) - 1e-3
    assert after.fit.number >= before.fit.number


@settings(max_examples=120, deadline=None)
@given(any_answers(), st.data())
def test_raising_a_fact_never_lowers_the_level(given_answers: dict[str, Any], data: st.DataObject) -> None:
    fact = data.draw(st.sampled_from(FACTS))
    held = given_answers["scope"].get(fact, 3)
    low, high = (given_answers | {"scope": given_answers["scope"] | {fact: band}} for band in (held, min(held + 1, 6)))

    before, after = reading(answers(low)), reading(answers(high))

    assert expected_level(after) >= expected_level(before) - 1e-3
    assert after.fit.number >= before.fit.number


@settings(max_examples=60, deadline=None)
@given(any_answers(), st.data())
def test_the_order_of_the_skills_does_not_matter(given_answers: dict[str, Any], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(SKILLS))))
    turned = _reordered(LADDERS[Track(given_answers["track"])], order)
    shuffled = given_answers | {"picks": dict(sorted(given_answers["picks"].items(), reverse=True))}

    plain = reading(answers(given_answers))
    mixed = read_level(answers(shuffled), turned, SCORING)

    assert mixed.fit.level == plain.fit.level
    assert {one.skill: one.value for one in mixed.estimates} == pytest.approx(
        {one.skill: one.value for one in plain.estimates}, abs=1e-6
    )


def _reordered(ladder: Ladder, order: list[int]) -> Ladder:
    def turned(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row[at] for at in order)

    rungs = tuple(replace(rung, expected=turned(rung.expected)) for rung in ladder.rungs)
    return Ladder(turned(ladder.skills), turned(ladder.weights), rungs)


@settings(max_examples=60, deadline=None)
@given(any_answers())
def test_the_same_answers_always_give_the_same_result(given_answers: Mapping[str, Any]) -> None:
    assert reading(answers(given_answers)) == reading(answers(given_answers))


@pytest.mark.parametrize(
    ("shares", "tenths"),
    [
        ({"L2": 0.06, "L3": 0.86, "L4": 0.08}, [0, 9, 1]),
        ({"L2": 0.13, "L3": 0.47, "L4": 0.38, "L5": 0.02}, [1, 5, 4]),
        ({"L3": 1 / 3, "L4": 1 / 3, "L5": 1 / 3}, [4, 3, 3]),
        ({"L1": 0.97, "L2": 0.03}, [10]),
    ],
)
def test_the_chances_that_are_shown_add_up_to_ten(shares: dict[str, float], tenths: list[int]) -> None:
    assert [one.tenths for one in Fit("L3", shares).worth_showing] == tenths


def test_a_band_is_written_as_far_as_the_steps_go() -> None:
    assert Estimate("risk", 6.2, 0.1).likely == (6.0, 6.0)
    assert Estimate("risk", 3.0, 0.5).likely[1] < 6.0
