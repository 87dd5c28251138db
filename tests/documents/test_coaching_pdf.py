"""The pack and the group on paper: tagged, the same values as the pages, and nobody's name in the group."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import page
import pypdfium2
import pytest

from app.core.assessments.progress import Snapshot, progress
from app.core.assessments.result import assess
from app.core.coaching.agreed import GoalState, GoalText
from app.core.coaching.cohort import cohort, for_print
from app.core.coaching.pack import Pack, Said
from app.documents.pdf import render
from app.documents.pdf.coaching import cohort_html, pack_html
from app.documents.pdf.paper import PageSize
from tests.assessment_builders import SKILLS, TODAY, a_framework, a_scoring, answers, written


def a_pack(**more: object) -> Pack:
    given = answers(written(coach=dict.fromkeys(SKILLS[:10], 3)))
    before = Snapshot(date(2026, 5, 1), "2026.1", answers(written(picks=dict.fromkeys(SKILLS, 2))))
    moved = progress(before, Snapshot(TODAY, "2026.1", given), a_scoring().progress)
    result = assess(given, a_framework(), a_scoring(), TODAY)
    said = (
        Said(
            "Kim Berg", "Risk and issue management", "Lead a pre-mortem before the launch.\nTell me how it went.", TODAY
        ),
        Said("Ada Moreno", "Risk and issue management", "I will, in March: https://example.org/notes", TODAY),
    )
    goals = (
        GoalText("Lead a pre-mortem that changes the plan", "risk", date(2027, 3, 1)),
        GoalText("Hand the weekly report to somebody else", "", date(2026, 12, 1), GoalState.REACHED),
    )
    pack = Pack("Ada Moreno", "Kim Berg", TODAY, result, moved, said, goals)
    return replace(pack, **more)  # type: ignore[arg-type]


def a_group_html(people: int = 12) -> str:
    results = []
    for number in range(people):
        own = {skill: min(6, number // 2 + (place % 2)) for place, skill in enumerate(SKILLS)}
        seen = {skill: max(0, pick - (place % 3 == 0)) for place, (skill, pick) in enumerate(own.items())}
        results.append(assess(answers(written(picks=own, coach=seen)), a_framework(), a_scoring(), TODAY))
    return cohort_html(for_print(cohort(results, a_scoring().gaps.margin)), a_framework(), TODAY)


def broken_rules(pdf: bytes) -> list[str]:
    return [failure.rule_id for failure in page.validate_pdf_bytes(pdf, profile="ua1").failures]


def test_the_pack_breaks_no_rule_of_accessible_pdf_and_has_few_pages() -> None:
    printed = render.here(pack_html(a_pack(), a_framework()), PageSize.A4)

    assert broken_rules(printed) == []
    assert len(pypdfium2.PdfDocument(printed)) <= 5
    assert pypdfium2.PdfDocument(printed).get_metadata_value("Title") == "Coaching with Ada Moreno"


@pytest.mark.parametrize("size", PageSize)
def test_chart_and_table_of_the_pack_stand_whole_on_its_first_page(size: PageSize) -> None:
    sheets = pypdfium2.PdfDocument(render.here(pack_html(a_pack(), a_framework()), size))

    first, *others = [sheet.get_textpage().get_text_bounded() for sheet in sheets]
    last_skill = a_framework().skills[-1].name
    assert first.count(last_skill) == 2
    assert not any(last_skill in text for text in others)


def test_a_figure_below_nothing_has_a_minus_and_no_hyphen() -> None:
    assert "\u22120.04" in a_group_html()
    assert not re.search(r"-0\.\d\d", a_group_html())


def test_the_group_breaks_no_rule_of_accessible_pdf() -> None:
    printed = render.here(a_group_html(), PageSize.A4)

    assert broken_rules(printed) == []
    assert len(pypdfium2.PdfDocument(printed)) <= 2


def test_the_pack_holds_what_was_said_and_agreed() -> None:
    html = pack_html(a_pack(), a_framework())

    for told in ("Lead a pre-mortem before the launch.", "Tell me how it went.", "Reached, by December 1, 2026"):
        assert told in html
    assert '<a href="https://example.org/notes">' in html
    assert "not a validated test" in html


def test_what_people_wrote_into_the_pack_is_text_and_never_markup() -> None:
    hostile = "<script>alert(1)</script>"
    said = (Said(hostile, "All", hostile, TODAY),)
    html = pack_html(a_pack(client=hostile, said=said, goals=(GoalText(hostile, "", TODAY),)), a_framework())

    assert "<script>" not in html


def test_a_pack_without_a_rating_or_a_goal_says_so() -> None:
    result = assess(answers(), a_framework(), a_scoring(), TODAY)

    html = pack_html(a_pack(result=result, progress=None, said=(), goals=()), a_framework())

    assert "The coach has not rated this work." in html
    assert "No goal is agreed yet." in html


def test_the_group_tells_its_agreement_with_the_interval_or_what_is_missing() -> None:
    assert "nineteen times in twenty." in a_group_html()
    assert "9 people have both ratings; 10 are needed" in a_group_html(9)
