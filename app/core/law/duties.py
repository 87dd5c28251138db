"""Posting law as values: a duty with its dates, the employers it binds, how far it reaches, and where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from app.core.law.phrases import PhraseRule
from app.core.law.vocabulary import TERMS, Term

FRESH_FOR_DAYS = 180  # law changes about twice a year; an older reading is shown as one to check again


class Confidence(StrEnum):
    """How well the value is known; what the sources leave open is never rounded up."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    def at_most(self, other: Confidence) -> Confidence:
        order = tuple(Confidence)
        return max(self, other, key=order.index)


class Status(StrEnum):
    """How binding the rule is."""

    IN_FORCE = "in_force"
    PROPOSED = "proposed"
    UNSETTLED = "unsettled"
    DIRECTIVE = "directive"  # binds states, not employers, until a state has made it law


class Remote(StrEnum):
    """Whether a job that may be done from anywhere is reached because it may be done here."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class OpenEnded(StrEnum):
    """What a range without a lower or an upper end counts as."""

    VIOLATES = "violates"
    WARNS = "warns"
    FROM_IS_ENOUGH = "from_is_enough"


@dataclass(frozen=True)
class Threshold:
    """The fewest people an employer must have: in all, and here. Zero means that every employer is bound."""

    total: int = 0
    here: int = 0


@dataclass(frozen=True)
class Reach:
    """How a job outside the place can fall under its law.

    `applications`: it is enough that people here may apply. `based_here`: remote jobs of employers based here.
    """

    remote: Remote = Remote.NO
    reports_to: bool = False
    based_here: bool = False
    applications: bool = False


@dataclass(frozen=True)
class Limit:
    """How wide a range may be: an amount in a currency a year, or a share of its minimum in percent."""

    amount: Decimal | None = None
    currency: str = ""
    percent_of_minimum: int | None = None


@dataclass(frozen=True)
class Exemption:
    """Pay from which the duty falls away; `above` excludes the amount itself, `at_least` includes it.

    `lowest` says which end of a range is measured: the lowest pay, or else the highest.
    """

    amount: Decimal
    currency: str
    period: str
    lowest: bool
    inclusive: bool


@dataclass(frozen=True)
class Cure:
    """Days in which a faulty posting may be mended without penalty, and until when that mercy lasts."""

    days: int
    counted: str
    after: str
    until: date | None


@dataclass(frozen=True)
class Duty:
    """One thing that one place asks, from one day on."""

    jurisdiction: str
    name: str
    summary: str
    law: str
    citation: str
    since: date
    since_known_to: str  # day, month or year
    until: date | None  # the last day
    enforced_from: date | None
    status: Status
    employers: Threshold
    reach: Reach
    open_ended: OpenEnded
    limit: Limit | None
    exemption: Exemption | None
    cure: Cure | None
    sources: tuple[str, ...]
    confidence: Confidence
    doubt: str
    checked_on: date

    @property
    def term(self) -> Term:
        return TERMS[self.name]

    @property
    def fault(self) -> str:
        return self.term.fault or self.name

    @property
    def rule(self) -> str:
        """The duty's own name over all places, such as us-co.application_deadline."""
        return f"{self.jurisdiction.lower()}.{self.name}"

    def ended(self, on: date) -> bool:
        return self.until is not None and on > self.until

    def in_force(self, on: date) -> bool:
        return self.since <= on and not self.ended(on)

    def stale(self, on: date) -> bool:
        return is_stale(self.checked_on, on)


def is_stale(checked_on: date, on: date) -> bool:
    """Whether a reading of the law is too old to rest on without looking again."""
    return (on - checked_on).days > FRESH_FOR_DAYS


@dataclass(frozen=True)
class Jurisdiction:
    """A place that makes law: a union, a country, a state, a province or a city. `sources` are those of the note."""

    code: str
    name: str
    kind: str
    within: str | None
    note: str
    sources: tuple[str, ...]
    duties: tuple[Duty, ...]


@dataclass(frozen=True)
class Member:
    """A member state of the union, and whether it has made the union's directive its own law."""

    code: str
    name: str
    state: str  # in_force, recruitment_in_force, late, not_found
    note: str

    @property
    def has_made_it_law(self) -> bool:
        return self.state in ("in_force", "recruitment_in_force")


@dataclass(frozen=True)
class Law:
    """All of it: the places that make law, the union's members, and by name the wording that matters to a duty."""

    jurisdictions: Mapping[str, Jurisdiction]
    members: Mapping[str, Member]
    phrases: Mapping[str, tuple[PhraseRule, ...]]

    def name(self, code: str) -> str:
        """The place's name, or the code itself for a place without posting law."""
        if code in self.jurisdictions:
            return self.jurisdictions[code].name
        return self.members[code].name if code in self.members else code

    def page_of(self, code: str) -> str | None:
        """The nearest place around a code of which there is something to read; None where we know of no law."""
        known = self.jurisdictions.keys() | self.members.keys()
        return next((one for one in (code, code.partition("-")[0]) if one in known or self.within(one)), None)

    def lineage(self, code: str) -> tuple[str, ...]:
        """The place itself and all that it lies in: US-NY-NYC, US-NY, US."""
        line = [code]
        while (above := self._above(line[-1])) is not None:
            line.append(above)
        return tuple(line)

    def _above(self, code: str) -> str | None:
        if code in self.jurisdictions:
            return self.jurisdictions[code].within
        if code in self.members:
            return UNION
        return code.rpartition("-")[0] or None

    @cached_property
    def _inside(self) -> Mapping[str, tuple[str, ...]]:
        inside: dict[str, list[str]] = {}
        for code in dict.fromkeys((*self.jurisdictions, *self.members)):
            for above in (*self.lineage(code)[1:], WORLD):
                inside.setdefault(above, []).append(code)
        return {code: tuple(places) for code, places in inside.items()}

    def within(self, code: str) -> tuple[str, ...]:
        """Every place with posting law that lies in the place, itself left out."""
        return self._inside.get(code, ())

    def duties_at(self, code: str) -> tuple[Duty, ...]:
        """What the place itself asks; a directive stands also at each member that has not made it law."""
        place = self.jurisdictions.get(code)
        own = place.duties if place is not None else ()
        member = self.members.get(code)
        return own if member is None or member.has_made_it_law else own + self._directive

    @cached_property
    def _directive(self) -> tuple[Duty, ...]:
        union = self.jurisdictions.get(UNION)
        return tuple(duty for duty in union.duties if duty.status is Status.DIRECTIVE) if union is not None else ()


UNION = "EU"
WORLD = "WORLD"  # not a place that makes law: work that may be done from anywhere at all
