"""What is written with digits and measures nothing: blanks, addresses, telephone numbers, round the clock, ratios."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Notation, Shape
from app.core.achievements.notation import one, pattern


def nothing(_: re.Match[str]) -> tuple[Mention, ...]:
    return ()


def _ratio(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, match.group(), "", Shape.BARE)


# Behind these stands a door, not a count: Flat 4B is no four billion.
_DOORS = r"flat|room|suite|unit|apt\.?|apartment|floor|block|building|bldg\.?|gate|desk|hall"

NOTATIONS: tuple[Notation, ...] = (
    (
        pattern(
            r"\[[^\]]{1,40}\]\s*%?|<[a-z ]{2,30}>|\bsix[\s-]sigma\b|\(cid:\d+\)|\b(?:\d\s){3,}\d\b|"
            r"\bunder-1\d\b|\bp\.?\s?o\.?\s+box\s+\d+|https?://\S+|www\.\S+|"
            r"(?<![^\s@])[^\s@]{1,64}@[^\s@]{1,255}\.\w+|"  # bounded: a run of @ would take minutes
            r"\d{16,}|\d{1,3}(?:,\d{2,3}){6,}"  # what is that long names something, and counts nothing
        ),
        nothing,
    ),
    (
        pattern(
            r"(?<![\w,.])\(?\+?\d{1,3}\)?[\s.-]?\(?\d{2,4}\)?[\s.-]\d{3,4}[\s.-]?\d{3,4}(?![\w,])|"
            r"(?<![\w,.$€£])(?:\+\d{1,3}|\(?0\d{1,4}\)?)(?:[\s./-]\d{2,5}){2,5}(?![\w,%])|\b\d{3}-\d{3}-\d{4}\b|"
            r"(?<=\+)\d{1,3}\s\d{4,5}\s\d{4,6}"
        ),
        nothing,
    ),
    (pattern(rf"\b(?:{_DOORS})\s+\d{{1,4}}[a-f]\b(?![-/])"), nothing),
    (
        pattern(r"(?:(?<=\bno\. )|(?<=\bno )|(?<=\bflat )|(?<=\bplot )|(?<=\bhouse ))\d{1,4}/\d{1,4}(?=,|\s+[a-z]|$)"),
        _ratio,
    ),
    (pattern(r"\b24\s?[/x*]\s?7(?:\s?[/x*]\s?365)?\b"), lambda match: one(match, "24/7", "", Shape.ALWAYS)),
    (pattern(r"(?<![\w:])\d{1,2}:\d{1,2}(?=s?\b)(?![:\d])"), _ratio),
)
