"""A résumé against a posting: only what asks, only what tells, and no word that means something else."""

from __future__ import annotations

import pytest

from app.core.resumes.asks import asks_of
from app.core.resumes.matching import Match
from app.core.resumes.report import Report
from app.usecases import resumes
from app.usecases.lines import Lines

RESUME = """Dana Example
New York | Coordinating teams | dana@example.org
Summary
Program manager for payment platforms.
Experience
Program Manager, Orbit, 2020 - 2024
- Scheduled meetings and booked travel
- Drove p99 latency
- Attended daily stand-ups
- Migrated three Jira instances into one with no lost ticket
- Recovered a six-week slip by renegotiating two vendor contracts
Education
BA Communications, Lakeside University
Skills
Jira, Scrum, risk management
"""
POSTING = """Senior Program Manager, Platform
Austin, TX (hybrid)
Requirements
- You communicate with executives
- Experience with Agile and Scrum; you own the budget
WHAT YOU WILL DO
- Coordinate several engineering teams
About us
We value people.
"""


@pytest.fixture(scope="module")
def report() -> Report:
    return resumes.analyze(Lines(), resumes.read_text(RESUME))


@pytest.fixture(scope="module")
def found(report: Report) -> Match:
    return resumes.match(report, POSTING)


def test_headings_places_and_titles_ask_for_nothing() -> None:
    assert asks_of(POSTING) == (
        "You communicate with executives",
        "Experience with Agile and Scrum",
        "you own the budget",
        "Coordinate several engineering teams",
        "We value people.",
    )


def test_a_posting_asks_for_what_its_sentences_say(found: Match) -> None:
    assert [one.skill.id for one in found.skills] == ["communication", "coordination", "methods", "budget"]


def test_a_school_an_address_and_a_tool_show_no_skill(found: Match) -> None:
    shown = {one.skill.id: [line.line.text for line in one.lines] for one in found.skills}

    assert shown["communication"] == []
    assert shown["coordination"] == []
    assert shown["methods"] == ["Jira, Scrum, risk management"]


def test_evidence_is_offered_only_where_a_line_tells_of_delivery(report: Report) -> None:
    texts = {one.line.number: one.line.text for one in report.lines}
    offered = {texts[number]: skills for number, skills in resumes.skills_shown(report).items()}

    assert offered == {
        "Recovered a six-week slip by renegotiating two vendor contracts": ("planning", "vendor"),
    }
