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


# How people mark a currency besides its code; "$" alone may be any dollar.
_MARKS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "CAN$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "S$": "SGD",
    "SG$": "SGD", "HK$": "HKD", "R$": "BRL", "€": "EUR", "£": "GBP", "₹": "INR",
}  # fmt: skip
_MARK = "|".join(re.escape(mark) for mark in sorted([*_MARKS, _SHARED], key=len, reverse=True))
_DIGITS = (
    r"\d{1,3}(?:[,'’ \u00a0\u202f]\d{3})+(?:\.\d{1,2})?"  # 150,000 and 150 000.50
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2})?"  # 15,00,000
    r"|\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?"  # 150.000 as Germans write
    r"|\d+(?:\.\d{1,2})?"
)
_WRITTEN = re.compile(
    rf"(?P<before>{_MARK}|[A-Z]{{3}}(?![A-Za-z]))?\s*(?P<digits>{_DIGITS})\s*(?P<thousands>[kK]?)"
    rf"\s*(?P<behind>{_MARK}|(?<![A-Za-z])[A-Z]{{3}}|(?<=[kK])[A-Z]{{3}})?"
)


def read_amount(written: str, currency: str) -> Decimal:
    """Read "150000", "150,000", "150.000", "$150k" or "42.50"; raises `DomainError` for anything else.

    A sign or code beside the amount must agree with the currency: a range in two currencies is a slip.
    """
    found = _WRITTEN.fullmatch(written.strip())
    if found is None:
        raise DomainError("Write an amount in digits, such as 150000.", code="bad_amount")
    named = _currency_of(found)
    if named and named not in (currency, _SYMBOLS.get(currency)):
        meant = _ANY_DOLLAR if named == _SHARED else named
        raise DomainError(
            f"“{written.strip()}” is not in {currency}, the currency chosen here. "
            f"Change the currency to {meant}, or the amount.",
            code="mixed_currency",
        )
    return _number(found["digits"]) * (1000 if found["thousands"] else 1)


_ANY_DOLLAR = "USD, CAD or another dollar"


def currency_in(written: str) -> str:
    """The code of the currency that stands beside an amount, "$" for some dollars, or nothing."""
    found = _WRITTEN.fullmatch(written.strip())
    return _currency_of(found) if found else ""


def _currency_of(found: re.Match[str]) -> str:
    mark = found["before"] or found["behind"] or ""
    return _MARKS.get(mark, mark)


def _number(digits: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    return Decimal(re.sub(r"[,'’\s]", "", digits))


_BETWEEN = re.compile(r"\s*(?:-|–|—|\bto\b|\band\b)\s*")


def split_range(written: str) -> tuple[str, str] | None:
    """ "180-210k" as "180k" and "210k": what people write into one field; None for what is no range."""
    ends = _BETWEEN.split(written.strip())
    found = [_WRITTEN.fullmatch(end) for end in ends]
    if len(found) != 2 or not (found[0] and found[1]):
        return None
    in_thousands = found[1]["thousands"] and not found[0]["thousands"] and _number(found[0]["digits"]) < 1000
    return (f"{ends[0]}{found[1]['thousands']}" if in_thousands else ends[0]), ends[1]
