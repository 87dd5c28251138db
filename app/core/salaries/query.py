"""What somebody asks: a family, a level, a region, a month, a currency, a period, and perhaps an offer."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.core.errors import DomainError
from app.core.framework import Track
from app.core.salaries.ageing import Month
from app.core.titles import TitleReading

FAMILIES = ("technical_program_manager", "technical_project_manager", "it_project_manager")
FAMILY_OF = {Track.PROGRAM: FAMILIES[0], Track.PROJECT: FAMILIES[1]}  # what people of a track are paid as
FAMILY_NAMES = {
    "technical_program_manager": "Technical program manager",
    "technical_project_manager": "Technical project manager",
    "it_project_manager": "IT project manager",
}
FAMILY_PLURALS = {
    "technical_program_manager": "technical program managers",
    "technical_project_manager": "technical project managers",
    "it_project_manager": "IT project managers",
}
LEVEL_NAMES = {
    "L1": "Associate",
    "L2": "Early",
    "L3": "Full working level",
    "L4": "Senior",
    "L5": "Lead or staff",
    "L6": "Principal or director",
}
LEVELS = tuple(LEVEL_NAMES)
PER_YEAR = {"YEAR": 1, "MONTH": 12, "HOUR": 2080}
PERIODS = tuple(PER_YEAR)
_ONE = {"YEAR": "a year", "MONTH": "a month", "HOUR": "an hour"}

# An offer outside of these, in US dollars, is more likely a slip of the unit than pay: the user is asked.
PLAUSIBLE = {"YEAR": (5_000, 2_000_000), "MONTH": (400, 170_000), "HOUR": (3, 1_000)}


@dataclass(frozen=True)
class Query:
    """A question about pay. `title` is set when the family and level were read from one."""

    family: str
    level: str
    region: str
    as_of: Month
    currency: str = ""  # the currency of the evidence when empty
    period: str = "YEAR"
    offer: float | None = None
    title: TitleReading | None = None


def in_sentence(family: str) -> str:
    """ "technical program managers", "IT project managers"."""
    return FAMILY_PLURALS[family]


def checked_family(text: str) -> str:
    """Raises `DomainError` for a family that we do not know; words and dashes are forgiven."""
    family = re.sub(r"[\s-]+", "_", text.strip().casefold())
    if family not in FAMILIES:
        raise DomainError(f"There is no family {text!r}; use {', '.join(FAMILIES)}.", field="family", code="bad_family")
    return family


def checked_level(text: str) -> str:
    level = text.strip().upper()
    if level not in LEVELS:
        raise DomainError(f"There is no level {text!r}; use L1 to L6.", field="level", code="bad_level")
    return level


def checked_period(text: str) -> str:
    period = {"ANNUAL": "YEAR", "YEARLY": "YEAR", "MONTHLY": "MONTH", "HOURLY": "HOUR"}.get(
        text.strip().upper(), text.strip().upper()
    )
    if period not in PERIODS:
        raise DomainError(f"There is no period {text!r}; use year, month or hour.", field="period", code="bad_period")
    return period


def read_amount(text: str) -> float:
    """Read an offer as people write it: "175,000", "$175k", "175000.50"."""
    bare = re.sub(r"[\s,_'’$€£]", "", text)
    cleaned = re.sub(r"^[A-Za-z]{3}(?=\d)|(?<=[\dkK])[A-Za-z]{3}$", "", bare)
    match = re.fullmatch(r"(\d+(?:\.\d+)?)([kK]?)", cleaned)
    if not match:
        raise DomainError(f"The offer {text!r} is not an amount; write it as 175000.", field="offer", code="bad_offer")
    return float(match.group(1)) * (1000 if match.group(2) else 1)


def check_offer(amount: float, period: str, in_dollars: float) -> None:
    """Raises `DomainError` when the amount would be absurd for the period, and asks what was meant."""
    least, most = PLAUSIBLE[period]
    if least <= in_dollars <= most:
        return
    written = f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"
    if period == "YEAR" and in_dollars < 1000:
        what = f"Is {written} an hour, or {written} thousand a year? Write {written}k, or choose the period hour."
    else:
        fitting = [_ONE[p] for p, (low, high) in PLAUSIBLE.items() if low <= in_dollars <= high]
        what = f"{written} is not plausible for {_ONE[period]}." + (
            f" Did you mean {' or '.join(fitting)}?" if fitting else " Check the amount and the currency."
        )
    raise DomainError(what, field="offer", code="ambiguous_offer")
