"""The review of a posting as a plain record, which JSON carries."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from app.core.coding import Coding
from app.core.law.findings import Finding as LawFinding
from app.core.phrases import Span
from app.core.wording.review import Finding
from app.usecases.posting_review import Review, not_said_by_law
from app.usecases.toolkit import Toolkit


def as_record(toolkit: Toolkit, done: Review) -> dict[str, Any]:
    """The review as JSON carries it; places are those in what was given, or in `text` where that was a file."""
    record: dict[str, Any] = {
        "facts": _facts_record(done),
        "findings": [
            *(_law_record(done, finding) for finding in done.law),
            *(_record(toolkit, done, "structure", finding) for finding in done.structure.findings),
            *(_record(toolkit, done, "language", finding) for finding in not_said_by_law(done)),
        ],
        "more_notes": [_record(toolkit, done, "language", finding) for finding in done.wording.kept_back],
        "completeness": {
            "score": done.structure.score,
            "parts": {part.name: [part.got, part.of] for part in done.structure.parts},
            "missing": {part.name: list(part.missing) for part in done.structure.parts if part.missing},
        },
        "readability": {"grade": done.readability.grade, "words": done.readability.words},
        "coding": coding_record(done.coding(toolkit.coding_lists), toolkit.coding_lists.note),
        "language": {"code": done.facts.language.code, "checks_off": list(done.facts.checks_off)},
        "law": {
            "places": [place.words for place in done.places],
            "date": done.on.isoformat(),
            "note": ""
            if done.places
            else "No place of work was found, so no law was checked. Name the places, such as US-CO or CA-ON remote.",
        },
        "read_as": done.given.read_as,
    }
    if done.given.read_as != "text":
        record["text"] = done.given.text
    return record


def coding_record(found: Coding, note: str) -> dict[str, Any]:
    return {
        "compatible": {
            "coding": found.compatible.coding,
            "masculine": list(found.compatible.masculine),
            "feminine": list(found.compatible.feminine),
        },
        "rate": {
            "masculine_percent": found.rate.masculine_percent,
            "feminine_percent": found.rate.feminine_percent,
            "words": found.rate.words,
        },
        "own": {
            "coding": found.own.coding,
            "masculine": list(found.own.masculine),
            "feminine": list(found.own.feminine),
            "role_words": found.role_words,
        },
        "note": note,
    }


def _facts_record(done: Review) -> dict[str, Any]:
    facts = done.facts
    pays = [
        {
            "min": _number(pay.min),
            "max": _number(pay.max),
            "currency": pay.currency,
            "period": pay.period,
            "assumed": list(pay.assumed),
        }
        for pay in facts.pay
    ]
    role = facts.title.role if facts.title else None
    return {
        "title": facts.title.title if facts.title else None,
        "track": role.track if role else None,
        "level": role.level if role else None,
        "level_sure": role.sure if role else None,
        "level_why": role.why if role else None,
        "pay": pays[0] if pays else None,
        "all_pay": pays,
        "degree": facts.degree.degree.value,
        "years_most": facts.years_most,
        "years_least": facts.years_least,
        "skills": [skill.skill for skill in facts.skills],
        "work_mode": facts.mode.mode if facts.mode else None,
        "places": [{"code": place.code, "city": place.city} for place in facts.places],
        "deadline": facts.deadline.day.isoformat() if facts.deadline and facts.deadline.day else None,
        "opened": facts.opening.day.isoformat() if facts.opening and facts.opening.day else None,
        "rolling": facts.rolling,
        "spans": _spans(done),
    }


def _number(amount: Decimal | None) -> float | int | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _spans(done: Review) -> dict[str, list[list[int]]]:
    facts = done.facts
    spans = {
        "title": [facts.title.span] if facts.title else [],
        "pay": [pay.span for pay in facts.pay],
        "degree": [facts.degree.span] if facts.degree.span else [],
        "years": [years.span for years in facts.years],
        "work_mode": list(facts.mode.spans) if facts.mode else [],
        "places": [place.span for place in facts.places],
        "deadline": [facts.deadline.span] if facts.deadline else [],
    }
    places = {name: [done.reading.origin(span) for span in found] for name, found in spans.items() if found}
    return {name: [[span.start, span.end] for span in found] for name, found in places.items()}


_LAW_SEVERITY = {
    "missing": "error",
    "violates": "error",
    "warns": "warn",
    "duty": "info",
    "upcoming": "info",
    "advice": "info",
}
_CONFIDENCE = {"A": "high", "B": "high", "C": "medium", "D": "low"}


def _law_record(done: Review, finding: LawFinding) -> dict[str, Any]:
    quote = finding.quote if finding.quote is not None and finding.quote.where == "text" else None
    start, end = (quote.start, quote.end) if quote else (0, 0)
    origin = done.reading.origin(Span(start, end))
    return {
        "kind": "law",
        "rule": f"{finding.code.lower()}.{finding.about[0] if finding.kind.value == 'upcoming' else finding.value}",
        "severity": _LAW_SEVERITY[finding.kind.value],
        "start": origin.start,
        "end": origin.end,
        "text": quote.text if quote else "",
        "message": finding.message,
        "alternatives": [],
        "evidence": "A",
        "source": finding.sources[0],
        "sources": list(finding.sources),
        "confidence": finding.confidence.value,
        "checked_on": finding.checked_on.isoformat(),
        "stale": finding.stale(done.on),
        "code": finding.code,
        finding.kind.value: finding.value,
        "citation": finding.citation,
    }


def _record(toolkit: Toolkit, done: Review, kind: str, finding: Finding) -> dict[str, Any]:
    origin = done.reading.origin(finding.span)
    source = toolkit.sources[finding.sources[0]]
    return {
        "kind": kind,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "start": origin.start,
        "end": origin.end,
        "text": finding.text,
        "message": finding.message,
        "alternatives": list(finding.alternatives),
        "evidence": finding.evidence.value,
        "source": source.id,
        "sources": list(finding.sources),
        "confidence": _CONFIDENCE[finding.evidence.value],
        "checked_on": source.retrieved_on.isoformat(),
        "also": [[one.start, one.end] for one in map(done.reading.origin, finding.also)],
    }
