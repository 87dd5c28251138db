"""The words of a finding: what to do, who asks for it and why, and what it rests on."""

from __future__ import annotations

from datetime import date

from app.core.law.binding import Bound
from app.core.law.checks import Fault
from app.core.law.duties import UNION, Duty, Law, Remote, Status
from app.core.law.findings import Kind
from app.core.law.words import capitalized, in_words
from app.core.law.workplaces import Tie
from app.core.places import with_article


def message(bound: Bound, fault: Fault, kind: Kind, law: Law) -> str:
    parts = (
        ask(fault, bound.duty),
        _why(bound, kind, law),
        f"This takes it that {' and '.join(bound.assumes)}." if bound.assumes else "",
        _cure(bound.duty) if kind in (Kind.MISSING, Kind.VIOLATES) else "",
        bound.duty.doubt,
    )
    return " ".join(part for part in parts if part)


def enforcement(bound: Bound, fault: Fault, from_day: date, law: Law) -> str:
    place = capitalized(with_article(law.name(bound.code)))
    return f"{place} begins to enforce this on {in_words(from_day)}: {ask(fault, bound.duty)}"


def ask(fault: Fault, duty: Duty) -> str:
    """What to add or change."""
    if fault.name == "open_ended_range":
        return f"Close the pay range. {fault.detail}"
    return f"{duty.term.ask} {fault.detail}".rstrip()


def _why(bound: Bound, kind: Kind, law: Law) -> str:
    duty, place, reason = bound.duty, with_article(law.name(bound.code)), _reason(bound, law)
    if kind is Kind.UPCOMING:
        return f"{capitalized(place)} asks for this from {in_words(duty.since)}{reason}."
    if kind is Kind.ADVICE:
        return (
            f"A directive of {with_article(law.name(duty.jurisdiction))} asks every member state for this; "
            f"{_state(bound.code, law)} It is prudent to do it now."
        )
    if duty.status is Status.PROPOSED:
        return f"{capitalized(place)} has proposed this as a rule; it is not settled{reason}."
    if duty.status is Status.UNSETTLED:
        return f"In {place} it is not settled whether the law asks for this{reason}."
    return f"{capitalized(place)} asks for this{reason}."


def _state(code: str, law: Law) -> str:
    if code == UNION:
        return "not all of them have made it national law."
    member = law.members[code]
    if member.state == "late":
        return f"{with_article(member.name)} had not yet made it national law when this was last read."
    return f"whether {with_article(member.name)} has made it national law was not found."


def _reason(bound: Bound, law: Law) -> str:
    if bound.link.tie is Tie.REPORTS:
        return f", because the job reports to {law.name(bound.code)}"
    if bound.link.tie is Tie.BASED:
        return ", because the job is remote and the employer is based there"
    if bound.link.tie is Tie.OPEN:
        who = ", and people there may apply" if bound.duty.reach.applications else ""
        unclear = bound.duty.reach.remote is Remote.UNCLEAR
        how = ". Whether the law reaches jobs that may be done from anywhere is not quite clear" if unclear else ""
        return f", because the job may be done from there (“{bound.link.words}”){who}{how}"
    return ""


def _cure(duty: Duty) -> str:
    cure = duty.cure
    if cure is None:
        return ""
    end = f" (until {in_words(cure.until)})" if cure.until else ""
    return f"Mended within {cure.days} {cure.counted} days after {cure.after}, it has no penalty{end}."
