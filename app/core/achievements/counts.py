"""Counts of things and people, ranks, none of something, and numbers that stand bare."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Notation, Shape, tidy
from app.core.achievements.notation import LEFT, TO, either, one, pattern, span, with_times
from app.core.achievements.number_words import ABSENT, NUMBER, SPELLED, TIMES, number, spelled, unit_of, word_set


def _to_none(match: re.Match[str]) -> tuple[Mention, ...]:
    return (Mention(match.group("none"), 0, "", Shape.NONE, match.start("none"), match.end("none")),)


def _to_one(match: re.Match[str]) -> tuple[Mention, ...]:
    return (Mention(match.group("one"), 1, "", Shape.BARE, match.start("one"), match.end("one")),)


PLACES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}


def _placed(match: re.Match[str]) -> tuple[Mention, ...]:
    return (
        Mention(match.group(), PLACES[match.group("place").lower()], "rank", Shape.RANK, match.start(), match.end()),
    )


def _code(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, int(match.group("digits")), "", Shape.BARE)


def _rank(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, tidy(either(match.group("place"))), "rank", Shape.RANK)


def _ordinal(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, int(match.group("place")), "", Shape.ORDINAL)


def _none_of(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, 0, unit_of(match.group("absent").split()[-1]), Shape.NONE)


def _zero(match: re.Match[str]) -> tuple[Mention, ...]:
    return one(match, 0, unit_of(match.group("noun") or ""), Shape.NONE)


# Millions of something unnamed after these words are money.
MONEY_BEFORE = re.compile(
    r"\b(?:budgets?|savings?|saved|saving|revenues?|sales|spend|costs?|worth|valued|contracts?|"
    r"rais(?:ed|ing)|fund(?:s|ed|ing)|invest\w*|profits?|margin)"
    r"\b[^.;\d]{0,24}$",
    re.IGNORECASE,
)


INDIAN = frozenset(("cr", "crore", "crores", "lakh", "lakhs", "lac", "lacs"))  # they count rupees unless a noun follows


def _count(match: re.Match[str]) -> tuple[Mention, ...]:
    """A number and what it counts: the first of the next words that is a plural, or the word right after it."""
    noun, end = _counted(match.string, match.end())
    if match.group("to"):
        low = number(match.group("amount"), match.group("times") or match.group("times_to"))
        return span(match, low, number(match.group("to"), match.group("times_to")), unit_of(noun), Shape.COUNT)
    if match.group("amount").lower() == "one":
        return ()
    times = match.group("times")
    value = tidy(with_times(match.group("amount"), times))
    if times and times.strip(" -").lower() in INDIAN and not (noun.endswith("s") or unit_of(noun) == "people"):
        return one(match, value, "INR", Shape.MONEY)
    if times and not noun.endswith("s") and MONEY_BEFORE.search(match.string[: match.start()]):
        return one(match, value, "USD", Shape.MONEY)
    if value == 0 and re.fullmatch(ABSENT, noun, re.IGNORECASE):
        return (Mention(match.string[match.start() : end], 0, unit_of(noun), Shape.NONE, match.start(), match.end()),)
    bare = not noun or (times is None and not match.group("plus") and _is_name(match))
    shape = Shape.BARE if bare else Shape.COUNT
    text = match.string[match.start() : match.end() if bare else end].strip(" ,.;")
    return (Mention(text, value, "" if bare else unit_of(noun), shape, match.start(), match.end()),)


def _change_spelled(match: re.Match[str]) -> tuple[Mention, ...]:
    return span(match, spelled(match.group("amount")), spelled(match.group("to")), "", Shape.COUNT)


def _is_name(match: re.Match[str]) -> bool:
    """Whether the number belongs to a name before it: Office 365, ISO 9001, Level 2, Route 53."""
    before = re.search(r"([A-Za-z][\w&+#-]*)[\s-]$", match.string[: match.start()])
    if before is None:
        return False
    word = before.group(1)
    if word.lower() in NAMES_BEFORE:
        return True
    return (
        word[0].isupper() and not _starts_sentence(match.string, before.start(1)) and word.lower() not in VERBS_BEFORE
    )


def _starts_sentence(line: str, place: int) -> bool:
    return place == 0 or line[:place].rstrip()[-1:] in ".;:•-!?"


NAMES_BEFORE = word_set(
    """iso osha office windows level phase version v release tier grade class section part step title chapter article
    form nfpa astm asme route highway floor room suite unit apartment building bldg box lot gate cluster wave
    volume vol rev revision sharepoint exchange server oracle java python angular web industry basel sox cmmi
    itil prince sap s/4hana article series bim act rule type gen generation group troop battalion squadron
    division district region zone iec ieee en din"""
)


VERBS_BEFORE = word_set(
    """managed led supervised trained delivered launched coordinated hired mentored saved for with and of to the over"""
)


_NEXT_WORD = re.compile(r"[\s-]+\(?([A-Za-z][A-Za-z/'’-]*)")


NOT_COUNTED = word_set(
    """and or of to in on by for from with at as per the a an while which that within across over under through during
    after before is was were are per into using via plus including based"""
)


def _counted(line: str, place: int) -> tuple[str, int]:
    first, end = "", place
    for _ in range(5):
        match = _NEXT_WORD.match(line, place)
        if match is None or (match.group(1).lower() in NOT_COUNTED):
            break
        word = match.group(1)
        if not first:
            first, end = word, match.end(1)
        last_part = word.rpartition("-")[2].lower()
        if last_part in COUNT_NOUNS or (
            last_part.endswith("s") and not last_part.endswith(("ss", "us", "is", "’s", "'s"))
        ):
            return last_part, match.end(1)
        place = match.end(1)
    return first, end


COUNT_NOUNS = word_set(
    """people staff personnel person member team site country state city client vendor customer user project program
    release sprint server application system module store plant location engineer developer employee fte
    headcount million acre sq feet ft mile km kw mw gb tb pb node seat unit workstream stakeholder strong"""
)


_SPELLED_UNITS = r"(?=[\s-]+[a-z]|\s*[.,;)]|$)"


RANKS: tuple[Notation, ...] = (
    (pattern(r"(?:\bto\s+|\bfrom\s+)(?P<none>none|nil|nothing|zero)\b"), _to_none),
    (
        pattern(
            r"(?:\bfrom|\bto|\binto)\s+(?:just\s+)?(?P<one>one)\b(?!\s+(?:of|that|who|which|place|"
            r"page|another|in)\b)(?=\s*(?:[,.;]|to\b|$))"
        ),
        _to_one,
    ),
    (
        pattern(
            r"\b(?:ranked|placed|came|finished|came\s+in)\s+(?:joint\s+)?(?P<place>first|second|third|fourth|fifth)\b"
        ),
        _placed,
    ),
    (pattern(r"(?<![\w-])(?-i:[A-Z]{1,4})-(?P<digits>\d{2,4})(?![\d,.-])(?!\w)"), _code),
    (pattern(r"(?:#\s?|\bno\.\s?|\bnumber\s(?=one))(?P<place>\d{1,3}|one)\b(?!\s?%)"), _rank),
    (pattern(rf"{LEFT}(?P<place>\d{{1,4}})(?:st|nd|rd|th)\b"), _ordinal),
)

# Read last: every number that no other notation has claimed.
COUNTS: tuple[Notation, ...] = (
    (
        pattern(
            rf"\b(?:zero|no|nil|without(?:\s+(?:a\s+single|any|one|an?))?|not\s+(?:a\s+single|one)|never\s+an?)[\s-]+"
            rf"(?:(?!of\b|to\b|and\b|or\b|longer\b|matter\b|for\b|"
            rf"the\b)[a-z0-9'-]+[\s-]+){{0,3}}?(?P<absent>{ABSENT})\b"
        ),
        _none_of,
    ),
    (
        pattern(
            r"\bzero(?![\s-]?(?:trust|touch|based|tolerance|to|day|knowledge|in|code|sum)\b)"
            r"(?:[\s-]+(?P<noun>[a-z]+))?"
        ),
        _zero,
    ),
    (
        pattern(
            rf"{LEFT}[<>~≈]?(?P<amount>{NUMBER})(?:\s?\+(?=\s?[mbk]))?(?P<times>{TIMES})?(?:{TO}(?P<to>{NUMBER})(?P<times_to>{TIMES})?(?=[\s+-]*[a-z]|"
            rf""
            rf""
            rf""
            rf""
            rf""
            rf""
            rf""
            rf""
            rf"[.,;]|$))?"
            r"(?P<plus>\s?\+|[\s-]plus\b)?(?![\d]|\.\d|/\d)"
        ),
        _count,
    ),
    (pattern(rf"(?<=from )(?P<amount>{SPELLED})\s+to\s+(?P<to>{SPELLED})\b"), _change_spelled),
    (
        pattern(rf"(?<!-)\b(?P<amount>{SPELLED})(?P<times>\b\B)?(?P<to>\b\B)?(?P<plus>\+)?{_SPELLED_UNITS}"),
        _count,
    ),
)
