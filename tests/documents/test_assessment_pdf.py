"""The report on paper: short, tagged, and the same value as the page."""

from __future__ import annotations

from dataclasses import replace

import page
import pypdfium2
import pytest

from app.core.assessments.result import Result, assess
from app.documents.pdf.assessment import assessment_html, assessment_pdf
from app.documents.pdf.paper import PageSize
from tests.assessment_builders import FACTS, SKILLS, TODAY, a_framework, a_scoring, answers, written


def a_result(**more: object) -> Result:
    return assess(answers(written(**more)), a_framework(), a_scoring(), TODAY)


def the_longest() -> Result:
    """Every skill, every question, a second rater, and a plan whose owner filled each field to its limit."""
    result = a_result(
        target="L6",
        picks=dict.fromkeys(SKILLS, 4) | {"risk": 1},
        evidence={skill: {"status": "linked", "when": "2020-01"} for skill in SKILLS[:5]},
        scope=dict.fromkeys(FACTS, 1) | {"stakeholders": 6, "ambiguity": 6},
        coach=dict.fromkeys(SKILLS, 3),
        vignettes={"planning": 6, "business": 0},
        seconds=10,
    )
    full = ("A sentence that its owner wrote about the work. " * 7)[:300]
    plan = tuple(replace(step, task=full, learn_from=full, study=full, evidence=full) for step in result.plan)
    return replace(result, plan=plan)


@pytest.fixture(scope="module")
def longest() -> bytes:
    return assessment_pdf(the_longest(), a_framework())


@pytest.mark.parametrize("size", PageSize)
def test_the_usual_report_has_two_pages_and_the_longest_three(size: PageSize) -> None:
    assert len(pypdfium2.PdfDocument(assessment_pdf(a_result(), a_framework(), size))) == 2
    assert len(pypdfium2.PdfDocument(assessment_pdf(the_longest(), a_framework(), size))) == 3


def test_the_report_breaks_no_rule_of_accessible_pdf(longest: bytes) -> None:
    found = page.validate_pdf_bytes(longest, profile="ua1")

    assert [failure.rule_id for failure in found.failures] == []
    assert pypdfium2.PdfDocument(longest).get_metadata_value("Title") == "Self-assessment"


def test_the_report_holds_the_figures_of_the_result() -> None:
    result = a_result()

    html = assessment_html(result, a_framework())

    assert f"Most like {result.fit.level}" in html
    for one in result.skills:
        assert a_framework().skill(one.estimate.skill).name in html
        assert f"{one.estimate.value:.1f}" in html
    assert "not a validated test" in html
    assert "%" not in html


def test_what_somebody_wrote_into_the_plan_is_text_and_never_markup() -> None:
    result = the_longest()
    step = replace(result.plan[0], task="<script>alert(1)</script>")

    html = assessment_html(replace(result, plan=(step,)), a_framework())

    assert "<script>" not in html
    assert "&lt;script&gt;" in html
