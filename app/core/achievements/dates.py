"""Dates: years, months, financial years, and days."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Notation, Shape
from app.core.achievements.notation import one, pattern

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
# A four-digit number before these is a count, not a year.
COUNTED_LIKE_YEARS = (
    "users?|people|persons?|employees?|personnel|staff|customers?|clients?|stores?|sites?|units?|records?|hours?|tickets?|"
    "devices?|seats?|members?|students?|servers?|mailboxes|workstations|engineers?|patients?|feet|ft|sq|requirements|test"
)


def _date(match: re.Match[str]) -> tuple[Mention, ...]:
    written = match.group("day")
    year = match.group("year") or match.group("short") or match.group("dayyear")
    if year is None:
        return one(match, written, "", Shape.DATE)
    digits = re.sub(r"\D", "", year)
    value = int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 60 else 1900)
    return one(match, value, "", Shape.DATE)


NOTATIONS: tuple[Notation, ...] = (
    (
        pattern(
            rf"(?P<day>(?<![\w/])\d{{1,2}}(?P<mark>[/.])\d{{1,2}}(?P=mark)(?:19|20)?\d\d\b|(?<![\w/])(?:0?[1-9]|"
            rf"1[0-2])/(?:19|20)\d\d\b"
            rf"|\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?\b"
            rf"|(?<![\w/])(?:0?[1-9]|1[0-2])/\d\d(?=\s?(?:-|–|to)\s?(?:(?:0?[1-9]|1[0-2])/\d\d|present|now))"
            rf"|(?<=/\d\d to )(?:0?[1-9]|1[0-2])/\d\d\b|(?<=/\d\d - )(?:0?[1-9]|1[0-2])/\d\d\b|"
            rf"(?<=/\d\d – )(?:0?[1-9]|1[0-2])/\d\d\b)"
            rf"|(?P<short>\bFY\s?['’]?(?:20)?\d\d\b|(?<!\d)['’]\d\d\b)"
            rf"|(?<!\d)(?:[0-3]?\d\.?\s+(?:{MONTHS})[a-z]*\.?,?\s+)(?P<dayyear>{YEAR})\b"
            rf"|(?P<year>(?<![\w.,$€£₹/+-]){YEAR}(?!\d|,\d|\+|\s?%|[\s-](?:{COUNTED_LIKE_YEARS})\b)|"
            rf"(?<=\d-){YEAR}\b|(?<=[a-z]-){YEAR}\b|(?<={YEAR}/){YEAR}\b)"
        ),
        _date,
    ),
)
