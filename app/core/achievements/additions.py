"""What a line adds to its claim: the size of the work, how it was done, and how its delivery ended.

None of them speaks against a result, but a model that has seen few lines with all of them takes a long line for a
description. So a line is also read without each, and the best of the readings counts: more told is never worth less.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from app.core.achievements import words
from app.core.achievements.clauses import CLAIMS
from app.core.achievements.leaning import lean
from app.core.achievements.likelihoods import Likelihoods
from app.core.achievements.metrics import Mention, Role, Shape

LONG = ("week", "month", "quarter", "year")  # of work; days and hours are what results are counted in
FEWEST_WORDS = 3  # that a claim keeps
MOST_TAKEN_APART = 4  # additions of which every choice is read; of more only each by itself, and all
_SIZE_BEFORE = re.compile(
    r"(?:\s*,)?\s+(?:(?:and|plus)\s+)?(?:across|with|for|in|spanning|to|at|and|on|involving|covering)\s+"
    r"(?:an?\s+|the\s+|all\s+|about\s+|over\s+|some\s+|up\s+to\s+|a\s+team\s+of\s+|a\s+budget\s+of\s+)?$",
    re.IGNORECASE,
)
_TIME_BEFORE = re.compile(r"(?:\s*,)?\s+(?:and\s+)?over\s+(?:an?\s+|the\s+|about\s+)?$", re.IGNORECASE)
_OF_A_CHANGE = re.compile(r"\bfrom\b.*\bto\s+$|\bdown\s+to\s+$|\d\s?%\s+(?:in|over|within)\s+$", re.IGNORECASE)
_SIZE_AFTER = re.compile(
    r"(?:(?!\b(?:instead|rather|down|from|than|against|versus|early|earlier|late|later|sooner|less|more|fewer|faster)\b)"
    r"[\w’' -]){0,40}?(?=\s*(?:$|[,.;)])|\s+(?:and|by|with|across|in|for|to|over|on|through|using|via|under|at)\b)"
)
_METHOD = re.compile(
    r"(?:\s*,)?\s+(?:by\s+(?!\d|[$£€₹]|an?\s+(?:third|quarter|fifth|half|day|week|month|year|factor)|half\b|nearly\b|"
    r"about\b|over\b|more\b|up\b)|through\s+|using\s+|via\s+)[^.;,]{3,}?(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_ENDING = (
    r"(?:(?:[$£€]\s?\d[\w.,]*|\d[\d.]*\s?%|\d+|one|two|three|four|five|six|a)\s+(?:(?:days?|weeks?|months?)\s+)?)?"
    r"(?:on\s+(?:time|schedule|budget|plan)|(?:under|below|within)\s+(?:the\s+)?(?:budget|plan)|"
    r"ahead\s+of\s+(?:schedule|plan)|early)"
)
_ENDED = re.compile(
    rf"(?:\s*,)?\s+(?:and\s+|all\s+|both\s+|go[\s-]?live\s+)*{_ENDING}(?:\s+and\s+{_ENDING})*"
    r"(?=\s*(?:$|[,.;])|\s+(?:and|by|with|across|in|for|to|on|over|through|using|via)\b)",
    re.IGNORECASE,
)
_DID = re.compile(r"\W*(?:(?:i|we)\s+)?(?:\w{3,}ed|was|were|responsible)\b", re.IGNORECASE)
_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")

_Spot = tuple[int, int]


@dataclass(frozen=True)
class Shorter:
    """A line without some of its additions, and the places of the numbers that are left in it."""

    text: str
    numbers: tuple[int, ...]


def additions_in(line: str, mentions: Sequence[Mention]) -> tuple[_Spot, ...]:
    """Where the additions stand, from left to right; none in a line that does not open with what somebody did."""
    if words.tells_years(line) or not (_DID.match(line) or _opens_with_a_claim(line)):
        return ()
    found = [match.span() for match in _ENDED.finditer(line)]
    found += [spot for mention in mentions if (spot := _size(line, mention))]
    apart = list(_apart(found))
    for method in _METHOD.finditer(line):
        start, end = method.span()
        stop = min((one for one, _ in apart if one > start), default=end)  # how ends where another addition begins
        apart.append((start, min(end, stop)))
    return tuple(_apart(apart))


def sizes_in(line: str, mentions: Sequence[Mention]) -> frozenset[int]:
    """Places of the numbers that size the work by how they are joined to it: over nine months, with 4 vendors."""
    if not additions_in(line, mentions):
        return frozenset()
    return frozenset(place for place, mention in enumerate(mentions) if _size(line, mention))


def as_sizes(likelihoods: Likelihoods, places: frozenset[int]) -> Likelihoods:
    """The likelihoods with these numbers taken as sizes where the model had taken them for results."""
    roles = tuple(
        {**shares, Role.RESULT: 0.0, Role.SCALE: shares[Role.SCALE] + shares[Role.RESULT]}
        if place in places
        else shares
        for place, shares in enumerate(likelihoods.roles)
    )
    return replace(likelihoods, roles=roles)


def _opens_with_a_claim(line: str) -> bool:
    opening = _WORD.search(line)
    return opening is not None and opening.group().lower() in CLAIMS


def _size(line: str, mention: Mention) -> _Spot | None:
    """A number that sizes the work, from the small word that joins it to the last word that it counts."""
    if mention.shape not in (Shape.COUNT, Shape.TIME, Shape.MONEY):
        return None
    lead, written = line[: mention.start], line[mention.start : mention.end].rstrip()
    if mention.shape == Shape.TIME and mention.unit not in LONG:
        return None
    if _OF_A_CHANGE.search(lead) or (mention.shape != Shape.TIME and lean(mention, line) != Role.SCALE):
        return None
    after = _SIZE_AFTER.match(line, mention.start + len(written))
    before = _SIZE_BEFORE.search(lead) or (_TIME_BEFORE.search(lead) if mention.shape == Shape.TIME else None)
    return (before.start(), after.end()) if before and after else None


def _apart(found: Sequence[_Spot]) -> Iterator[_Spot]:
    """Of two that overlap, the one that starts first."""
    end = 0
    for start, stop in sorted(found, key=lambda spot: (spot[0], -spot[1])):
        if start >= end:
            yield start, stop
            end = stop


def shorter(line: str, mentions: Sequence[Mention]) -> Iterator[Shorter]:
    """The line without its additions: every choice of them where they are few."""
    spots = additions_in(line, mentions)
    for left_out in _choices(spots):
        text = _without(line, left_out)
        if len(text.split()) >= FEWEST_WORDS:
            yield Shorter(text, tuple(place for place, one in enumerate(mentions) if not _within(one, left_out)))


def _choices(spots: Sequence[_Spot]) -> Iterator[tuple[_Spot, ...]]:
    sizes = range(1, len(spots) + 1) if len(spots) <= MOST_TAKEN_APART else (1, len(spots) - 1, len(spots))
    for size in sizes:
        yield from combinations(spots, size)


def _within(mention: Mention, spots: Sequence[_Spot]) -> bool:
    return any(start <= mention.start < stop for start, stop in spots)


def _without(line: str, spots: Sequence[_Spot]) -> str:
    kept, place = [], 0
    for start, stop in spots:
        kept.append(line[place:start])
        place = stop
    return "".join((*kept, line[place:]))
