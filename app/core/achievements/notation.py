"""What the notations of numbers share: what may stand around a number, and how a match becomes a mention."""

from __future__ import annotations

import re

from app.core.achievements.metrics import Mention, Shape, span_text, tidy
from app.core.achievements.number_words import TIME_UNITS, number, spelled

# Nothing may be glued to the left of a number: AS/400, E-4, HTML5 and R/3 hold none.
LEFT = r"(?<![\w$€£₹#])(?<!\d[.,/-])(?<!\.)(?<!(?-i:[A-Z])[/-])(?<![a-z]-)"
TO = r"\s?(?:-|–|—|to)\s?"
TIME = "|".join(sorted(TIME_UNITS, key=len, reverse=True))
COMPARED = (
    r"(?:\s+(?:early|earlier|late|later|sooner|faster|slower|ahead(?:\s+of\s+(?:the\s+)?(?:schedule|"
    r"plan|time|deadline|target))?|"
    r"behind(?:\s+(?:schedule|plan))?|(?:under|below|over)\s+(?:the\s+)?budget))?"
)


def pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)


def one(match: re.Match[str], value: float | str, unit: str, shape: Shape, text: str | None = None) -> tuple[Mention]:
    plain = match.group() if text is None else text
    return (Mention(plain.strip(), value, unit, shape, match.start(), match.end()),)


def span(
    match: re.Match[str], low: float, high: float, unit: str, shape: Shape, *, two: bool = False
) -> tuple[Mention, ...]:
    """Two numbers: a range (3 to 5 days) is one value, a change (from 3 to 28) is two."""
    before = match.string[: match.start()].rstrip().lower()
    is_change = two or before.endswith(("from", "between", "was", "of"))
    if not (is_change and re.search(r"\bto\b|→|->", match.group().lower())) and low < high:
        return one(match, span_text(low, high), unit, shape)
    middle = match.start("to")
    first = Mention(match.string[match.start() : match.end("amount")], tidy(low), unit, shape, match.start(), middle)
    text = match.string[middle : match.end()].strip()
    return first, Mention(text, tidy(high), unit, shape, middle, match.end())


def either(words: str) -> float:
    return number(words) if words[:1].isdigit() else spelled(words)


def with_times(amount: str, times: str | None) -> float:
    return number(amount, times) if amount[:1].isdigit() else spelled(amount)
