"""Pay as a posting states it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from app.core.errors import DomainError

_SYMBOLS = {"USD": "$", "CAD": "$", "AUD": "$", "NZD": "$", "SGD": "$", "HKD": "$", "EUR": "€", "GBP": "£", "INR": "₹"}
_SHARED = "$"  # alone it could be Canadian or Singaporean, so the code stands behind the amounts


class Period(StrEnum):
    """What one amount of pay covers."""

    YEAR = "YEAR"
    MONTH = "MONTH"
    HOUR = "HOUR"

    @property
    def in_words(self) -> str:
        return {"YEAR": "a year", "MONTH": "a month", "HOUR": "an hour"}[self.value]


@dataclass(frozen=True)
class Pay:
    """A pay range; an end that is not known is None."""

    min: Decimal | None
    max: Decimal | None
    currency: str
    period: Period

    @property
    def in_words(self) -> str:
        """ "$150,000 to $190,000 USD a year", or "£70,000 to £85,000 a year"."""
        low, high = (None if end is None else self._amount(end) for end in (self.min, self.max))
        if low is None and high is None:
            return ""
        if low is None:
            amounts = f"up to {high}"
        elif high is None:
            amounts = f"from {low}"
        else:
            amounts = low if low == high else f"{low} to {high}"
        return " ".join(part for part in (amounts, _code_behind(self.currency), self.period.in_words) if part)

    def _amount(self, amount: Decimal) -> str:
        whole = amount == amount.to_integral_value()
        return signed(amount, 0 if whole else 2, self.currency)


def signed(amount: Decimal | float, digits: int, currency: str) -> str:
    """ "$206,200", where what stands around it says which dollars; "CHF 120,000" where there is no sign."""
    return _SYMBOLS.get(currency, f"{currency} ") + grouped(amount, digits, currency)


def in_currency(amount: Decimal | float, digits: int, currency: str) -> str:
    """ "$206,200 USD", "£85,000": an amount that nothing around it explains."""
    return " ".join(part for part in (signed(amount, digits, currency), _code_behind(currency)) if part)


def _code_behind(currency: str) -> str:
    return currency if _SYMBOLS.get(currency) == _SHARED else ""


def grouped(amount: Decimal | float, digits: int, currency: str) -> str:
    """ "1,500,000"; rupees are counted in lakhs and crores: "15,00,000"."""
    written = f"{amount:,.{digits}f}"
    if currency != "INR":
        return written
    whole, point, cents = written.replace(",", "").partition(".")
    head, last = whole[:-3], whole[-3:]
    pairs = re.sub(r"(?<=\d)(?=(?:\d\d)+$)", ",", head)
    return (f"{pairs},{last}" if head else last) + point + cents


_WRITTEN = re.compile(r"([A-Z]{3}|[$€£₹])?\s*(\d[\d,' ]*(?:\.\d+)?)\s*([kK]?)")


def read_amount(written: str, currency: str) -> Decimal:
    """Read "150000", "150,000", "$150k" or "42.50"; raises `DomainError` for anything else.

    A sign or code before the amount must agree with the currency: a range in two currencies is a slip.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        raise DomainError("Write an amount in digits, such as 150000.", code="bad_amount")
    sign, amount, thousands = found.groups()
    if sign and sign not in (currency, _SYMBOLS.get(currency)):
        raise DomainError(f"“{written.strip()}” is not in {currency}, the currency chosen here.", code="mixed_currency")
    return Decimal(re.sub(r"[,' ]", "", amount)) * (1000 if thousands else 1)


_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\band\b)\s*")


def split_range(written: str) -> tuple[str, str] | None:
    """ "180-210k" as "180k" and "210k": what people write into one field; None for what is no range."""
    ends = _BETWEEN.split(written.strip())
    if len(ends) != 2 or not all(_WRITTEN.fullmatch(end) for end in ends):
        return None
    low, high = ends
    in_thousands = high[-1] in "kK" and low[-1] not in "kK"
    return (f"{low}{high[-1]}" if in_thousands else low), high
