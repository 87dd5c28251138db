"""The review of a saved posting: its law from the brief, and what people answered to the findings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.core.law.employers import Employer
from app.core.law.findings import Finding
from app.core.law.review import review as review_law
from app.core.phrases import Span
from app.core.posting_text.reading import Reading
from app.core.postings.law_facts import facts_of, own_pay_lines, work_places
from app.core.postings.posting import Posting
from app.documents.posting_text import to_plain_text
from app.store import posting_answers, posting_trail
from app.store.posting_answers import Answer
from app.store.posting_trail import Event
from app.store.postings import SavedPosting
from app.usecases import head_counts, organizations, posting_review
from app.usecases.handed_in import Given
from app.usecases.posting_review import Review
from app.usecases.toolkit import Toolkit

__all__ = ["Answer", "Event"]

LAW = "law:"
LONGEST_REASON = 500
LONGEST_NAME = 120


@dataclass(frozen=True)
class Line:
    """Where a line of the posting stands in the text that was reviewed."""

    item: str
    span: Span


@dataclass(frozen=True)
class Since:
    """What the law asks on a day and did not ask on an earlier one, and what it no longer asks."""

    then: date
    new: tuple[Finding, ...]
    gone: tuple[Finding, ...]


def review(toolkit: Toolkit, posting: Posting, employer: Employer, on: date) -> Review:
    """Review a posting that was written here; its law rests on the brief and on the employer's head counts."""
    done = posting_review.review(toolkit, Given(to_plain_text(posting), "posting", posting), on)
    return replace(done, law=law_of(toolkit, posting, employer, on))


def law_of(toolkit: Toolkit, posting: Posting, employer: Employer, on: date) -> tuple[Finding, ...]:
    """What the law of all its places asks of a posting; a head count that nobody gave is taken to be high enough."""
    own = own_pay_lines(posting)
    facts = facts_of(posting, to_plain_text(posting), Reading(own, toolkit.posting_words) if own else None)
    return review_law(facts, employer, work_places(posting.brief, toolkit.law), on, toolkit.law)


def changed_since(toolkit: Toolkit, posting: Posting, employer: Employer, then: date, now: date) -> Since:
    """Check a posting against the law of two days."""
    before, after = (law_of(toolkit, posting, employer, day) for day in (then, now))
    was, now_is = ({finding.key for finding in found} for found in (before, after))
    return Since(
        then,
        tuple(finding for finding in after if finding.key not in was),
        tuple(finding for finding in before if finding.key not in now_is),
    )


def lines(posting: Posting, text: str) -> tuple[Line, ...]:
    """Where each line of the posting stands in its plain text."""
    found, at = [], 0
    for section in posting.shown:
        at = text.index(f"\n{section.heading.upper()}\n", at)
        for item in section.items:
            at = text.index(item.text, at)
            found.append(Line(item.id, Span(at, at + len(item.text))))
            at += len(item.text)
    return tuple(found)


# -- what people answered


def answers(session: Session, slug: str) -> Mapping[str, Answer]:
    return posting_answers.of(session, slug)


def open_gaps(toolkit: Toolkit, session: Session, saved: SavedPosting, on: date) -> tuple[Finding, ...]:
    """The law gaps that nobody has signed off."""
    signed = posting_answers.of(session, saved.slug)
    employer = head_counts.of(session, saved).employer
    return tuple(
        one for one in law_of(toolkit, saved.posting, employer, on) if one.is_gap and f"{LAW}{one.key}" not in signed
    )


def stamp(gaps: tuple[Finding, ...]) -> str:
    """What stands at the head of a document as long as law gaps are open."""
    return f"Draft: {len(gaps)} law {'gap' if len(gaps) == 1 else 'gaps'}" if gaps else ""


def answer(session: Session, saved: SavedPosting, finding: str, title: str, given: Answer) -> None:
    """Set a finding aside, or sign a law gap off; raises `DomainError` when the reason or the name is missing.

    A member of a team answers under the name that the others know them by. `title` is what the trail calls the finding.
    """
    member = organizations.keeping(session, saved.workspace)
    given = replace(given, name=member.name) if member else given
    if not given.reason:
        raise DomainError("Say in a few words why this does not apply.", field="reason", code="no_reason")
    if finding.startswith(LAW) and not given.name:
        raise DomainError("Give the name of the person who signs this off.", field="name", code="no_name")
    if len(given.reason) > LONGEST_REASON or len(given.name) > LONGEST_NAME:
        message = f"A reason holds at most {LONGEST_REASON} characters, a name {LONGEST_NAME}."
        raise DomainError(message, field="reason", code="too_long")
    posting_answers.put(session, saved.slug, finding, given, member.account if member else None)
    what = "signed_off" if finding.startswith(LAW) else "set_aside"
    posting_trail.add(
        session, saved.slug, what=what, about=title, now=given.given_at, reason=given.reason, name=given.name
    )
    session.commit()


def withdraw(session: Session, slug: str, finding: str, title: str, now: datetime) -> None:
    """Forget an answer; the trail keeps what was answered, and that it was taken back."""
    taken = posting_answers.of(session, slug).get(finding)
    posting_answers.withdraw(session, slug, finding)
    if taken is not None:
        posting_trail.add(session, slug, what="taken_back", about=title, now=now)
    session.commit()


def trail_of(session: Session, slug: str) -> tuple[Event, ...]:
    """What was answered and signed, and taken back, the newest first."""
    return posting_trail.of_posting(session, slug)
