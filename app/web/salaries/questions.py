"""A question about pay as it stands in an address, and back into an address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core import titles
from app.core.errors import DomainError
from app.core.framework import Framework
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band
from app.core.salaries.lookup import band_for
from app.core.salaries.query import (
    Query,
    checked_family,
    checked_level,
    checked_period,
    read_amount,
)
from app.core.salaries.roles import check_role
from app.core.salaries.tables import PayTables
from app.extensions import today, toolkit

FIELDS = ("title", "family", "level", "region", "as_of", "currency", "period", "offer")
DEFAULTS = {"family": "technical_program_manager", "level": "L4", "period": "YEAR"}
LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """What the address says, as it was typed."""

    values: Mapping[str, str]

    def __getitem__(self, name: str) -> str:
        return self.values.get(name, "")

    @property
    def is_a_question(self) -> bool:
        return bool(self["region"])

    @property
    def shown(self) -> dict[str, str]:
        """The values of the form, with what is usual where nothing was typed."""
        return {name: self[name] or DEFAULTS.get(name, "") for name in FIELDS}

    @property
    def address(self) -> dict[str, str]:
        """What an address must carry to ask the same again."""
        return {name: value for name, value in self.values.items() if value}

    def but(self, **changed: str) -> dict[str, str]:
        """The address with something changed; an empty value takes it away."""
        return {name: value for name, value in (self.address | changed).items() if value}


def asked(values: Mapping[str, str]) -> Asked:
    return Asked({name: values[name].strip()[:LONGEST] for name in FIELDS if values.get(name, "").strip()})


def answered(question: Asked) -> Band:
    """The band of today for what the address asks; raises `DomainError` that names the field."""
    day, tables = today(), toolkit().salaries
    query = to_query(question, tables, toolkit().framework, Month(day.year, day.month))
    return band_for(replace(query, region=tables.regions.find(query.region).code), tables)


def to_query(question: Asked, tables: PayTables, framework: Framework, this_month: Month) -> Query:
    """Raises `DomainError` that names the field."""
    reading = titles.read(question["title"], tables.titles) if question["title"] else None
    if not reading and not (question["family"] and question["level"]):
        raise DomainError("Choose a family and a level, or write a title.", field="family", code="missing")
    if not question["region"]:
        raise DomainError("Name a region, such as California or Singapore.", field="region", code="missing")
    family, level = (reading.family, reading.level) if reading else _role(question, framework)
    return Query(
        family=family,
        level=level,
        region=question["region"],
        as_of=Month.read(question["as_of"]) if question["as_of"] else this_month,
        currency=question["currency"].upper(),
        period=checked_period(question["period"] or "YEAR"),
        offer=read_amount(question["offer"]) if question["offer"] else None,
        title=reading,
    )


def _role(question: Asked, framework: Framework) -> tuple[str, str]:
    family, level = checked_family(question["family"]), checked_level(question["level"])
    check_role(family, level, framework)
    return family, level
