"""Positions with their dates, as they stand above the lines that tell about them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:(?P<m{n}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s*|(?P<d{n}>0?[1-9]|1[0-2])\s?[/.-]\s?)?"
)
_YEAR = r"(?P<y{n}>(?:19|20)\d\d|['’]\d\d)"
_NOW = r"(?P<now>present|current(?:ly)?|now|today|ongoing|to\s?date|till\s?date|date)"
_RANGE = re.compile(
    rf"{_MONTH.format(n=1)}{_YEAR.format(n=1)}\s*(?:-|–|—|to|until|till|through)+\s*(?:{_NOW}|"
    rf"{_MONTH.format(n=2)}{_YEAR.format(n=2)})",
    re.IGNORECASE,
)
_SINCE = re.compile(rf"\b(?:since|from)\s+{_MONTH.format(n=1)}{_YEAR.format(n=1)}", re.IGNORECASE)
_LENGTH = re.compile(
    r"\(?\b\d{1,2}\s?\+?\s?(?:years?|yrs?|months?|mos?)\b(?:,?\s?\d{1,2}\s?(?:months?|mos?)\b)?\)?", re.IGNORECASE
)
LONGEST_HEADER = 140  # letters


@dataclass(frozen=True)
class Span:
    """From when to when, as year and month; `end` is None for what goes on."""

    start: tuple[int, int]
    end: tuple[int, int] | None

    @property
    def months(self) -> int | None:
        """How long it lasted; unknown for what goes on."""
        if self.end is None:
            return None
        return max(1, (self.end[0] - self.start[0]) * 12 + self.end[1] - self.start[1] + 1)


@dataclass(frozen=True)
class Role:
    """A position: the text of its header and its dates."""

    header: str
    span: Span


def span_in(text: str) -> tuple[Span, str] | None:
    """The dates in a short line, and the line without them."""
    if len(text) > LONGEST_HEADER:
        return None
    match = _RANGE.search(text)
    if match is not None:
        end = None if match.group("now") else _when(match, 2, last=True)
        span = Span(_when(match, 1, last=False), end)
    else:
        match = _SINCE.search(text)
        if match is None:
            return None
        span = Span(_when(match, 1, last=False), None)
    rest = _LENGTH.sub(" ", f"{text[: match.start()]} {text[match.end() :]}").strip(" |,•·()–—-\t")
    return span, " ".join(rest.split())


def _when(match: re.Match[str], number: int, *, last: bool) -> tuple[int, int]:
    year = match.group(f"y{number}")
    digits = int(re.sub(r"\D", "", year))
    full = digits if digits > 99 else digits + (2000 if digits < 60 else 1900)
    name, figure = match.group(f"m{number}"), match.group(f"d{number}")
    if name:
        return full, _MONTHS.index(name.lower()) + 1
    return full, int(figure) if figure else (12 if last else 1)
