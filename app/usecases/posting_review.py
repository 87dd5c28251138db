"""Reviews a posting from anywhere: law, structure and wording in one reading."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.core import coding, posting_structure, readability
from app.core.coding import Coding, CodingLists
from app.core.errors import DomainError
from app.core.law.employers import Employer
from app.core.law.facts import AdvertisedPay, PostingFacts
from app.core.law.findings import Finding as LawFinding
from app.core.law.records import read_employer
from app.core.law.review import review as review_law
from app.core.law.workplaces import WorkPlace, in_city, read_work_place
from app.core.phrases import Span
from app.core.posting_structure import Structure
from app.core.posting_text import markup
from app.core.posting_text.extract import Extraction, extract
from app.core.posting_text.reading import Reading
from app.core.postings.law_facts import work_places
from app.core.postings.plain import posting_from_plain
from app.core.postings.posting import Posting
from app.core.readability import Readability
from app.core.resumes.pages import BadFileError, Pages
from app.core.wording.review import Finding, Wording
from app.core.wording.review import review as review_wording
from app.documents.posting_text import to_plain_text
from app.intake.brief_files import read_brief
from app.intake.reader import Reader
from app.usecases.toolkit import Toolkit

LONGEST_PASTE = 100_000  # characters that a page takes; no posting is longer
LARGEST_FILE = 10 * 1024 * 1024


@dataclass(frozen=True)
class Given:
    """What somebody handed in, as plain text; `read_as` says what it was."""

    text: str
    read_as: str = "text"
    posting: Posting | None = None


@dataclass(frozen=True)
class Review:
    """Everything that was found; places are places in `reading.text`."""

    given: Given
    on: date
    reading: Reading
    facts: Extraction
    law: tuple[LawFinding, ...]
    places: tuple[WorkPlace, ...]
    wording: Wording
    structure: Structure
    readability: Readability

    def coding(self, lists: CodingLists) -> Coding:
        """The gender-coded words; information beside the review, not a part of it."""
        return coding.code(self.reading, self.given.text, lists)


def check_paste(text: str) -> None:
    """Raises `DomainError` for a paste that no page should work on."""
    if len(text) > LONGEST_PASTE:
        raise DomainError(
            f"This text has {len(text):,} characters; at most {LONGEST_PASTE:,} can be pasted.",
            field="text",
            code="too_long",
        )


def review(
    toolkit: Toolkit,
    given: Given,
    on: date,
    employer: Employer | None = None,
    places: tuple[WorkPlace, ...] = (),
) -> Review:
    """Review a text; without `places`, the law of those that it names is taken. Raises `DomainError` when empty."""
    if not given.text.strip():
        raise DomainError("There is no text to review.", field="text", code="no_text")
    reading = Reading(given.text, toolkit.posting_words)
    facts = extract(reading, toolkit.gazetteer, toolkit.titles)
    wording = review_wording(reading, toolkit.wording_rules, facts)
    grade = readability.read(reading)
    work = places or _places(toolkit, facts, given.posting)
    level = given.posting.brief.level if given.posting else None
    return Review(
        given=given,
        on=on,
        reading=reading,
        facts=facts,
        law=review_law(_law_facts(reading, facts), employer or Employer(), work, on, toolkit.law) if work else (),
        places=work,
        wording=wording,
        structure=posting_structure.review(reading, facts, grade, wording, toolkit.structure_rules, on=on, level=level),
        readability=grade,
    )


def coded(toolkit: Toolkit, text: str) -> Coding:
    """Return the gender-coded words of a text, which need nothing else of the review."""
    return coding.code(Reading(text, toolkit.posting_words), text, toolkit.coding_lists)


def terms(
    toolkit: Toolkit, employer: str | None, places: Collection[str]
) -> tuple[Employer | None, tuple[WorkPlace, ...]]:
    """Read the employer's file and the places of work; raises `DomainError` for what cannot be read."""
    work = tuple(read_work_place(words, toolkit.law_codes) for words in places)
    if employer is None:
        return None, work
    content = read_brief(_content(employer))
    return read_employer(content, toolkit.law_codes), work


# -- what was handed in


def read_path(path: str) -> Given:
    """Read a file (- for standard input); raises `DomainError` (bad_file) when that cannot be done."""
    return read_file(_content(path), Path(path).name)


