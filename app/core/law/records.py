"""Postings and employers from the plain records of JSON, and findings back to them; what is wrong is named by field."""

from __future__ import annotations

import math
import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.errors import DomainError
from app.core.law.duties import Law
from app.core.law.employers import Employer
from app.core.law.facts import PERIODS_A_YEAR, AdvertisedPay, PostingFacts
from app.core.law.findings import Finding, Kind
from app.core.law.review import review
from app.core.law.workplaces import WorkPlace, read_work_place

HIGHEST_PAY = 1_000_000_000  # beyond it somebody has slipped on the keys
MOST_PEOPLE = 10_000_000
_ONGOING = re.compile(r"ongoing|rolling|continuous|until\s+(the\s+\w+\s+is\s+)?filled|no\s+deadline", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True)
class Question:
    """All that a review needs besides the law."""

    posting: PostingFacts
    employer: Employer
    places: tuple[WorkPlace, ...]
    on: date


def read_question(record: Mapping[str, Any], known: Container[str], today: date) -> Question:
    """Read one line of a batch; without a `posting_date` it is taken to be posted today."""
    posted = record.get("posting_date")
    on = today if posted is None else _day(posted, "posting_date")
    return Question(
        read_posting(_object(record, "posting")),
        read_employer(_object(record, "employer"), known),
        _places(record, known),
        on,
    )


def answer(question: Question, law: Law) -> dict[str, Any]:
    """Review and return the answer as a plain record; `notes` tells what was odd about what was handed in."""
    findings = review(question.posting, question.employer, question.places, question.on, law)
    answered: dict[str, Any] = {"findings": [as_record(finding, question.on) for finding in findings]}
    if notes := _notes(question):
        answered["notes"] = notes
    return answered


def _notes(question: Question) -> list[str]:
    deadline, on = question.posting.deadline, question.on
    late = deadline is not None and deadline < on
    past = f"The deadline {deadline} lies before the posting date {on}; one of them must be wrong." if late else ""
    return [note for note in (past, question.employer.note) if note]


def as_record(finding: Finding, on: date) -> dict[str, Any]:
    """The finding under the one key that says what it is, with what backs it."""
    record: dict[str, Any] = {
        "code": finding.code,
        finding.kind.value: finding.value,
        "citation": finding.citation,
        "confidence": finding.confidence.value,
        "checked_on": finding.checked_on.isoformat(),
        "stale": finding.stale(on),
        "message": finding.message,
        "sources": list(finding.sources),
        "rules": list(finding.rules),
        "places": list(finding.places),
    }
    if finding.kind is Kind.UPCOMING or len(finding.about) > 1:
        record["about"] = list(finding.about)
    if finding.assumes:
        record["assumes"] = list(finding.assumes)
    if finding.quote is not None:
        quote = finding.quote
        record["quote"] = {"where": quote.where, "start": quote.start, "end": quote.end, "text": quote.text}
    return record


# -- the posting


def read_posting(record: Mapping[str, Any]) -> PostingFacts:
    deadline, ongoing = _deadline(record.get("deadline"))
    return PostingFacts(
        pay=_pay(record.get("pay")),
        benefits=_words(record, "benefits"),
        other_compensation=_words(record, "other_comp"),
        deadline=deadline,
        ongoing=ongoing,
        ai_used=_truth(record, "ai_used"),
        vacancy_statement=_truth(record, "vacancy_statement"),
        screening_questions=_questions(record.get("screening_questions")),
        text=_words(record, "text"),
        title=_words(record, "title"),
    )


def _pay(value: object) -> AdvertisedPay | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        raise _wrong("posting.pay", "The pay must be an object with min, max, currency and period, or null.")
    low, high = _amount(value.get("min"), "min"), _amount(value.get("max"), "max")
    if low is not None and high is not None and low > high:
        raise _wrong("posting.pay.min", f"The lowest pay {low:,f} is above the highest {high:,f}.", "min_above_max")
    period = str(value.get("period") or "").upper()
    currency = str(value.get("currency") or "").upper()
    if period and period not in PERIODS_A_YEAR:
        raise _wrong("posting.pay.period", f"The period {period!r} is not one of {', '.join(PERIODS_A_YEAR)}.")
    if currency and not _CURRENCY.fullmatch(currency):
        raise _wrong("posting.pay.currency", f"The currency {currency!r} is not a code such as USD or CAD.")
    return AdvertisedPay(low, high, currency, period)


def _amount(value: object, end: str) -> Decimal | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise _wrong(f"posting.pay.{end}", f"The pay’s {end} must be a number or null.")
    if not 0 < value <= HIGHEST_PAY:
        raise _wrong(f"posting.pay.{end}", f"The pay’s {end} must be above 0 and at most {HIGHEST_PAY:,}.")
    return Decimal(str(value))


def _deadline(value: object) -> tuple[date | None, bool]:
    if value is None or value == "":
        return None, False
    if isinstance(value, str) and _ONGOING.search(value):
        return None, True
    return _day(value, "posting.deadline"), False


def _words(record: Mapping[str, Any], key: str) -> str:
    value = record.get(key)
    if value is None or value is False:
        return ""
    if value is True:
        return "stated"
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    if not isinstance(value, str):
        raise _wrong(f"posting.{key}", f"{key} must be a text or null.")
    return value


def _truth(record: Mapping[str, Any], key: str) -> bool | None:
    value = record.get(key)
    if value is None or isinstance(value, bool):
        return value
    raise _wrong(f"posting.{key}", f"{key} must be true, false or null.")


def _questions(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(question, str) for question in value):
        return tuple(value)
    raise _wrong("posting.screening_questions", "The screening questions must be a list of texts.")


# -- the employer and the places


def read_employer(record: Mapping[str, Any], known: Container[str]) -> Employer:
    heads: dict[str, int] = {}
    total = None
    for key, value in record.items():
        if key == "based_in" or value is None:
            continue
        if key == "total_employees":
            total = _count(key, value)
        elif str(key).upper() in known:
            heads[str(key).upper()] = _count(key, value)
        else:
            raise _wrong(f"employer.{key}", f"{key!r} is neither total_employees nor a place’s code.", "unknown_place")
    based_in = record.get("based_in")
    return Employer(total, heads, str(based_in).upper() if based_in else None)


def _count(key: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value) or value != int(value):
        raise _wrong(f"employer.{key}", f"The head count for {key} must be a whole number.")
    if not 0 <= value <= MOST_PEOPLE:
        raise _wrong(f"employer.{key}", f"The head count for {key} must lie between 0 and {MOST_PEOPLE:,}.")
    return int(value)


def _places(record: Mapping[str, Any], known: Container[str]) -> tuple[WorkPlace, ...]:
    value = record.get("work")
    words = [value] if isinstance(value, str) else value
    if not isinstance(words, list) or not words or not all(isinstance(one, str) for one in words):
        raise _wrong("work", "Say where the work is done: a list of places such as US-CO remote.")
    return tuple(read_work_place(one, known) for one in words)


# -- shared


def _object(record: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = record.get(key)
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise _wrong(key, f"{key} must be an object.")
    return value


def _day(value: object, field: str) -> date:
    try:
        return date.fromisoformat(str(value).strip()[:10] if isinstance(value, str) else "")
    except ValueError:
        raise _wrong(field, f"{value!r} is not a date such as 2026-11-22.", "invalid_date") from None


def _wrong(field: str, message: str, code: str = "invalid") -> DomainError:
    return DomainError(message, field=field, code=code)
