"""What the lines of a résumé show together: only what they say."""

from __future__ import annotations

import pytest

from app.core.resumes.report import Report
from app.usecases import resumes
from app.usecases.lines import Lines


@pytest.fixture(scope="module")
def lines() -> Lines:
    return Lines()


def report(lines: Lines, *told: str) -> Report:
    rows = ("Experience", "Program Manager, Orbit Networks, 2020 - 2024", *(f"- {line}" for line in told))
    return resumes.analyze(lines, resumes.read_corrected("\n".join(rows)))


@pytest.mark.parametrize(
    ("line", "budget"),
    [
        ("Closed the pilot with the two largest buyers, opening $90M pipeline", None),
        ("Supported a sales team with revenue of $40M a year", None),
        ("Saved $300k a year by merging two contracts", None),
        ("Managed a $1.2M budget", 1_200_000),
        ("Led a 14-month, $3.2M platform migration", 3_200_000),
        ("Kept a $2.4M rollout to 32 clinics within 3% of its budget", 2_400_000),
    ],
)
def test_a_budget_is_what_work_may_cost(lines: Lines, line: str, budget: float | None) -> None:
    assert report(lines, line).scale.budget == budget


@pytest.mark.parametrize(
    ("line", "team"),
    [
        ("Trained 5 new hires", None),
        ("Hired 12 engineers and interviewed 30 candidates", None),
        ("Rolled out the patient portal to 14 clinics and 300 staff", None),
        ("Led a team of 24 engineers", 24),
        ("Managed a 15-person team through the office move", 15),
    ],
)
def test_a_team_is_whoever_worked_together(lines: Lines, line: str, team: int | None) -> None:
    assert report(lines, line).scale.team == team


def test_clinics_teams_and_providers_are_found(lines: Lines) -> None:
    assert report(lines, "Rolled out the patient portal to 14 clinics").scale.stakeholders == 14
    assert report(lines, "Coordinated 6 teams through the cutover").scale.stakeholders == 6
    assert report(lines, "Integrated two payment providers").scale.vendors == 2


def test_one_large_figure_names_no_level(lines: Lines) -> None:
    alone = report(lines, "Managed a $1.2M budget").level

    assert alone.low is None
    assert alone.why_none == "A level is named only from two signs that stand in different lines."


def test_one_line_with_many_figures_names_no_level(lines: Lines) -> None:
    assert report(lines, "Led a team of 24 engineers through a 14-month, $3.2M platform migration").level.low is None


def test_signs_that_lie_far_apart_name_no_level(lines: Lines) -> None:
    apart = report(lines, "Assisted the project manager with minutes", "Ran the steering committee").level

    assert apart.in_words == ""
    assert apart.why_none == "The signs lie too far apart (L1 to L5) to name a level."


def test_two_signs_in_two_lines_name_a_level(lines: Lines) -> None:
    level = report(lines, "Led a team of 24 engineers", "Kept a $2.4M rollout within its budget").level

    assert level.in_words == "L4"
    assert level.why_none == ""
