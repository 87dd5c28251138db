"""The day on which applications close, and the day on which the posting opened."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.core.phrases import Span
from app.core.posting_text.blocks import Section
from app.core.posting_text.reading import Reading

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in _MONTHS) + "|sept"
_DAY = re.compile(
    rf"(?P<iso>\b\d{{4}}-\d{{2}}-\d{{2}}\b)"
    rf"|\b(?P<month1>{_MONTH})\.? (?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year1>\d{{4}}))?\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{_MONTH})\.?(?:,? (?P<year2>\d{{4}}))?\b"
    rf"|\b(?P<first>\d{{1,2}})[/.](?P<second>\d{{1,2}})[/.](?P<year3>\d{{4}})\b"
)
_SENTENCE_END = re.compile(r"[!?]|[a-z]{3}\.\s")
_UNTIL = re.compile(r"\b(?:by|until|till|to|before|through)\s+$")
_FROM = re.compile(r"\bfrom\s+$")
LONGEST_STEP = 600  # characters of a step that are looked at
REACH = 70  # characters behind the words within which the day stands


@dataclass(frozen=True)
class FoundDay:
    """A day in the text; `day` is None where the year is missing or two readings are possible, and `doubt` says so."""

    day: date | None
    doubt: str
    span: Span


def deadline(reading: Reading) -> FoundDay | None:
    return _first(reading, "date:closes") or _of_application(reading, _UNTIL)


def opening(reading: Reading) -> FoundDay | None:
    return _first(reading, "date:opens") or _of_application(reading, _FROM)


def is_rolling(reading: Reading) -> bool:
    """Whether the posting says that there is no last day."""
    return reading.has("date:rolling")


def _first(reading: Reading, label: str) -> FoundDay | None:
    """The first day that stands behind such words, in the same sentence or right below."""
    for span in reading.found.get(label, ()):
        match = _DAY.search(reading.folded, span.end, span.end + REACH)
        if match is not None and not _SENTENCE_END.search(reading.folded, span.end, match.start()):
            return _day(match)
    return None


def _of_application(reading: Reading, before: re.Pattern[str]) -> FoundDay | None:
    """A day under "How to apply" that such a word stands before: "apply here by May 3"."""
    for block in reading.items(Section.PROCESS):
        for match in _DAY.finditer(reading.folded, block.start, min(block.end, block.start + LONGEST_STEP)):
            if before.search(reading.folded, max(block.start, match.start() - 12), match.start()):
                return _day(match)
    return None


def _day(match: re.Match[str]) -> FoundDay:
    span = Span(match.start(), match.end())
    if match["iso"]:
        year, month, day = (int(part) for part in match["iso"].split("-"))
        return _checked(year, month, day, span)
    if match["first"]:
        return _in_figures(int(match["first"]), int(match["second"]), int(match["year3"]), span)
    number = 1 if match["month1"] else 2
    written_year = match[f"year{number}"]
    if written_year is None:
        return FoundDay(None, "The year is missing.", span)
    month = next(at for at, name in enumerate(_MONTHS, start=1) if name.startswith(match[f"month{number}"][:3]))
    return _checked(int(written_year), month, int(match[f"day{number}"]), span)


def _in_figures(first: int, second: int, year: int, span: Span) -> FoundDay:
    """ "13/2/2027" has one reading, "3/2/2027" has two."""
    if first <= 12 and second <= 12 and first != second:
        return FoundDay(None, "The day and the month can be read both ways.", span)
    day, month = (first, second) if second <= 12 else (second, first)
    return _checked(year, month, day, span)


def _checked(year: int, month: int, day: int, span: Span) -> FoundDay:
    try:
        return FoundDay(date(year, month, day), "", span)
    except ValueError:
        return FoundDay(None, "There is no such day.", span)
