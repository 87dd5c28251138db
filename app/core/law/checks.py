"""Whether a posting does what one duty asks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from app.core.law.duties import Duty, Exemption, Limit, OpenEnded
from app.core.law.facts import AdvertisedPay, PostingFacts
from app.core.law.phrases import Passage, PhraseRule, Quote, first_quote
from app.core.law.vocabulary import Form

DAYS_TO_ADVERTISE = 14


@dataclass(frozen=True)
class Fault:
    """What a posting does not do. `warns`: that cannot be decided, and `detail` says why."""

    name: str
    violates: bool = False
    warns: bool = False
    detail: str = ""
    quote: Quote | None = None


class Reading:
    """A posting read for wording, each kind of wording looked for once and only when a duty asks."""

    def __init__(self, posting: PostingFacts, phrases: Mapping[str, tuple[PhraseRule, ...]], on: date) -> None:
        self.posting = posting
        self.on = on
        self._phrases = phrases
        self._found: dict[str, Quote | None] = {}

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return self.posting.passages()

    def quote(self, name: str) -> Quote | None:
        if name not in self._found:
            self._found[name] = first_quote(self._phrases.get(name, ()), self._passages)
        return self._found[name]

    def says(self, name: str) -> bool:
        return self.quote(name) is not None


def fault_in(reading: Reading, duty: Duty) -> Fault | None:
    """Return what the posting does not do, or None when the duty is met or does not arise."""
    if duty.term.only_with_ai and not reading.posting.ai_used:
        return None
    if duty.exemption is not None and _is_exempt(reading.posting.pay, duty.exemption):
        return None
    if duty.term.form is Form.FORBIDS:
        return _forbidden(reading, duty)
    check = _CHECKS.get(duty.name)
    return check(reading, duty) if check is not None else None


def _is_exempt(pay: AdvertisedPay | None, exemption: Exemption) -> bool:
    """Pay in another currency or of an unknown period is never taken to be exempt."""
    if pay is None or pay.currency != exemption.currency:
        return False
    ends = (pay.low,) if exemption.lowest else (pay.high, pay.low)
    end = next((amount for amount in ends if amount is not None), None)
    yearly = None if end is None else pay.yearly(end)
    if yearly is None:
        return False
    bound = AdvertisedPay(None, None, exemption.currency, exemption.period).yearly(exemption.amount)
    return bound is not None and (yearly >= bound if exemption.inclusive else yearly > bound)


# -- what the posting must hold


def _pay_range(reading: Reading, duty: Duty) -> Fault | None:
    pay = reading.posting.pay
    if pay is None or not pay.is_stated:
        quote = reading.quote("open_ended_pay")
        return Fault("pay_range") if quote is None else _open_ended(duty, quote)
    if pay.is_closed or (duty.open_ended is OpenEnded.FROM_IS_ENOUGH and pay.low is not None):
        return None
    return _open_ended(duty, None)


def _open_ended(duty: Duty, quote: Quote | None) -> Fault:
    detail = "A range has a lowest and a highest amount; “from” or “up to” alone is not one."
    if duty.open_ended is OpenEnded.FROM_IS_ENOUGH:
        detail = "The lowest pay must be named; “up to” alone does not do that."
    return Fault("open_ended_range", True, duty.open_ended is OpenEnded.WARNS, detail, quote)


def _text(value: Callable[[PostingFacts], str]) -> Callable[[Reading, Duty], Fault | None]:
    def check(reading: Reading, duty: Duty) -> Fault | None:
        return None if value(reading.posting).strip() else Fault(duty.name)

    return check


def _deadline(reading: Reading, duty: Duty) -> Fault | None:
    posting = reading.posting
    met = posting.deadline is not None or posting.ongoing or reading.says("ongoing_applications")
    return None if met else Fault(duty.name)


def _ai_statement(reading: Reading, duty: Duty) -> Fault | None:
    return None if reading.says("ai_statement") else Fault(duty.name)


def _vacancy(reading: Reading, duty: Duty) -> Fault | None:
    return None if reading.posting.vacancy_statement or reading.says("vacancy_statement") else Fault(duty.name)


# -- what must keep within bounds


def _range_width(reading: Reading, duty: Duty) -> Fault | None:
    pay, limit = reading.posting.pay, duty.limit
    if limit is None or pay is None or pay.low is None or pay.high is None or pay.low == pay.high:
        return None
    if limit.percent_of_minimum is not None:
        return _share(pay.low, pay.high, limit.percent_of_minimum, duty.fault)
    return _amount(pay, pay.high - pay.low, limit, duty.fault)


def _share(low: Decimal, high: Decimal, percent: int, name: str) -> Fault | None:
    if (high - low) * 100 <= low * percent:
        return None
    return Fault(name, True, detail=f"The highest pay may be at most {percent} percent above the lowest.")


def _amount(pay: AdvertisedPay, width: Decimal, limit: Limit, name: str) -> Fault | None:
    yearly = pay.yearly(width)
    bound = limit.amount or Decimal(0)
    allowed = f"The highest and the lowest pay may be at most {limit.currency} {bound:,.0f} a year apart"
    if pay.currency != limit.currency:
        shown = pay.currency or "no currency"
        return Fault(name, True, True, f"{allowed}; the posting shows {shown}, so reckon with the day’s rate.")
    if yearly is None:
        return Fault(name, True, True, f"{allowed}; say whether the pay is for a year, a month or an hour.")
    return Fault(name, True, detail=f"{allowed}; here it is {yearly:,.0f}.") if yearly > bound else None


def _advertised_14_days(reading: Reading, duty: Duty) -> Fault | None:
    deadline = reading.posting.deadline
    if deadline is None or not 0 <= (days := (deadline - reading.on).days) < DAYS_TO_ADVERTISE:
        return None
    return Fault(duty.fault, True, detail=f"From the posting to the deadline there are {days}.")


# -- what must not be said


def _forbidden(reading: Reading, duty: Duty) -> Fault | None:
    quote = reading.quote(duty.name)
    return None if quote is None else Fault(duty.fault, True, quote=quote)


# -- what is owed later


def _owed(_reading: Reading, duty: Duty) -> Fault | None:
    return Fault(duty.fault)


def _owed_unless(met: Callable[[Reading], bool]) -> Callable[[Reading, Duty], Fault | None]:
    def check(reading: Reading, duty: Duty) -> Fault | None:
        return None if met(reading) else Fault(duty.fault)

    return check


def _shows_a_start(reading: Reading) -> bool:
    pay = reading.posting.pay
    return pay is not None and pay.low is not None


def _shows_a_range(reading: Reading) -> bool:
    pay = reading.posting.pay
    return pay is not None and pay.is_closed


_CHECKS: Mapping[str, Callable[[Reading, Duty], Fault | None]] = {
    "pay_range": _pay_range,
    "benefits_summary": _text(lambda posting: posting.benefits),
    "other_compensation": _text(lambda posting: posting.other_compensation),
    "application_deadline": _deadline,
    "job_description": _text(lambda posting: posting.text),
    "ai_use_statement": _ai_statement,
    "vacancy_statement": _vacancy,
    "range_width": _range_width,
    "advertised_14_days": _advertised_14_days,
    "pay_before_interview": _owed_unless(_shows_a_start),
    "pay_before_recruitment_concludes": _owed_unless(_shows_a_start),
    "pay_after_interview": _owed_unless(_shows_a_range),
    "pay_on_request": _owed_unless(_shows_a_range),
    "healthcare_before_first_interview": _owed_unless(lambda reading: reading.says("health_benefits")),
    "ai_notice_10_business_days": _owed_unless(lambda reading: reading.says("ai_statement")),
    "ai_notice": _owed_unless(lambda reading: reading.says("ai_statement")),
    "ai_bias_audit": _owed,
    "ai_adverse_outcome_disclosure": _owed,
    "ai_high_risk_duties": _owed,
    "promotion_notice_14_days": _owed,
    "decision_within_45_days": _owed,
    "keep_postings_3_years": _owed,
}
