"""Worked cases: lines are read as a TPM would read them."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from app.config import ROOT
from app.core.achievements.likelihoods import Kind
from app.usecases.lines import Lines

CASES = yaml.safe_load((ROOT / "tests" / "examples" / "resume_lines.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def lines() -> Lines:
    return Lines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_worked_case(lines: Lines, case: dict[str, Any]) -> None:
    reading = lines.read(case["line"])

    assert reading.kind == case["kind"]
    assert reading.quantified == case["measured"]
    assert [[metric.value, metric.unit, metric.role] for metric in reading.metrics] == case["numbers"]


def test_a_result_scores_above_the_same_line_without_one(lines: Lines) -> None:
    with_result = lines.read("Cut vendor cost by 18% by bundling orders from four plants")
    without = lines.read("Bundled orders from four plants to cut vendor cost")

    assert with_result.score > without.score + 30


def test_what_claims_no_result_stays_under_its_cap(lines: Lines) -> None:
    duty = lines.read("Led the weekly planning meeting of a $40M program with 12 vendors using Scrum and a RAID log")
    blank = lines.read("Saved $[Amount] by [Number]% with a team of 12 engineers")

    assert duty.score <= 35
    assert blank.score <= 20
    assert blank.prompts == ("Which number or name belongs in the blank? Leave the sentence out if you do not know.",)


def test_the_missing_part_is_asked_for(lines: Lines) -> None:
    reading = lines.read("Rescued a delayed vendor delivery by finishing the test in their factory")

    assert reading.prompts[0] == "How late was it, and how many weeks were won back?"


def test_headings_and_scope_have_no_score(lines: Lines) -> None:
    assert lines.read("PROFESSIONAL EXPERIENCE").score == 0
    assert lines.read("12+ years of experience in telecom").score == 0


def test_probabilities_add_up_and_repeat(lines: Lines) -> None:
    text = "Kept the launch date when the main supplier went bankrupt"
    reading = lines.read(text)

    assert sum(reading.probabilities.values()) == pytest.approx(1.0, abs=0.001)
    assert set(reading.probabilities) == set(Kind)
    assert Lines().read(text) == reading
