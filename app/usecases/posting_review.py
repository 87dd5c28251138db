"""Reviews a posting from anywhere: law, structure and wording in one reading."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from app.core import coding, posting_structure, readability
from app.core.coding import Coding, CodingLists
from app.core.errors import DomainError
from app.core.law.employers import Employer
from app.core.law.facts import AdvertisedPay, PostingFacts
from app.core.law.findings import Finding as LawFinding
from app.core.law.records import read_employer
from app.core.law.review import review as review_law
from app.core.law.workplaces import WorkPlace, in_city, read_work_place
from app.core.posting_structure import Structure
from app.core.posting_text.extract import Extraction, extract
from app.core.posting_text.reading import Reading
from app.core.postings.law_facts import work_places
from app.core.postings.posting import Posting
from app.core.readability import Readability
from app.core.wording.review import Finding, Wording
from app.core.wording.review import review as review_wording
from app.intake.brief_files import read_brief
from app.usecases.handed_in import Given, content_of
from app.usecases.toolkit import Toolkit


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
    content = read_brief(content_of(employer))
    return read_employer(content, toolkit.law_codes), work


def not_said_by_law(done: Review) -> list[Finding]:
    """The findings on language, without those whose words the law already speaks about."""
    quotes = [finding.quote for finding in done.law if finding.quote is not None and finding.quote.where == "text"]
    return [
        finding
        for finding in done.wording.findings
        if not any(quote.start < finding.end and finding.start < quote.end for quote in quotes)
    ]


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
