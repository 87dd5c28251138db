"""A posting as schema.org's JobPosting: what a careers page carries so that job search engines list it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from html import escape
from typing import Any

from app.core.english import day_in_words
from app.core.errors import DomainError
from app.core.money import Pay
from app.core.places import Place, Places
from app.core.postings.brief import Brief, Employment, WorkMode
from app.core.postings.posting import Posting
from app.documents.posting_text import to_description

_EMPLOYMENT = {
    Employment.FULL_TIME: "FULL_TIME",
    Employment.PART_TIME: "PART_TIME",
    Employment.CONTRACT: "CONTRACTOR",
}

# A posting is refused when its title holds pay, a requisition number or exclamation marks.
_NOT_IN_A_TITLE = re.compile(r"\([^()]*\d{5,}[^()]*\)|[$€£!]|\d{5,}")

# Such a text stands within <script>, which only this sign can end.
_NO_MARKUP = {ord("<"): "\\u003c"}


class CannotBeListed(DomainError):
    """A job search engine would refuse the posting; the message says what to mend."""

    code = "cannot_be_listed"


def to_json_ld(posting: Posting, places: Places, today: date) -> str:
    """The content of a `<script type="application/ld+json">`; raises `CannotBeListed`.

    The posting counts as posted `today` unless its brief says when it opens.
    """
    plain = json.dumps(job_posting(posting, places, today), ensure_ascii=False, indent=2)
    return plain.translate(_NO_MARKUP) + "\n"


def job_posting(posting: Posting, places: Places, today: date) -> dict[str, Any]:
    """Return what `data/schemas/jobposting.schema.json` describes; raises `CannotBeListed`."""
    brief = posting.brief
    listed: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": _title(posting.title),
        "description": to_description(posting),
        "datePosted": (brief.opens or today).isoformat(),
        "employmentType": _EMPLOYMENT[brief.employment],
        "hiringOrganization": {"@type": "Organization", "name": brief.employer},
        **_where(brief, places),
    }
    if brief.closes:
        # The last moment of that day anywhere on earth, since the posting names no time zone.
        listed["validThrough"] = f"{brief.closes.isoformat()}T23:59:59-12:00"
    if brief.pay and (value := _pay(brief.pay)):
        listed["baseSalary"] = {"@type": "MonetaryAmount", "currency": brief.pay.currency, "value": value}
    for fault in _faults(posting, listed):
        raise fault
    return listed


def _title(title: str) -> str:
    cleaned = " ".join(_NOT_IN_A_TITLE.sub(" ", title).split())
    if len(cleaned) < 2:
        raise CannotBeListed("Give the job a title in words: job search engines list no other.", field="title")
    return cleaned


def _where(brief: Brief, places: Places) -> dict[str, Any]:
    if brief.work_mode is WorkMode.REMOTE:
        areas = [_area(place, places) for place in brief.places]
        return {"jobLocationType": "TELECOMMUTE", "applicantLocationRequirements": _one_or_more(areas)}
    locations = [{"@type": "Place", "address": _address(place, places)} for place in brief.places]
    return {"jobLocation": _one_or_more(locations)}


def _area(place: Place, places: Places) -> dict[str, str]:
    """Where a remote worker may live."""
    if place.city and place.city != places.name(place.code):
        kind = "City"
    elif "-" in place.code:
        kind = "State" if place.country == "US" else "AdministrativeArea"
    else:
        kind = "Country"
    return {"@type": kind, "name": places.in_words(place)}


def _address(place: Place, places: Places) -> dict[str, str]:
    address = {"@type": "PostalAddress", "addressCountry": place.country}
    if "-" in place.code:
        address["addressRegion"] = places.name(place.code)
    if place.city:
        address["addressLocality"] = place.city
    return address


def _one_or_more(parts: list[dict[str, Any]]) -> dict[str, Any] | list[dict[str, Any]]:
    different = [part for at, part in enumerate(parts) if part not in parts[:at]]
    return different[0] if len(different) == 1 else different


def _pay(pay: Pay) -> dict[str, Any] | None:
    """None for pay with an open end: the text says it, but there is no way to list it."""
    if pay.min is None or pay.max is None:
        return None
    ends = {"value": _number(pay.min)}
    if pay.min != pay.max:
        ends = {"minValue": _number(pay.min), "maxValue": _number(pay.max)}
    return {"@type": "QuantitativeValue", **ends, "unitText": pay.period.value}


def _number(amount: Decimal) -> int | float:
    """As the text shows it, to the cent."""
    return int(amount) if amount == amount.to_integral_value() else float(round(amount, 2))


def _faults(posting: Posting, listed: dict[str, Any]) -> Iterator[CannotBeListed]:
    """What no schema can see: fields that contradict one another."""
    brief = posting.brief
    if not brief.places:
        yield CannotBeListed("Name at least one place.", field="places")
    if brief.closes and brief.closes.isoformat() < listed["datePosted"]:
        closed = day_in_words(brief.closes, brief.places[0].country)
        yield CannotBeListed(
            f"Applications closed on {closed}, so this posting can no longer be listed. "
            "Change the closing day in the brief.",
            field="closes",
        )
    if brief.pay is None or "baseSalary" not in listed:
        return
    value = listed["baseSalary"]["value"]
    if value.get("minValue", 0) > value.get("maxValue", 0):
        yield CannotBeListed("The highest pay is below the lowest.", field="pay_max")
    if escape(brief.pay.in_words) not in listed["description"]:
        yield CannotBeListed(
            f"The brief says {brief.pay.in_words}, but the posting does not. Save the brief once more.", field="pay_min"
        )
