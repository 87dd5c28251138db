"""What pay data say about a brief: a range to propose, and whether the written one lies outside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.errors import DomainError
from app.core.money import Pay, Period
from app.core.postings.brief import Brief
from app.core.salaries.ageing import Month
from app.core.salaries.lookup import band_for
from app.core.salaries.query import FAMILY_OF, Query
from app.core.salaries.tables import PayTables
from app.core.salaries.views import ProposedRange, proposed_range, warn_about


@dataclass(frozen=True)
class PayAdvice:
    """The middle half of pay for the job at its first place; `warning` is empty while the written range fits."""

    proposal: ProposedRange
    warning: str
    family: str
    region: str

    @property
    def range_in_words(self) -> str:
        """ "$172,000 to $224,200 USD a year"."""
        low, high = (Decimal(round(end)) for end in (self.proposal.low, self.proposal.high))
        return Pay(low, high, self.proposal.currency, Period(self.proposal.period)).in_words


def pay_advice(tables: PayTables, brief: Brief, today: date) -> PayAdvice | None:
    """None where there is no place yet, or no honest band for it."""
    if not brief.places:
        return None
    pay = brief.pay
    query = Query(
        family=FAMILY_OF[brief.track],
        level=brief.level,
        region=brief.places[0].code,
        as_of=Month(today.year, today.month),
        currency=pay.currency if pay else "",
        period=pay.period.value if pay else "YEAR",
    )
    try:
        band = band_for(query, tables)
    except DomainError:  # thin evidence or an unknown rate: a posting can do without advice
        return None
    proposal = proposed_range(band)
    if proposal is None:
        return None
    warning = warn_about(float(pay.min), float(pay.max), band) if pay and pay.min and pay.max else ""
    return PayAdvice(proposal, warning, query.family, query.region)
