"""What a field says of pay besides its amount: "$150k-$190k per year", "120k - 150k DOE", "75/hr", "up to 190k"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.core.money import Period, currency_in, split_range


class OpenEnd(StrEnum):
    """Which end of a range somebody left open in words."""

    NONE = ""
    LOWEST = "lowest"
    HIGHEST = "highest"


@dataclass(frozen=True)
class PayAsTyped:
    """The amounts of a field as they were typed, and what stands beside them."""

    amounts: tuple[str, ...] = ()  # none, one, or the two ends of a range
    currency: str = ""  # a code, "$" for some dollars, or nothing
    period: Period | None = None
    open_end: OpenEnd = OpenEnd.NONE


_PERIODS = {
    Period.YEAR: r"(?:per|an?|each|/)\s*(?:year|yr|annum|y)|yearly|annually|annual|p\.?\s?a\.?",
    Period.MONTH: r"(?:per|an?|each|/)\s*(?:month|mth|mo|m)|monthly|p\.?\s?m\.?",
    Period.HOUR: r"(?:per|an?|each|/)\s*(?:hour|hr|h)|hourly|p\.?\s?h\.?",
}
# Said beside an amount without changing it.
_ASIDE = (
    r"doe|depend(?:ing|ent) (?:up)?on (?:your )?experience|negotiable|gross|base(?: (?:pay|salary))?|salary|pay"
    r"|circa|ca\.?|approx\.?|approximately|about|around|between"
)
_LOWEST_LEFT_OPEN = r"up\s?to|max(?:\.|imum)?|at most|under|below|less than"
_HIGHEST_LEFT_OPEN = r"from|min(?:\.|imum)?|at least|starting at|starting from|over|above|more than"
_EDGE = r"[\s,;:()~]*"
_CODE = re.compile(r"\b(?:us|ca|can|au|nz|sg|hk|[ca])?\$|\b(?!and)[a-z]{3}\b|(?<=k)[a-z]{3}\b", re.IGNORECASE)


def pay_as_typed(written: str) -> PayAsTyped:
    """Take the words from both ends; what is left are amounts, or is refused where they are read."""
    words, period, open_end = written.strip(), None, OpenEnd.NONE
    while (cut := _word_off(words)) is not None:
        words, said = cut
        period = next((one for one, name in _PERIODS.items() if re.fullmatch(name, said, re.IGNORECASE)), period)
        open_end = _left_open(said) or open_end
    words = _CODE.sub(lambda code: code.group().upper(), words)
    amounts = split_range(words) or ((words,) if words else ())
    named = tuple(dict.fromkeys(filter(None, map(currency_in, amounts))))
    return PayAsTyped(
        amounts,
        named[0] if len(named) == 1 else "",
        period,
        open_end if len(amounts) == 1 else OpenEnd.NONE,
    )


_ANY = rf"{'|'.join(_PERIODS.values())}|{_ASIDE}|{_LOWEST_LEFT_OPEN}|{_HIGHEST_LEFT_OPEN}"
_AT_START = re.compile(rf"^{_EDGE}(?P<said>{_ANY})(?![a-z$]){_EDGE}", re.IGNORECASE)
_AT_END = re.compile(rf"{_EDGE}(?:(?<![a-z])(?=[a-z])|(?=[/+]))(?P<said>{_ANY}|\+){_EDGE}$", re.IGNORECASE)


def _word_off(words: str) -> tuple[str, str] | None:
    """The words without the first or last of those that we know, and that one; None when there is none."""
    for pattern in (_AT_END, _AT_START):
        if (found := pattern.search(words)) and found.group() != words:
            return words[: found.start()] + words[found.end() :], found["said"]
    return None


def _left_open(said: str) -> OpenEnd | None:
    if re.fullmatch(_LOWEST_LEFT_OPEN, said, re.IGNORECASE):
        return OpenEnd.LOWEST
    return OpenEnd.HIGHEST if said == "+" or re.fullmatch(_HIGHEST_LEFT_OPEN, said, re.IGNORECASE) else None
