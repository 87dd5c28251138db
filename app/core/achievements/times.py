"""Spans of time, with what they are compared to: three weeks early, 3 h 40 min, a day and a half."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Notation, Shape, tidy
from app.core.achievements.notation import COMPARED, LEFT, TIME, TO, either, one, pattern, span, with_times
from app.core.achievements.number_words import NUMBER, SPELLED, TIME_UNITS, unit_of

KIND_OF_TIME = (
    r"(?:(?:calendar|business|working|consecutive|straight|man|person|full|additional|extra|whole|more)[\s-]+)?"
)


PARTS_OF = {"hour": ("minute", 60), "minute": ("second", 60), "year": ("month", 12)}


def _two_units(match: re.Match[str]) -> tuple[Mention, ...]:
    """Two units for one time: 3 h 40 min, 12 years 7 months."""
    unit = TIME_UNITS[match.group("unit").lower()] if match.group("unit").lower() != "h" else "hour"
    value = int(match.group("whole")) + int(match.group("part")) / PARTS_OF[unit][1]
    return one(match, tidy(round(value, 3)), unit, Shape.TIME)


def _half_more(match: re.Match[str]) -> tuple[Mention, ...]:
    """Two and a half months, a day and a half."""
    before = match.group("before").lower()
    unit = match.group("unit") or match.group("named")
    value = (1.0 if before == "a" else either(before)) + 0.5
    return one(match, tidy(value), unit_of(unit or ""), Shape.TIME if unit else Shape.COUNT)


def _half_a(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, 0.5, unit_of(match.group("unit") or match.group("unit2")), Shape.TIME)


def _single_time(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, 1, TIME_UNITS[match.group("unit").lower()], Shape.TIME)


def _time(match: re.Match[str]) -> tuple[Mention, ...]:
    unit = TIME_UNITS[match.group("unit").lower()]
    low = with_times(match.group("amount"), match.group("times"))
    high = match.group("to")
    if high is None:
        return one(match, tidy(low), unit, Shape.TIME)
    return span(match, low, either(high), unit, Shape.TIME)


# Read before fractions.
COMPOSED: tuple[Notation, ...] = (
    (
        pattern(
            r"(?<![\w.,/])(?P<whole>\d{1,3})\s?(?P<unit>h|hrs?|hours?|years?|yrs?|"
            r"min)\.?\s?(?:and\s)?(?P<part>\d{1,2})(?!\.\d)"
            r"(?:\s?(?:m|mins?|minutes?|months?|mths?|mos?|sec|seconds|s)\b|(?=\s+to\b)|(?=\s?[,.;)]|$))"
        ),
        _two_units,
    ),
    (
        pattern(
            rf"(?:\b(?P<before>\d{{1,3}}|{SPELLED}|"
            rf"a)\s+(?:(?P<named>{TIME})\s+)?and\s+a\s+half(?:\s+(?P<unit>{TIME}))?)\b"
        ),
        _half_more,
    ),
    (
        pattern(
            rf"\bhalf\s+(?:a|an)\s+(?P<before>\b\B)?(?P<unit>{TIME})\b|\bhalf-(?:a-)?(?P<unit2>day|"
            rf"hour)(?=\s+(?:per|each|instead))"
        ),
        _half_a,
    ),
    (
        pattern(
            r"(?<!\d )\b(?:a|one)\s+(?:full\s+|whole\s+)?(?P<unit>week|month|quarter|year|day|sprint|"
            r"fortnight|hour)\s+"
            r"(?:early|earlier|late|later|sooner|ahead|before\s+(?:the|it|its)|behind|in\s+advance)\b"
        ),
        _single_time,
    ),
)

PLAIN: tuple[Notation, ...] = (
    (
        pattern(
            rf"{LEFT}(?:\b|(?<=[<>~≈]))(?P<amount>{NUMBER}|"
            rf"{SPELLED})(?P<times>\s?k(?![a-z]))?\+?(?:{TO}(?P<to>{NUMBER}|{SPELLED})\+?)?"
            rf"(?:\s?\+|[\s-]plus)?[\s-]{{0,3}}{KIND_OF_TIME}(?P<unit>{TIME})\b(?!\s+zones?)['’]?{COMPARED}"
        ),
        _time,
    ),
)
