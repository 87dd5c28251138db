"""Money in any currency: signs before and after, words, lakh and crore, ranges and rates."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Notation, Shape, tidy
from app.core.achievements.notation import COMPARED, LEFT, TIME, TO, one, pattern, span
from app.core.achievements.number_words import CURRENCIES, CURRENCY_WORDS, NUMBER, TIME_UNITS, TIMES, number

SIGN = "|".join(sorted((re.escape(sign) for sign in CURRENCIES), key=len, reverse=True))
NAME = "|".join(sorted((re.escape(name) for name in CURRENCY_WORDS if name.isalpha()), key=len, reverse=True))


def _money(match: re.Match[str]) -> tuple[Mention, ...]:
    currency = next(CURRENCIES[sign] for sign in CURRENCIES if sign.lower() == match.group("sign").lower())
    unit = currency + _per(match.group("per"))
    times, times_to = match.group("times"), match.group("times_to")
    if match.group("to") is None:
        return one(match, tidy(number(match.group("amount"), times)), unit, Shape.MONEY)
    low, high = number(match.group("amount"), times or times_to), number(match.group("to"), times_to)
    if match.group("sign_to") is None:
        return span(match, low, high, unit, Shape.MONEY)
    middle = match.start("sign_to")
    first = Mention(
        match.string[match.start() : match.end("first")].strip(), tidy(low), unit, Shape.MONEY, match.start(), middle
    )
    second = Mention(match.string[middle : match.end()].strip(), tidy(high), unit, Shape.MONEY, middle, match.end())
    return first, second


def _per(unit: str | None) -> str:
    return f"/{TIME_UNITS.get(unit.lower(), 'year')}" if unit else ""


def _money_named(match: re.Match[str]) -> tuple[Mention, ...]:
    value = number(match.group("amount"), match.group("times"))
    return one(match, tidy(value), CURRENCY_WORDS[match.group("name").lower()], Shape.MONEY)


VAGUE = {
    "tens": 10.0,
    "dozens": 12.0,
    "hundreds": 100.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "lakhs": 1e5,
    "crores": 1e7,
}


def _money_vague(match: re.Match[str]) -> tuple[Mention, ...]:
    value = 1.0
    for word in re.findall(r"[a-z]+", match.group("vague").lower()):
        value *= VAGUE.get(word, 1.0) if word in VAGUE else {"million": 1e6, "billion": 1e9}.get(word, 1.0)
    return one(match, tidy(value), CURRENCY_WORDS[match.group("name").lower()], Shape.MONEY)


NOTATIONS: tuple[Notation, ...] = (
    (
        pattern(
            rf"(?P<first>(?:(?![a-z])|(?<![a-z]))(?P<sign>{SIGN})\s?(?P<amount>{NUMBER})\s?\+?(?P<times>{TIMES})?\s?\+?)"
            rf"(?:{TO}(?P<sign_to>{SIGN})?\s?(?P<to>{NUMBER})(?P<times_to>{TIMES})?)?(?:\s?\+|[\s-]plus\b)?"
            rf"(?:[\s-](?:us\s)?dollars?\b)?(?:\s?(?:/|per|a|each|every)\s?(?P<per>{TIME}|annum|annually)\b)?{COMPARED}"
        ),
        _money,
    ),
    (
        pattern(
            rf"{LEFT}(?P<amount>{NUMBER})\s?\+?(?P<times>{TIMES})?\s?\+?[\s-]?(?:us\s)?(?P<name>{NAME}|[€£₹])(?![a-z])"
        ),
        _money_named,
    ),
    (
        pattern(
            rf"\b(?P<vague>(?:tens|hundreds)\s+of\s+(?:thousands|millions)|hundreds|thousands|millions|"
            rf"billions|(?:a|one)\s+(?:million|billion))"
            rf"(?:\s+of)?\s+(?:us\s)?(?P<name>{NAME})\b"
        ),
        _money_vague,
    ),
)
