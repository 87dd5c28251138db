"""Gaps, strengths, the plan, the questions asked, and the word for confidence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.core.assessments.checks import Confidence
from app.core.assessments.plain import answers_to_plain
from app.core.assessments.result import Result, assess, suggested_level
from app.core.errors import DomainError
from app.core.framework import Track
from tests.assessment_builders import (
    FACTS,
    SKILLS,
    TODAY,
    a_framework,
    a_profile,
    a_scoring,
    answers,
    written,
)

LINKED = {skill: {"status": "linked", "when": "2026-05"} for skill in SKILLS}
SCOPE = dict.fromkeys(FACTS, 4)


def result(**more: Any) -> Result:
    return assess(answers(**more), a_framework(), a_scoring(), TODAY)


def kinds(of: Result) -> list[str]:
    return [check.kind for check in of.checks]


def test_a_profile_as_the_target_expects_has_no_gaps() -> None:
    assert result(evidence=LINKED, scope=SCOPE).gaps == ()


def test_gaps_come_in_the_order_in_which_closing_them_helps() -> None:
    picks = a_profile(Track.PROJECT, "L4") | {"risk": 0, "budget": 1, "remote": 0}

    gaps = result(picks=picks, evidence=LINKED, scope=SCOPE).gaps

    assert [gap.skill for gap in gaps] == ["risk", "budget", "remote"]
    assert [gap.priority for gap in gaps] == sorted((gap.priority for gap in gaps), reverse=True)


def test_no_more_than_three_gaps_become_the_plan() -> None:
    shown = result(target="L6", picks=dict.fromkeys(SKILLS, 2))

    assert len(shown.gaps) == len(shown.plan) == 3


def test_a_plan_step_asks_for_the_next_level_only() -> None:
    picks = a_profile(Track.PROJECT, "L6") | {"risk": 1}

    step = result(target="L6", picks=picks, evidence=LINKED, scope=dict.fromkeys(FACTS, 6)).plan[0]

    assert step.skill == "risk"
    assert step.to_level == step.from_level + 1 < 6
    risk = a_framework().skill("risk")
    goal = risk.at(step.to_level)
    assert (step.goal, step.evidence) == (goal.indicator, risk.evidence[0])
    assert (step.task, step.learn_from, step.study) == (
        goal.growth.practice,
        goal.growth.learn_from,
        goal.growth.study,
    )


def test_the_steps_of_a_plan_are_spread_over_a_quarter() -> None:
    due = [step.due for step in result(target="L6", picks=dict.fromkeys(SKILLS, 2)).plan]

    assert due == [TODAY + timedelta(weeks=weeks) for weeks in (6, 10, 14)]


def test_strengths_are_what_most_surely_carries_the_target() -> None:
    picks = a_profile(Track.PROJECT, "L4") | {"technical": 6}

    strengths = result(picks=picks, evidence=LINKED, scope=SCOPE).strengths

    assert strengths[0].skill == "technical"
    assert all(one.chance_met >= 0.6 for one in strengths)


def test_a_skill_that_does_not_apply_is_neither_gap_nor_strength() -> None:
    picks: dict[str, Any] = a_profile(Track.PROJECT, "L4") | {"vendor": "NA"}

    shown = result(picks=picks, scope=SCOPE)

    assert "vendor" not in {one.estimate.skill for one in shown.skills}


def test_without_a_target_the_size_of_the_work_suggests_one() -> None:
    shown = result(target=None, scope=dict.fromkeys(FACTS, 5))

    assert (shown.target, shown.target_from_scope) == ("L5", True)


def test_a_suggested_target_is_one_that_the_track_has() -> None:
    assert suggested_level(1.0, Track.PROGRAM, a_framework()) == "L3"
    assert suggested_level(4.5, Track.PROJECT, a_framework()) == "L4"


def test_without_target_and_scope_a_target_is_asked_for() -> None:
    with pytest.raises(DomainError, match="Name the level") as refused:
        result(target=None)

    assert refused.value.field == "target"


# -- questions


def test_a_quick_walk_through_is_asked_about() -> None:
    assert "too_fast" in kinds(result(seconds=30))
    assert "too_fast" not in kinds(result(seconds=600))


def test_old_evidence_is_asked_about_but_not_the_work_of_last_year() -> None:
    old = result(evidence=LINKED | {"risk": {"status": "linked", "when": "2023-10"}})

    assert next(check for check in old.checks if check.kind == "old_evidence").skills == ("risk",)
    assert "old_evidence" not in kinds(result(evidence=LINKED | {"risk": {"status": "linked", "when": "2023-11"}}))


def test_stories_in_the_wrong_order_are_asked_about() -> None:
    smaller, larger = sorted(a_framework().skills, key=lambda skill: skill.vignette.level)[:: len(SKILLS) - 1]

    assert "vignette_order_reversed" in kinds(result(vignettes={smaller.id: 5, larger.id: 2}))
    assert "vignette_order_reversed" not in kinds(result(vignettes={smaller.id: 2, larger.id: 2}))


def test_every_check_is_a_question() -> None:
    shown = result(picks=dict.fromkeys(SKILLS, 6), scope={"teams": 1, "stakeholders": 5}, seconds=5)

    assert len(shown.checks) >= 4
    assert all("?" in check.question for check in shown.checks)


def test_a_check_names_no_number_of_the_person() -> None:
    shown = result(picks=dict.fromkeys(SKILLS, 6), scope=dict.fromkeys(FACTS, 1))

    assert "%" not in " ".join(check.question for check in shown.checks)


# -- confidence


def test_what_people_say_about_themselves_alone_is_never_more_than_low() -> None:
    assert result(scope=SCOPE).confidence is Confidence.LOW
    described = {skill: {"status": "described"} for skill in SKILLS}
    assert result(evidence=described, scope=SCOPE).confidence is Confidence.LOW


def test_medium_needs_scope_and_evidence_that_others_can_open() -> None:
    assert result(evidence=LINKED, scope=SCOPE).confidence is Confidence.MEDIUM
    assert result(evidence=LINKED).confidence is Confidence.LOW


def test_old_links_do_not_raise_confidence() -> None:
    old = {skill: {"status": "linked", "when": "2019-01"} for skill in SKILLS}

    assert result(evidence=old, scope=SCOPE).confidence is Confidence.LOW


def test_a_weighty_question_keeps_confidence_low() -> None:
    assert result(evidence=LINKED, scope=SCOPE, seconds=20).confidence is Confidence.LOW


def test_high_needs_a_second_rating_that_agrees_on_enough_skills() -> None:
    picks = a_profile(Track.PROJECT, "L4")

    assert result(coach=picks).confidence is Confidence.HIGH
    assert result(coach=dict(list(picks.items())[:5])).confidence is Confidence.LOW
    assert result(coach=dict.fromkeys(SKILLS, 1)).confidence is Confidence.LOW


# -- careers


def test_the_same_answers_are_read_on_both_tracks() -> None:
    careers = result(evidence=LINKED, scope=SCOPE).careers

    assert [(view.track, view.fit.level) for view in careers.tracks] == [("project", "L4"), ("program", "L4")]
    assert "coordination" in {gap.skill for gap in careers.tracks[1].gaps["L4"]}


def test_a_move_names_what_it_would_still_need() -> None:
    moves = result(evidence=LINKED, scope=SCOPE).careers.moves

    over = next(move for move in moves if (move.path.to_track, move.path.to_level) == (Track.PROGRAM, "L4"))
    assert "coordination" in {gap.skill for gap in over.missing} <= set(over.path.key_gaps)


def test_ways_in_are_shown_to_those_who_are_on_their_way_in() -> None:
    early = result(target="L1", scope=dict.fromkeys(FACTS, 1))

    assert early.careers.entries == a_framework().paths.entry
    assert result(scope=SCOPE).careers.entries == ()


def test_the_result_names_its_edition_and_its_day() -> None:
    shown = result()

    assert (shown.edition, shown.assessed_on) == ("2026.1", date(2026, 11, 22))


def test_answers_that_were_written_out_are_read_back_as_they_were() -> None:
    read = answers(
        written(
            evidence={"planning": {"status": "described", "when": "2025-12", "text": "A plan"}},
            scope={"teams": 2},
            coach={"planning": 3, "risk": "NA"},
            vignettes={"scope": 2},
            seconds=300,
        )
    )

    assert answers(answers_to_plain(read)) == read
