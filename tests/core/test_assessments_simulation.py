"""How often the assessment is right about people whose level is known: the floors that it must keep."""

from __future__ import annotations

import pytest

from app.core.assessments.simulation import SCENARIOS, Figures, simulate
from tests.assessment_builders import a_framework, a_scoring

PEOPLE = 700


@pytest.fixture(scope="module")
def figures() -> dict[str, dict[str, Figures]]:
    return simulate(a_framework(), a_scoring(), PEOPLE, seed=11)


def test_the_level_is_right_for_two_people_in_three(figures: dict[str, dict[str, Figures]]) -> None:
    base = figures["base"]["estimate"]

    assert base.exact >= 0.65
    assert base.within_one >= 0.98
    assert base.too_high <= 0.22


def test_the_band_holds_the_truth_about_four_times_in_five(figures: dict[str, dict[str, Figures]]) -> None:
    assert 0.75 <= figures["base"]["estimate"].band_coverage <= 0.88
    assert figures["independent"]["estimate"].band_coverage >= 0.75


@pytest.mark.parametrize("scenario", [scenario.id for scenario in SCENARIOS])
def test_the_estimate_beats_believing_every_pick_and_the_plain_rule(
    figures: dict[str, dict[str, Figures]], scenario: str
) -> None:
    ways = figures[scenario]

    assert ways["estimate"].exact > ways["picks_believed"].exact + 0.1
    assert ways["estimate"].exact > ways["plain_rule"].exact - 0.02
    assert ways["estimate"].skill_error < ways["plain_rule"].skill_error - 0.05


def test_harsh_conditions_cost_less_than_with_the_plain_rule(figures: dict[str, dict[str, Figures]]) -> None:
    for scenario in ("harsh", "modest", "independent"):
        assert figures[scenario]["estimate"].exact > figures[scenario]["plain_rule"].exact + 0.03


@pytest.mark.parametrize("scenario", [scenario.id for scenario in SCENARIOS])
def test_a_coach_makes_the_result_better(figures: dict[str, dict[str, Figures]], scenario: str) -> None:
    ways = figures[scenario]

    assert ways["estimate_with_coach"].exact > ways["estimate"].exact
    assert ways["estimate_with_coach"].skill_error < ways["estimate"].skill_error


def test_modest_people_are_not_pushed_down_for_being_modest(figures: dict[str, dict[str, Figures]]) -> None:
    assert figures["modest"]["estimate"].too_low < figures["modest"]["plain_rule"].too_low - 0.1


def test_the_same_seed_gives_the_same_figures() -> None:
    once, again, other = (simulate(a_framework(), a_scoring(), 40, seed, SCENARIOS[:1]) for seed in (5, 5, 6))

    assert once == again != other
