"""Every number in a line: its text, its value and its unit, before it is known what it counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a number counts."""

    RESULT = "result"
    SCALE = "scale"
    DATE = "date"
    OTHER = "other"


class Shape(StrEnum):
    """How a number is written; the first hint at what it counts."""

    MONEY = "money"
    PERCENT = "percent"
    MULTIPLE = "multiple"
    SHARE = "share"  # 11 of 13
    TIME = "time"
    COUNT = "count"
    NONE = "none"  # zero incidents, no deficiencies
    ORDINAL = "ordinal"
    RANK = "rank"
    DATE = "date"
    ALWAYS = "always"  # 24/7
    BARE = "bare"


@dataclass(frozen=True)
class Mention:
    """A number where it stands in a line."""

    text: str
    value: float | str  # a text for what is no single number: "3-4", "11/2019", "24/7"
    unit: str
    shape: Shape
    start: int
    end: int


Notation = tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[Mention, ...]]]


def found_by(notations: tuple[Notation, ...], line: str) -> tuple[Mention, ...]:
    """The mentions in the line's order; of two that overlap, the one of the earlier notation stays."""
    taken: list[tuple[int, int]] = []
    mentions: list[Mention] = []
    for pattern, read in notations:
        for match in pattern.finditer(line):
            start, end = match.span()
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            read_here = read(match)
            mentions.extend(read_here)
            taken.extend(_spans(read_here, (start, end)))
    return tuple(sorted(mentions, key=lambda mention: (mention.start, mention.end)))


def _spans(mentions: tuple[Mention, ...], span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    yield span
    for mention in mentions:
        yield mention.start, mention.end


def tidy(value: float) -> float:
    """The number without the dust of floating point; whole numbers as such."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def span_text(low: float, high: float) -> str:
    """How a range is written as one value."""
    return f"{tidy(low)}-{tidy(high)}"
