"""The review of a posting against the law of every place where its work may be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from app.core.law.binding import Bound, bind
from app.core.law.checks import Fault, Reading, fault_in
from app.core.law.duties import Confidence, Duty, Law, Status
from app.core.law.employers import Employer
from app.core.law.facts import PostingFacts
from app.core.law.findings import Finding, Kind
from app.core.law.messages import enforcement, message
from app.core.law.vocabulary import Form, fault_title
from app.core.law.workplaces import WorkPlace, links

YEARS_AHEAD = 3  # hardly any posting law is passed earlier before it begins, and no posting stays up as long
_ORDER = {kind: rank for rank, kind in enumerate(Kind)}


def review(
    posting: PostingFacts, employer: Employer, places: tuple[WorkPlace, ...], on: date, law: Law
) -> tuple[Finding, ...]:
    """Return what the law of all places asks on a day and the posting does not do.

    Where the posting names a place, a head count that is not known is taken to be high enough, and the finding says so.
    Where a job may merely be done from a place, its law counts when the head counts that are known meet its threshold;
    the places that they leave open are told in one warning.
    """
    faults = list(_faults(posting, employer, places, on, law))
    certain = [finding for bound, fault in faults if bound.certain for finding in _findings(bound, fault, on, law)]
    doubtful = [(bound, fault) for bound, fault in faults if not bound.certain and _asks_now(bound.duty, on)]
    found = _together(certain) + ([_elsewhere(doubtful, law)] if doubtful else [])
    return tuple(sorted(found, key=lambda finding: _ORDER[finding.kind]))


def _faults(
    posting: PostingFacts, employer: Employer, places: tuple[WorkPlace, ...], on: date, law: Law
) -> Iterator[tuple[Bound, Fault]]:
    reading = Reading(posting, law.phrases, on)
    for code, ties in links(places, law, employer.based_in).items():
        for duty in law.duties_at(code):
            if duty.ended(on) or duty.since.year > on.year + YEARS_AHEAD:
                continue
            fault = fault_in(reading, duty)
            bound = bind(duty, code, ties, employer, law) if fault is not None else None
            if fault is not None and bound is not None:
                yield bound, fault


def _asks_now(duty: Duty, on: date) -> bool:
    return duty.in_force(on) and duty.status is Status.IN_FORCE and duty.term.form is not Form.LATER


def _findings(bound: Bound, fault: Fault, on: date, law: Law) -> Iterator[Finding]:
    duty = bound.duty
    kind = _kind(duty, fault, on)
    finding = Finding(
        code=bound.code,
        kind=kind,
        value=duty.since.isoformat() if kind is Kind.UPCOMING else fault.name,
        about=(fault.name,),
        message=message(bound, fault, kind, law),
        citation=duty.citation,
        confidence=bound.confidence,
        checked_on=duty.checked_on,
        sources=duty.sources,
        rules=(duty.rule,),
        assumes=bound.assumes,
        places=(bound.link.words,),
        quote=fault.quote,
    )
    yield finding
    starts = duty.enforced_from
    if kind is not Kind.UPCOMING and starts is not None and starts > on:
        words = enforcement(bound, fault, starts, law)
        yield replace(finding, kind=Kind.UPCOMING, value=starts.isoformat(), message=words)


def _kind(duty: Duty, fault: Fault, on: date) -> Kind:
    if duty.since > on:
        return Kind.UPCOMING
    if duty.status is Status.DIRECTIVE:
        return Kind.ADVICE
    if duty.status in (Status.PROPOSED, Status.UNSETTLED) or fault.warns:
        return Kind.WARNS
    if duty.term.form is Form.LATER:
        return Kind.DUTY
    return Kind.VIOLATES if fault.violates else Kind.MISSING


def _together(findings: list[Finding]) -> list[Finding]:
    """The findings, with all that one law will ask from one day on made one."""
    told: list[Finding] = []
    coming: dict[tuple[str, str, str], int] = {}
    for finding in findings:
        key = (finding.code, finding.value, finding.citation)
        if finding.kind is Kind.UPCOMING and key in coming:
            told[coming[key]] = _joined(told[coming[key]], finding)
            continue
        if finding.kind is Kind.UPCOMING:
            coming[key] = len(told)
        told.append(finding)
    return told


def _joined(first: Finding, second: Finding) -> Finding:
    return replace(
        first,
        about=first.about + second.about,
        message=f"{first.message} {second.message}",
        rules=first.rules + second.rules,
        sources=tuple(dict.fromkeys(first.sources + second.sources)),
    )


def _elsewhere(doubtful: list[tuple[Bound, Fault]], law: Law) -> Finding:
    """One warning for all places from which the job may be done and whose law the head counts leave open."""
    lacks: dict[str, list[str]] = {}
    for bound, fault in doubtful:
        title = fault_title(fault.name)
        lacks.setdefault(bound.code, []).append(title[:1].lower() + title[1:])
    asked = "; ".join(f"{law.name(code)}: {', '.join(names)}" for code, names in lacks.items())
    duties = [bound.duty for bound, _ in doubtful]
    return Finding(
        code=doubtful[0][0].link.scope,
        kind=Kind.WARNS,
        value="unknown_head_counts",
        about=tuple(dict.fromkeys(fault.name for _, fault in doubtful)),
        message=(
            "The job may be done from more places than the head counts settle. "
            f"Where you have enough people, their law also asks for what the posting does not do. {asked}."
        ),
        citation="; ".join(dict.fromkeys(duty.citation for duty in duties)),
        confidence=max((bound.confidence for bound, _ in doubtful), key=tuple(Confidence).index),
        checked_on=min(duty.checked_on for duty in duties),
        sources=tuple(dict.fromkeys(source for duty in duties for source in duty.sources)),
        rules=tuple(duty.rule for duty in duties),
        places=tuple(lacks),
    )
