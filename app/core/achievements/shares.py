"""Percentages, multiples, fractions and shares: how large a part, or how many times as much."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Notation, Shape, tidy
from app.core.achievements.notation import COMPARED, LEFT, TO, either, one, pattern, span
from app.core.achievements.number_words import NUMBER, SPELLED, number, spelled, unit_of


def _percent(match: re.Match[str]) -> tuple[Mention, ...]:
    unit = "percentage point" if re.search(r"point|pp\b", match.group().lower()) else "percent"
    unit = "basis point" if re.search(r"bps|basis", match.group().lower()) else unit
    low = number(match.group("amount"))
    if match.group("to") is None:
        return one(match, tidy(low), unit, Shape.PERCENT)
    return span(match, low, number(match.group("to")), unit, Shape.PERCENT, two=match.group("first_sign") is not None)


def _percent_spelled(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, tidy(spelled(match.group("words"))), "percent", Shape.PERCENT)


def _multiple(match: re.Match[str]) -> tuple[Mention, ...]:
    low = either(match.group("amount"))
    if match.group("to") is None:
        return one(match, tidy(low), "x", Shape.MULTIPLE)
    return span(match, low, number(match.group("to")), "x", Shape.MULTIPLE)


CHANGES = {"doubl": 2, "tripl": 3, "quadrupl": 4, "halv": 0.5, "half": 0.5}


def _changed(match: re.Match[str]) -> tuple[Mention, ...]:
    factor = next(value for stem, value in CHANGES.items() if stem in match.group().lower())
    return one(match, factor, "x", Shape.MULTIPLE)


def _share(match: re.Match[str]) -> tuple[Mention, ...]:
    unit = unit_of(match.group("noun") or "")
    part = Mention(
        match.group().strip(),
        tidy(either(match.group("part"))),
        unit,
        Shape.SHARE,
        match.start(),
        match.start("total"),
    )
    total = Mention(
        match.group("total"), tidy(either(match.group("total"))), unit, Shape.SHARE, match.start("total"), match.end()
    )
    return (total,) if match.group("part").lower() == "one" else (part, total)


FRACTION_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5}


FRACTION_TIMES = {"two": 2, "three": 3, "four": 4}


def _fraction(match: re.Match[str]) -> tuple[Mention, ...]:
    if match.group("under"):
        value = int(match.group("over")) / int(match.group("under"))
    else:
        words = re.split(r"[\s-]+", match.group().lower())
        part = next(parts for stem, parts in FRACTION_PARTS.items() if any(word.startswith(stem) for word in words))
        value = next((FRACTION_TIMES[word] for word in words if word in FRACTION_TIMES), 1) / part
    return one(match, round(value, 3), "fraction", Shape.SHARE)


def _score(match: re.Match[str]) -> tuple[Mention, ...]:
    """Two numbers with a stroke between: a grade and its best, or two versions."""
    middle = match.start("under")
    first = Mention(match.group("over"), tidy(number(match.group("over"))), "", Shape.BARE, match.start(), middle - 1)
    second = Mention(match.group("under"), tidy(number(match.group("under"))), "", Shape.BARE, middle, match.end())
    return first, second


def _one_in(match: re.Match[str]) -> tuple[Mention, ...]:
    under = either(match.group("under"))
    return one(match, round(either(match.group("over")) / under, 4), "fraction", Shape.SHARE) if under else ()


NOTATIONS: tuple[Notation, ...] = (
    (
        pattern(
            rf"{LEFT}[<>~≈]?\s?(?P<amount>{NUMBER})(?:(?P<first_sign>\s?%)?{TO}(?P<to>{NUMBER}))?\s?\+?\s?-?"
            rf"(?:%|percent(?:age\s+points?)?\b|per\s?cent\b|pct\b|pp\b|bps\b|basis\s+points?\b)\+?{COMPARED}"
        ),
        _percent,
    ),
    (pattern(rf"\b(?P<words>{SPELLED})[\s-](?:percent|per\s?cent)\b"), _percent_spelled),
    (
        pattern(rf"{LEFT}(?P<amount>{NUMBER})(?:{TO}(?P<to>{NUMBER}))?(?:\s?[x×](?!\w)|[\s-]?fold\b)"),
        _multiple,
    ),
    (pattern(r"\b(?P<amount>two|three|four|five|six|seven|eight|nine|ten)[\s-]?(?P<to>\b\B)?fold\b"), _multiple),
    (
        pattern(r"\b(?:doubl|tripl|quadrupl|halv)(?:ed|ing|es)\b|\b(?:in|by)\s+half\b"),
        _changed,
    ),
    (pattern(r"\btwice\b"), lambda match: one(match, 2, "time", Shape.BARE)),
    (
        pattern(
            rf"{LEFT}\b(?P<part>\d{{1,5}}|{SPELLED})\s+(?:out\s+)?of\s+(?:the\s+|our\s+|"
            rf"its\s+)?(?:top\s+|last\s+|past\s+|first\s+)?"
            rf"(?P<total>\d{{1,5}}|{SPELLED})\b(?![%,.]\d|\s?%)(?:[\s-]+(?P<noun>[a-z]+))?"
        ),
        _share,
    ),
)

# Read after times, since “a quarter early” is one.
FRACTIONS: tuple[Notation, ...] = (
    (
        pattern(
            r"\b(?P<over>one|two|three|four|six|seven|eight|nine|[1-9])\s+in\s+(?P<under>\d{1,4}|"
            r"three|four|five|ten|twelve|twenty|fifty|(?:a\s+)?hundred)\b(?![\s-]*%|\s+(?:days?|"
            r"weeks?|months?|years?|hours?|sprints?|cit\w+|countr\w+|regions?|sites?|plants?))"
        ),
        _one_in,
    ),
    (
        pattern(
            r"(?<![\w.,/])(?P<over>1|2|3)/(?P<under>2|3|4|5)(?![\d/.])|"
            r"(?:(?<=by )|(?<=by nearly )|(?<=by about )|(?<=by roughly )|(?<=by over )|"
            r"(?<=by almost )|(?<=roughly )|(?<=nearly )|"
            r"(?<=about )|(?<=almost )|(?<=than )|(?<=from )|(?<=to )|(?<=fell )|(?<=up )|"
            r"(?<=down ))(?:a\s+|one[\s-])?(?:half|third|quarter|fifth)\b"
            r"(?!\s+(?:part|largest|a\b|an\b|year|of\s+20|results|close))|"
            r"\b(?:(?:two|three|four)[\s-](?:thirds|fifths)|three[\s-]quarters)\b|\bone-(?:half|third|"
            r"quarter|fifth)\b|\b(?:a|one)\s+(?:third|fifth)\s+(?:of|fewer|less|lower|faster)\b|"
            r"\bhalf\s+(?:the|of|its|their|our)\b|"
            r"(?<!within )(?<!in )\bone\s+quarter\s+of\s+(?:the|our|its|their|what|all)\b"
        ),
        _fraction,
    ),
    (pattern(rf"(?<![\w./])(?P<over>{NUMBER})/(?P<under>{NUMBER})(?![\d/])"), _score),
)
