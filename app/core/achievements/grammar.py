"""Every number of a line: the notations in the order in which they are tried."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from app.core.achievements import counts, dates, money, not_numbers, shares, times
from app.core.achievements.metrics import Mention, Shape, found_by

# One phrase for each notation that needs no digit.
LETTERS_ONLY = (
    "thousands of dollars; five percent; tenfold; doubled; twice; two of the five sites; two and a half years; "
    "half a day; a week early; one in ten; two thirds; from none; from one to; ranked first; two weeks; "
    "zero incidents; zero touches; from two to five; [Number]; two sites"
)
NOTATIONS = (
    *not_numbers.NOTATIONS,
    *dates.NOTATIONS,
    *money.NOTATIONS,
    *shares.NOTATIONS,
    *times.COMPOSED,
    *shares.FRACTIONS,
    *counts.RANKS,
    *times.PLAIN,
    *counts.COUNTS,
)
# What can be written in letters alone; most lines hold no digit, and need no more.
WITHOUT_DIGITS = tuple(notation for notation in NOTATIONS if notation[0].search(LETTERS_ONLY))
CHANGE_WORDS = ("to", "down to", "up to", "to just", "to only", "to about", "to under", "→", "->")


def mentions(line: str) -> tuple[Mention, ...]:
    """Every number of the line from left to right; placeholders, phone numbers and names such as AS/400 hold none."""
    notations = NOTATIONS if any(map(str.isdigit, line)) else WITHOUT_DIGITS
    return _sharing_units(found_by(notations, line), line)


def _sharing_units(found: tuple[Mention, ...], line: str) -> tuple[Mention, ...]:
    """Of a change from 10 days to 2 the second number counts what the first does."""
    shared = list(found)
    for place, (earlier, later) in enumerate(pairwise(found), start=1):
        is_change = line[earlier.end : later.start].strip().lower() in CHANGE_WORDS
        if later.shape == Shape.BARE and is_change and earlier.unit:
            shared[place] = replace(later, unit=earlier.unit, shape=earlier.shape)
    return tuple(shared)
