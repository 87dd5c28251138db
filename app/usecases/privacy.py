"""What is held about people, and the two things that they can do about it: take everything away, delete everything."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from app.store import database, everything, reach, workspaces


@dataclass(frozen=True)
class Held:
    """What one table of the database holds, in a visitor's words; `until` may name the days of the setting."""

    table: str
    name: str
    what: str
    until: str


HELD = (
    Held(
        "workspace",
        "Your place",
        "Where your work belongs: the day it was begun and the day of your last visit, and a fingerprint of the key in "
        "your browser. No name, no address, no kind of browser.",
        "you delete everything, or {days} after your last visit if no account claims it",
    ),
    Held(
        "work",
        "The list of your work",
        "For each thing its kind, name, address here, and the days on which it was made, changed, put away or deleted.",
        "you delete the thing; the bin keeps it for {days}",
    ),
    Held("posting", "Postings", "What you wrote, and the brief that it was composed from.", "its posting goes"),
    Held("posting_version", "Versions of postings", "Each posting as it stood after each change.", "its posting goes"),
    Held(
        "posting_answer",
        "Answers to a review",
        "Why a finding does not apply, and the name of whoever signed a law gap off, as you typed it.",
        "you withdraw the answer, or its posting goes",
    ),
    Held(
        "assessment",
        "Self-assessments",
        "Your picks, the size of your work, your evidence and your plan.",
        "you delete the assessment",
    ),
    Held(
        "assessment_snapshot",
        "Earlier results",
        "Answers and result of each day on which you finished.",
        "its assessment goes",
    ),
    Held("assessment_look_back", "Looking back", "How you saw an earlier day later on.", "its assessment goes"),
    Held(
        "assessment_invitation",
        "Second raters",
        "Whom you invited, as you named them, until when, and what they chose. Of the link only a fingerprint.",
        "its assessment goes; an invitation that nobody used, {days} after it closed",
    ),
    Held(
        "kept",
        "Reports and look-ups that you kept",
        "A résumé’s text with its marks, only when you pressed “Keep this report”; a question about pay with its "
        "answer.",
        "you delete it",
    ),
    Held(
        "share",
        "Links to your work",
        "What a link shows, until when, and the day on which it was last opened. Of the link only a fingerprint; of "
        "readers nothing.",
        "its thing goes, or {days} after it closed",
    ),
)


@dataclass(frozen=True)
class Count:
    """How much of something there is."""

    name: str
    rows: int


def what_goes(session: Session) -> tuple[Count, ...]:
    """Everything that the visitor's deletion would take, in the order of the privacy page; nothing that is empty."""
    rows = everything.counts_under(session, reach.of(session).own())
    return tuple(Count(one.name, rows[one.table]) for one in HELD if rows.get(one.table))


def delete_everything(session: Session) -> None:
    """Forget all that the visitor has, for good and at once, also in the file that the database lies in."""
    for workspace in reach.of(session).own():
        workspaces.remove(session, workspace)
    database.overwrite_deleted(session)
