"""A band in words, the same on the page, in the PDF and on the command line."""

from __future__ import annotations

import re

from app.core.money import grouped, in_currency, signed
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band, Covers
from app.core.salaries.query import FAMILY_NAMES, in_sentence
from app.core.salaries.regions import Region
from app.core.salaries.tables import PayTables

PER = {"YEAR": "a year", "MONTH": "a month", "HOUR": "an hour"}
BASIS = {"base": "base pay", "gross": "gross pay", "net": "pay after tax", "total": "total pay"}
INTERVAL = "nine times in ten"


def money(amount: float, currency: str, period: str = "YEAR") -> str:
    """ "$152,300 USD", "£45.50" for an hour."""
    return in_currency(amount, _digits(period), currency)


def figure(amount: float, currency: str, period: str = "YEAR") -> str:
    """ "152,300", "27,86,300": what stands under a heading that names its currency."""
    return grouped(amount, _digits(period), currency)


def _digits(period: str) -> int:
    return 2 if period == "HOUR" else 0


def whom(band: Band) -> str:
    """ "a technical program manager at L4 in California"; of a published figure, whom its publisher counts."""
    if band.covers is not None:
        levels = " of all levels" if band.covers.all_levels else ""
        return f"{_counted(band.covers)}{levels} in {_the(band.covers.region)}"
    name = FAMILY_NAMES[band.query.family]
    who = f"an {name}" if name.startswith("IT") else f"a {name.lower()}"
    return f"{who} at {band.query.level} in {place_in_words(band)}"


def _counted(covers: Covers) -> str:
    """The occupation within a sentence, without its code."""
    name = re.sub(r"\s*\([^()]*\)$", "", covers.occupation)
    name = name if name[1:2].isupper() else _lower(name)
    return f"{name}," if "," in name else name


def title_in_words(band: Band, whole: Band) -> str:
    """What the words of a title change: "Filings titled like “Sr TPM” pay 8% more than L4 as a whole here"."""
    title = band.query.title.title if band.query.title else ""
    change = round(100 * (band.percentiles[50] / whole.percentiles[50] - 1))
    how = f"{abs(change)}% {'more' if change > 0 else 'less'} than" if change else "about the same as"
    return f"Filings titled like “{title}” pay {how} {band.query.level} as a whole here"


def covered_in_words(tables: PayTables) -> str:
    """Which places can be answered at all, counted from the tables."""
    found = tables.covered()
    return (
        f"Places covered: the United States, with {found['state', False]} states and territories and "
        f"{found['area', False]} metro and other areas; {found['country', True]} other countries; and "
        f"{found['state', True]} provinces of Canada."
    )


def speaks_of(band: Band) -> Month:
    """The month that the figures are of: what was not carried forward stays at the month of its evidence."""
    return band.as_of if band.ageing else band.evidence_month


def place_in_words(band: Band) -> str:
    """ "California", "the United States"."""
    return _the(band.region)


def _the(region: Region) -> str:
    return f"the {region.name}" if region.code in ("US", "GB", "EU", "NL", "PH", "AE") else region.name


def label(band: Band) -> str:
    """ "California, L4", "Singapore, all levels": a band among others."""
    return f"{band.region.name}, {band.level_in_words}"


def answer_in_words(band: Band) -> str:
    """The answer in a line: "$206,200 a year; half between $180,600 and $231,400"; empty without a middle."""
    if 50 not in band.percentiles:
        return ""
    whose = "All levels: " if band.all_levels else ""
    half = ""
    if 25 in band.percentiles and 75 in band.percentiles:
        half = f"; half between {_amount(band, 25)} and {_amount(band, 75)}"
    return f"{whose}{_amount(band, 50)} {PER[band.period]}{half}"


def in_words(band: Band) -> str:
    """The sentences that say the band, its support and its confidence."""
    return f"{pay_in_words(band)} {support_in_words(band)}"


def pay_in_words(band: Band) -> str:
    """What it is first, where that is not plain; then the middle, the middle half and the ends, as published."""
    return " ".join(part for part in (_estimated(band), _middle(band), _ends(band)) if part)