def _content(path: str) -> bytes:
    try:
        return sys.stdin.buffer.read(LARGEST_FILE + 1) if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise _bad_file(f"{path} cannot be read: {error.strerror}.") from error


def read_file(content: bytes, name: str) -> Given:
    """Read text, Markdown, HTML, PDF, Word or JSON; raises `DomainError` (bad_file) with what can be done."""
    if len(content) > LARGEST_FILE:
        raise _bad_file(f"{name} is larger than 10 MB. Paste the text instead.")
    if content.startswith(b"PK\x03\x04") or b"%PDF" in content[:1024]:
        return _from_pages(content, name)
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _bad_file(f"{name} is not text, HTML, PDF, Word or JSON. Paste its text instead.")
    text = content.decode("utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig", errors="replace")
    if not text.strip():
        raise _bad_file(f"There is no text in {name}.")
    if name.lower().endswith(".json") or text.lstrip().startswith("{"):
        return _from_json(text, name)
    return from_text(text)


def from_text(text: str) -> Given:
    """Plain text as it is; HTML without its tags."""
    if markup.looks_like_html(text):
        return Given(markup.to_text(text), "html")
    return Given(text.replace("\r\n", "\n").replace("\r", "\n"))


def _from_pages(content: bytes, name: str) -> Given:
    try:
        with Reader() as reader:
            pages = reader.read(content, name)
    except BadFileError as error:
        if error.code == "not_english":
            raise _bad_file(
                f"{name} is not in English. Paste its text to have its pay, places and days read."
            ) from error
        raise _bad_file(error.message.replace("résumé", "posting")) from error
    return Given(_text(pages), "pdf" if b"%PDF" in content[:1024] else "docx")


def _text(pages: Pages) -> str:
    """The lines, with headings and list entries marked as the file marks them."""
    lines = []
    for line in pages.lines:
        mark = "## " if line.heading else "• " if line.bullet and not line.text.startswith("•") else ""
        lines.append(mark + line.text)
    return "\n".join(lines)


def _from_json(text: str, name: str) -> Given:
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        if name.lower().endswith(".json"):
            raise _bad_file(f"{name} is not JSON.") from None
        return from_text(text)
    if isinstance(content, dict) and isinstance(content.get("text"), str):
        return from_text(content["text"])
    posting = posting_from_plain(content)
    return Given(to_plain_text(posting), "posting", posting)


def _bad_file(message: str) -> DomainError:
    return DomainError(message, field="file", code="bad_file")


# -- what the law wants to know


def _law_facts(reading: Reading, facts: Extraction) -> PostingFacts:
    pay = facts.pay[0] if facts.pay else None
    return PostingFacts(
        pay=AdvertisedPay(pay.min, pay.max, pay.currency, pay.period) if pay else None,
        benefits=_sentences(reading, "cue:benefits"),
        other_compensation=_sentences(reading, "cue:other_pay"),
        deadline=facts.deadline.day if facts.deadline else None,
        ongoing=facts.rolling,
        text=reading.text,
        title=facts.title.title if facts.title else "",
    )


def _sentences(reading: Reading, label: str) -> str:
    """The sentences in which any of these words stands."""
    spans = {reading.sentence_at(span.start) for span in reading.found.get(label, ())[:40]}
    return "\n".join(reading.shown(span).strip() for span in sorted(spans))


def _places(toolkit: Toolkit, facts: Extraction, posting: Posting | None) -> tuple[WorkPlace, ...]:
    if posting is not None:
        return work_places(posting.brief, toolkit.law)
    remote = facts.mode is not None and facts.mode.mode == "remote"
    return tuple(dict.fromkeys(in_city(toolkit.law, one.code, one.city, remote) for one in facts.places))


# -- the answer as a plain record


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


def not_said_by_law(done: Review) -> list[Finding]:
    """The findings on language, without those whose words the law already speaks about."""
    quotes = [finding.quote for finding in done.law if finding.quote is not None and finding.quote.where == "text"]
    return [
        finding
        for finding in done.wording.findings
        if not any(quote.start < finding.end and finding.start < quote.end for quote in quotes)
    ]


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
