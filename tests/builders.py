"""Valid things for tests to start from; a test says only what matters to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.framework import Track
from app.core.money import Pay, Period
from app.core.places import Cities, Place, Places
from app.core.postings.brief import Brief, WorkMode

SOME_PLACES = Places(
    {
        "US": "United States",
        "US-WA": "Washington",
        "US-NY": "New York",
        "US-CA": "California",
        "US-DE": "Delaware",
        "US-GA": "Georgia",
        "CA": "Canada",
        "CA-ON": "Ontario",
        "DE": "Germany",
        "DE-BY": "Bayern",
        "AU": "Australia",
        "AU-WA": "Western Australia",
        "GE": "Georgia",
        "SG": "Singapore",
        "GB": "United Kingdom",
    },
    Cities(
        {"Seattle": "US-WA", "London": "GB", "New York City": "US-NY", "San Francisco": "US-CA"},
        {"NYC": "New York City"},
    ),
)
SOME_CURRENCIES = frozenset({"USD", "CAD", "EUR"})

_BRIEF = Brief(
    track=Track.PROGRAM,
    level="L4",
    title="Senior Technical Program Manager",
    employer="Harborline Payments",
    team="the Payments Platform group",
    domain="payments infrastructure",
    work_mode=WorkMode.HYBRID,
    places=(Place("US-WA", "Seattle"),),
    skills=("coordination", "communication", "technical", "risk", "business", "leadership"),
    pay=Pay(Decimal(168_000), Decimal(204_000), "USD", Period.YEAR),
    benefits="medical cover and 20 days of paid leave",
    closes=date(2026, 12, 20),
    apply_to="https://careers.example/tpm",
    process=("A first call", "Structured interviews"),
    equal_opportunity="Everyone is considered on equal terms.",
)


def a_brief(**changes: Any) -> Brief:
    return replace(_BRIEF, **changes)


def a_pay(low: str | None = "150000", high: str | None = "190000", currency: str = "USD", period: str = "YEAR") -> Pay:
    return Pay(None if low is None else Decimal(low), None if high is None else Decimal(high), currency, Period(period))