def is_estimated(band: Band) -> bool:
    """Whether no filing of the work and level stands in the region."""
    return band.method == "filings" and band.support.filings == 0


def _estimated(band: Band) -> str:
    if not is_estimated(band):
        return ""
    others = "other levels" if band.region.code == "US" else "other states and levels"
    return f"No filing of this work and level here: this is estimated from {others}."


def _amount(band: Band, percentile: int) -> str:
    """Without its code: the first sentence names the currency."""
    return signed(band.percentiles[percentile], _digits(band.period), band.currency)


def _middle(band: Band) -> str:
    per = PER[band.period]
    kind = f"({BASIS[band.basis]} in {band.currency}, {speaks_of(band).in_words})"
    if 50 not in band.percentiles:
        return f"The middle pay of {whom(band)} is not published."
    half = ""
    if 25 in band.percentiles and 75 in band.percentiles:
        half = f"; half are paid between {_amount(band, 25)} and {_amount(band, 75)}"
    return f"{_who_is(band)} paid {_amount(band, 50)} {per} at the middle{half} {kind}."


def _who_is(band: Band) -> str:
    if band.covers is None:
        return f"{_upper(whom(band))} is"
    who = f"{_counted(band.covers)} in {_the(band.covers.region)} are"
    return f"All levels together: {who}" if band.covers.all_levels else _upper(who)


def _ends(band: Band) -> str:
    if 10 in band.percentiles and 90 in band.percentiles:
        return f"One in ten is paid under {_amount(band, 10)}, one in ten over {_amount(band, 90)}."
    return ""


def kind_and_time(band: Band) -> str:
    """ "Base pay in USD a year. Evidence of November 2023, carried to November 2026 by a factor of 1.083 (...)."""
    kind = f"{_upper(BASIS[band.basis])} in {band.currency} {PER[band.period]}"
    if band.rate.publication:
        rate = f"{band.rate.factor:,.4f} {band.rate.target} in {band.rate.month.in_words}"
        kind += f"; one {band.rate.source} was {rate}"
    if band.ageing is None:
        return f"{kind}. Evidence of {band.evidence_month.in_words}, not carried forward."
    time = (
        f"Evidence of {band.ageing.start.in_words}, carried to {band.ageing.end.in_words} "
        f"by a factor of {band.ageing.factor:.3f} ({band.ageing.index})"
    )
    if band.ageing.extended_months:
        time += f"; the last {band.ageing.extended_months} months continue the growth of the two years before"
    return f"{kind}. {time}."


def stands_in(band: Band) -> str:
    """What a published figure stands in for; empty where the evidence is of what was asked."""
    covers, query = band.covers, band.query
    if covers is None or (covers.own_work and not covers.all_levels):
        return ""
    figure = f"the figure is of {_counted(covers)}{' of all levels' if covers.all_levels else ''}".removesuffix(",")
    apart = [] if covers.own_work else [in_sentence(query.family)]
    apart += [query.level] if covers.all_levels else []
    what = " and ".join(
        name for name, borrowed in (("the work", not covers.own_work), ("the level", covers.all_levels)) if borrowed
    )
    return f"{_upper(what)}: {figure}; the publisher does not count {' or '.join(apart)} apart."


def support_in_words(band: Band) -> str:
    """What stands behind the band, and how sure that makes it."""
    confidence = f"Confidence is {band.support.confidence}: {_lower(band.support.why)}"
    count = band.support.filings
    one, many = {"country_effect": ("answer", "answers"), "filings": ("filing", "filings")}.get(
        band.method, ("person", "people")
    )
    if count == 0:
        return confidence
    if count is None:
        words = "The publisher gives no number of people"
    elif count == 1:
        words = f"One {one} stands directly behind it"
    else:
        words = f"{count:,} {many} stand directly behind it"
    if band.support.employers is not None:
        words += f", from {band.support.employers:,} {'employer' if band.support.employers == 1 else 'employers'}"
    return f"{words}. {confidence}"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


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
