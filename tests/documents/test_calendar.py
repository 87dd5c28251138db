"""The plan as a calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from app.core.assessments.plan import Step
from app.documents.calendar import plan_calendar
from tests.assessment_builders import a_framework

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
STEP = Step(
    "risk", 1, 2, "Keeps a register; small, living", "Start one", "Kim", "Chapter 3", "Two snapshots", date(2027, 1, 3)
)


def test_each_open_step_is_a_whole_day_on_its_date() -> None:
    text = plan_calendar((STEP, replace(STEP, skill="scope", done=True)), a_framework(), NOW)

    assert text.count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20270103\r\nDTEND;VALUE=DATE:20270104\r\n" in text


def test_signs_that_the_format_uses_itself_are_escaped() -> None:
    text = plan_calendar((STEP,), a_framework(), NOW).replace("\r\n ", "")

    assert "Goal: Keeps a register\\; small\\, living\\nTask: Start one" in text


def test_no_line_is_longer_than_the_format_allows() -> None:
    long = replace(STEP, task="Prüfe jede Schätzung — ehrlich. " * 20)

    lines = plan_calendar((long,), a_framework(), NOW).split("\r\n")

    assert max(len(line.encode()) for line in lines) <= 75


def test_the_same_step_keeps_its_identity_so_that_a_calendar_replaces_it() -> None:
    once, moved = (plan_calendar((replace(STEP, due=date(2027, day, 1)),), a_framework(), NOW) for day in (1, 2))

    assert [line for line in once.split("\r\n") if "UID" in line] == [
        line for line in moved.split("\r\n") if "UID" in line
    ]
