"""A report without what says who somebody is: name, contact, school and the dates of study."""

from __future__ import annotations

import re
from dataclasses import replace

from app.core.resumes.report import ReadLine, Report
from app.core.resumes.sections import SectionName

HIDDEN = "[hidden]"
NO_NAME = "No name was found at the top of this résumé. If it stands elsewhere, it is not hidden."
_LEFT_OUT = frozenset((SectionName.CONTACT, SectionName.REFERENCES, SectionName.INTERESTS))
_REACH = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|https?://\S+|www\.\S+|linkedin\.com\S*|github\.com\S*")
_NUMBER = re.compile(r"\+?\d[\d().\s-]{8,}\d")
_FEWEST_DIGITS = 9  # of a number to call; the years of a job have eight
_STUDY = re.compile(
    r"\b(?:bachelor|master|doctor|diploma|associate|b\.?\s?sc|m\.?\s?sc|b\.?\s?a|m\.?\s?a|b\.?\s?eng|"
    r"m\.?\s?eng|b\.?\s?tech|mba|ph\.?\s?d)\b\.?(?:['’]?s)?"
    r"(?:\s+(?:degree|of\s+\w+|in\s+\w+(?:\s\w+)?))*",
    re.IGNORECASE,
)
_LONGEST_NAME = 5  # words


def blinded(report: Report) -> Report:
    """The same scores; lines that name a person, a school or a way to reach them are hidden or left out."""
    name = _name_in(report)
    lines = tuple(_without(one, name) for one in report.lines if one.line.section not in _LEFT_OUT)
    warnings = report.warnings if name else (*report.warnings, NO_NAME)
    return replace(report, lines=lines, hidden=(), warnings=warnings)


def _name_in(report: Report) -> str:
    """The name is what stands first, when it is short and no heading."""
    first = next((one.line for one in report.lines if one.line.section == SectionName.CONTACT), None)
    if first is None or len(first.text.split()) > _LONGEST_NAME or any(map(str.isdigit, first.text)):
        return ""
    return first.text


def _without(one: ReadLine, name: str) -> ReadLine:
    text = one.line.text
    if one.line.section == SectionName.EDUCATION:
        degree = _STUDY.search(text)
        text = degree.group().strip() if degree else HIDDEN
    text = _NUMBER.sub(_hide_number, _REACH.sub(HIDDEN, text))
    for part in (name, *(word for word in name.split() if len(word) > 2)):
        if part:
            text = re.sub(rf"\b{re.escape(part)}\b", HIDDEN, text, flags=re.IGNORECASE)
    return replace(one, line=replace(one.line, text=text), reading=replace(one.reading, text=text))


def _hide_number(found: re.Match[str]) -> str:
    return HIDDEN if sum(map(str.isdigit, found.group())) >= _FEWEST_DIGITS else found.group()
