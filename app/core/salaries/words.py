"""A band in words, the same on the page, in the PDF and on the command line."""

from __future__ import annotations

from app.core.money import in_currency, signed
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band
from app.core.salaries.query import FAMILY_NAMES

PER = {"YEAR": "a year", "MONTH": "a month", "HOUR": "an hour"}
BASIS = {"base": "base pay", "gross": "gross pay", "net": "pay after tax", "total": "total pay"}
INTERVAL = "nine times in ten"


def money(amount: float, currency: str, period: str = "YEAR") -> str:
    """ "$152,300 USD", "£45.50" for an hour."""
    return in_currency(amount, _digits(period), currency)


def _digits(period: str) -> int:
    return 2 if period == "HOUR" else 0


def subject(band: Band) -> str:
    """ "technical program manager at L4 in California"."""
    name = FAMILY_NAMES[band.query.family]
    return f"{name if name.startswith('IT') else name.lower()} at {band.query.level} in {place_in_words(band)}"


def speaks_of(band: Band) -> Month:
    """The month that the figures are of: what was not carried forward stays at the month of its evidence."""
    return band.as_of if band.ageing else band.evidence_month


def place_in_words(band: Band) -> str:
    """ "California", "the United States"."""
    return f"the {band.region.name}" if band.region.code in ("US", "GB", "EU", "NL", "PH", "AE") else band.region.name


def in_words(band: Band) -> str:
    """The sentences that say the band, its support and its confidence."""
    return f"{pay_in_words(band)} {support_in_words(band)}"


def pay_in_words(band: Band) -> str:
    """The middle, the middle half and the ends, as far as they are published."""
    return " ".join(part for part in (_middle(band), _ends(band)) if part)


def _amount(band: Band, percentile: int) -> str:
    """Without its code: the first sentence names the currency."""
    return signed(band.percentiles[percentile], _digits(band.period), band.currency)


def _middle(band: Band) -> str:
    per = PER[band.period]
    who = subject(band)
    kind = f"({BASIS[band.basis]} in {band.currency}, {speaks_of(band).in_words})"
    article = "An" if who[0] in "aeiouAEIOU" else "A"
    if 25 in band.percentiles and 75 in band.percentiles:
        return (
            f"{article} {who} is paid {_amount(band, 50)} {per} at the middle; half are paid between "
            f"{_amount(band, 25)} and {_amount(band, 75)} {kind}."
        )
    if 50 in band.percentiles:
        return f"{article} {who} is paid {_amount(band, 50)} {per} at the middle {kind}."
    return f"The middle pay of {article.lower()} {who} is not published."


def _ends(band: Band) -> str:
    if 10 in band.percentiles and 90 in band.percentiles:
        return f"One in ten is paid under {_amount(band, 10)}, one in ten over {_amount(band, 90)}."
    return ""


def support_in_words(band: Band) -> str:
    """What stands behind the band, and how sure that makes it."""
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
