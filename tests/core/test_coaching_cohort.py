"""A group of clients in one picture, the desk, and what two people agree on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.assessments.result import Result, assess
from app.core.coaching.agreed import GoalState, GoalText, read_comment, read_goal, read_name
from app.core.coaching.cohort import cohort, for_print
from app.core.coaching.desk import DeskLine, NextDate, in_order, next_date
from app.core.errors import DomainError
from tests.assessment_builders import SKILLS, TODAY, a_framework, a_scoring, answers, written

MARGIN = a_scoring().gaps.margin


def a_client(weak: str = "risk", coach: dict[str, int] | None = None, **more: int) -> Result:
    """Somebody who is beyond L4 but for one skill."""
    picks = dict.fromkeys(SKILLS, 5) | {weak: 0} | more
    return assess(answers(written(picks=picks, coach=coach or {})), a_framework(), a_scoring(), TODAY)


def test_the_skill_that_most_people_lack_comes_first() -> None:
    picture = cohort([a_client("risk"), a_client("risk"), a_client("vendor")], MARGIN)

    first = picture.skills[0]
    assert (first.skill, first.people, first.below) == ("risk", 3, 2)
    assert first.median_gap > MARGIN
    assert next(one for one in picture.skills if one.skill == "vendor").below == 1


def test_four_people_are_not_printed() -> None:
    with pytest.raises(DomainError, match="printed from 5 people on"):
        for_print(cohort([a_client()] * 4, MARGIN))


def test_a_skill_that_few_people_rated_is_left_out_of_print() -> None:
    without = {skill: pick for skill, pick in written()["picks"].items() if skill != "vendor"}
    some = assess(answers(written(picks=without)), a_framework(), a_scoring(), TODAY)
    picture = cohort([a_client()] * 4 + [some] * 3, MARGIN)

    assert "vendor" in {one.skill for one in picture.skills}
    assert "vendor" not in {one.skill for one in for_print(picture).skills}


def test_a_group_of_nine_says_what_is_missing_for_an_agreement() -> None:
    coached = a_client(coach=dict.fromkeys(SKILLS, 3))

    found = cohort([coached] * 9, MARGIN).agreement

    assert found.overall is None
    assert "9 people have both ratings; 10 are needed" in found.why_not
    assert "5 skills" in found.why_not


def test_a_coach_who_saw_four_skills_does_not_count_as_a_pair() -> None:
    coached = a_client(coach=dict.fromkeys(SKILLS[:4], 3))

    assert cohort([coached] * 12, MARGIN).agreement.people == 0


def test_twelve_rated_clients_have_an_agreement_with_its_interval() -> None:
    clients = []
    for number in range(12):
        own = {skill: min(6, number // 2 + (place % 2)) for place, skill in enumerate(SKILLS)}
        seen = {skill: max(0, pick - (place % 3 == 0)) for place, (skill, pick) in enumerate(own.items())}
        clients.append(assess(answers(written(picks=own, coach=seen)), a_framework(), a_scoring(), TODAY))

    found = cohort(clients, MARGIN).agreement

    assert found.overall is not None
    assert found.overall.low < found.overall.value < found.overall.high
    assert found.mean_difference is not None
    assert found.mean_difference > 0
    assert set(found.skills) <= set(SKILLS)


def a_goal(**more: object) -> GoalText:
    return replace(GoalText("Lead a pre-mortem", "risk", date(2027, 1, 10)), **more)  # type: ignore[arg-type]


def test_the_next_date_is_the_nearest_that_is_still_open() -> None:
    plan = a_client().plan

    assert next_date(plan, (a_goal(),), TODAY) == NextDate(plan[0].due, plan[0].task, False)
    past = a_goal(due=date(2026, 11, 1))
    assert next_date(plan, (past,), TODAY) == NextDate(past.due, past.text, True)
    assert next_date((), (a_goal(state=GoalState.REACHED),), TODAY) is None


def test_who_is_due_first_stands_first_on_the_desk() -> None:
    def line(name: str, due: date | None) -> DeskLine:
        return DeskLine(name, name, None, "", None, NextDate(due, "", False) if due else None)

    lines = in_order([line("Zoe", None), line("Ada", None), line("Kim", date(2027, 1, 1))])

    assert [one.name for one in lines] == ["Kim", "Ada", "Zoe"]


@pytest.mark.parametrize(
    ("text", "skill", "due", "state", "field"),
    [
        (" ", "risk", TODAY, "open", "text"),
        ("x" * 501, "risk", TODAY, "open", "text"),
        ("Lead a pre-mortem", "juggling", TODAY, "open", "skill"),
        ("Lead a pre-mortem", "", None, "open", "due"),
        ("Lead a pre-mortem", "", date(9999, 1, 1), "open", "due"),
        ("Lead a pre-mortem", "", TODAY, "maybe", "state"),
    ],
)
def test_a_goal_that_cannot_be_names_its_field(text: str, skill: str, due: date | None, state: str, field: str) -> None:
    with pytest.raises(DomainError) as caught:
        read_goal(text, skill, due, state, frozenset(SKILLS))

    assert caught.value.field == field


def test_names_and_comments_are_trimmed_and_bounded() -> None:
    assert read_name("  Ada   Moreno ") == "Ada Moreno"
    assert read_comment(" Well done. \n") == "Well done."
    for refuse in (lambda: read_name(" "), lambda: read_comment(" "), lambda: read_comment("x" * 2001)):
        with pytest.raises(DomainError):
            refuse()
