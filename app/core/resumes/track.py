"""Which of the two tracks a résumé tells of: running programs, or running projects."""

from __future__ import annotations

import re

from app.core.framework import Track
from app.core.resumes.report import Report

_PROGRAM = re.compile(r"\bprogram(?:me)?s?\b(?! language)", re.IGNORECASE)
_PROJECT = re.compile(r"\bprojects?\b", re.IGNORECASE)


def track_of(report: Report) -> Track:
    """By the latest title that names one of them, else by the words of all lines; projects where both are even."""
    for role in report.roles:
        named = _leaning(role.header)
        if named:
            return Track.PROGRAM if named > 0 else Track.PROJECT
    return Track.PROGRAM if sum(_leaning(one.line.text) for one in report.lines) > 0 else Track.PROJECT


def _leaning(text: str) -> int:
    return bool(_PROGRAM.search(text)) - bool(_PROJECT.search(text))
