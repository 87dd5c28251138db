"""The law of a place on a day, and what changes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from app.core.law.duties import Duty, Law


@dataclass(frozen=True)
class Change:
    """A day on which something begins, begins to be enforced, or ends."""

    on: date
    what: str  # begins, enforced, ends
    code: str
    duty: Duty


def duties_on(law: Law, code: str, on: date) -> tuple[Duty, ...]:
    """What binds in a place on a day: its own law and that of every place around it, the innermost first."""
    return tuple(duty for place in law.lineage(code) for duty in law.duties_at(place) if duty.in_force(on))


def changes_after(law: Law, on: date, code: str | None = None) -> tuple[Change, ...]:
    """Every change still to come, the next one first; of one place and those around it, or of all."""
    places = law.lineage(code) if code is not None else tuple(law.jurisdictions)
    changes = [change for place in places for duty in law.duties_at(place) for change in _changes(place, duty)]
    return tuple(sorted((change for change in changes if change.on > on), key=lambda change: change.on))


def _changes(code: str, duty: Duty) -> list[Change]:
    changes = [Change(duty.since, "begins", code, duty)]
    if duty.enforced_from is not None:
        changes.append(Change(duty.enforced_from, "enforced", code, duty))
    if duty.until is not None:
        changes.append(Change(duty.until + timedelta(days=1), "ends", code, duty))
    return changes
