"""A band in words, the same on the page, in the PDF and on the command line."""

from __future__ import annotations

from app.core.money import grouped
from app.core.salaries.bands import Band
from app.core.salaries.query import FAMILY_NAMES

PER = {"YEAR": "a year", "MONTH": "a month", "HOUR": "an hour"}
BASIS = {"base": "base pay", "gross": "gross pay", "net": "pay after tax", "total": "total pay"}
INTERVAL = "nine times in ten"


def money(amount: float, currency: str, period: str = "YEAR") -> str:
    """ "152,300 USD", "45.50 USD" for an hour."""
    return f"{grouped(amount, 2 if period == 'HOUR' else 0, currency)} {currency}"


def subject(band: Band) -> str:
    """ "technical program manager at L4 in California"."""
    name = FAMILY_NAMES[band.query.family]
    return f"{name if name.startswith('IT') else name.lower()} at {band.query.level} in {_place(band)}"


def _place(band: Band) -> str:
    return f"the {band.region.name}" if band.region.code in ("US", "GB", "EU", "NL", "PH", "AE") else band.region.name


def in_words(band: Band) -> str:
    """The sentences that say the band, its confidence and its support."""
    return " ".join(part for part in (_middle(band), _ends(band), _support(band)) if part)


def _amount(band: Band, percentile: int) -> str:
    return money(band.percentiles[percentile], band.currency, band.period)


def _middle(band: Band) -> str:
    per = PER[band.period]
    who = subject(band)
    article = "An" if who[0] in "aeiouAEIOU" else "A"
    if 25 in band.percentiles and 75 in band.percentiles:
        return (
            f"{article} {who} is paid {_amount(band, 50)} {per} at the middle; half are paid between "
            f"{_amount(band, 25)} and {_amount(band, 75)} ({BASIS[band.basis]}, {band.as_of})."
        )
    if 50 in band.percentiles:
        return f"{article} {who} is paid {_amount(band, 50)} {per} at the middle ({BASIS[band.basis]}, {band.as_of})."
    return f"The middle pay of {article.lower()} {who} is not published."


def _ends(band: Band) -> str:
    if 10 in band.percentiles and 90 in band.percentiles:
        return f"One in ten is paid under {_amount(band, 10)}, one in ten over {_amount(band, 90)}."
    return ""


def _support(band: Band) -> str:
    count = band.support.filings
    one, many = {"country_effect": ("answer", "answers"), "filings": ("filing", "filings")}.get(
        band.method, ("person", "people")
    )
    if count is None:
        words = "The publisher gives no number of people."
    elif count == 1:
        words = f"One {one} stands directly behind it"
    else:
        words = f"{count:,} {many} stand directly behind it"
    if band.support.employers is not None:
        words += f", from {band.support.employers:,} {'employer' if band.support.employers == 1 else 'employers'}"
    return f"{words.removesuffix('.')}. Confidence is {band.support.confidence}: {_lower(band.support.why)}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def offer_in_words(band: Band) -> str:
    """Where the offer falls, with its interval."""
    if band.offer is None:
        return ""
    low, high = band.offer.interval
    amount = money(band.offer.amount, band.currency, band.period)
    sure = f" ({INTERVAL} between the {ordinal(low)} and the {ordinal(high)})" if low != high else ""
    return f"{amount} {PER[band.period]} falls at the {ordinal(band.offer.percentile)} percentile{sure}."


def ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
