"""A plan as a calendar file (RFC 5545) that any calendar can take in."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta

from app.core.assessments.plan import Step
from app.core.framework import Framework

_LINE = 75  # octets that a content line may hold


def plan_calendar(plan: tuple[Step, ...], framework: Framework, now: datetime) -> str:
    """One whole-day entry for each step that is not done, on its date, with a reminder a week before."""
    return "".join(f"{folded}\r\n" for line in _lines(plan, framework, now) for folded in _folded(line))


def _lines(plan: tuple[Step, ...], framework: Framework, now: datetime) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//TPM Toolkit//Plan//EN"
    for step in plan:
        if not step.done:
            yield from _event(step, framework, now)
    yield "END:VCALENDAR"


def _event(step: Step, framework: Framework, now: datetime) -> Iterator[str]:
    name = framework.skill(step.skill).name
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(f'{step.skill} {step.to_level} {step.goal}'.encode()).hexdigest()[:32]}@tpm-toolkit"
    yield f"DTSTAMP:{now:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{step.due:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{step.due + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(f'{name}: show the next step')}"
    parts = (
        f"Goal: {step.goal}",
        f"Task: {step.task}",
        f"Learn from: {step.learn_from}",
        f"Study: {step.study}",
        f"Collect: {step.evidence}",
    )
    yield f"DESCRIPTION:{_text(chr(10).join(parts))}"
    yield "TRANSP:TRANSPARENT"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"DESCRIPTION:{_text(name)}"
    yield "TRIGGER:-P7D"
    yield "END:VALARM"
    yield "END:VEVENT"


def _text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")


def _folded(line: str) -> Iterator[str]:
    """Cut a line after at most 75 octets, never inside a character; each further part opens with a space."""
    part = ""
    for char in line:
        if len((part + char).encode()) > _LINE:
            yield part
            part = " "
        part += char
    yield part
