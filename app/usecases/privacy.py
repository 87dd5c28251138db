"""What is held about people, and the two things that they can do about it: take everything away, delete everything."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from app.config import Settings
from app.store import database, everything, reach
from app.usecases import mail, organizations


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
        "account",
        "Your account",
        "Your e-mail address, when you made it and confirmed it, a hash of your password, and your second factor, "
        "encrypted.",
        "you delete everything",
    ),
    Held(
        "sign_in",
        "Where you are signed in",
        "For each browser its family, such as “Firefox on Linux”, since when, and when it was last seen.",
        "you sign out there, or 30 days after it was last seen",
    ),
    Held(
        "account_identity",
        "Single sign-on",
        "Which issuer signs you in, the name by which it knows you there, and since when.",
        "you delete everything",
    ),
    Held(
        "trail",
        "What happened to your account",
        "Sign-ins, wrong passwords, links, exports, each with the browser’s family and the network without the part "
        "that names one machine.",
        "you delete everything",
    ),
    Held(
        "work",
        "The list of your work",
        "For each thing its kind, name, address here, and the days on which it was made, changed, put away or deleted.",
        "you delete the thing; the bin keeps it for {days}",
    ),
    Held("posting", "Postings", "What you wrote, and the brief that it was composed from.", "its posting goes"),
    Held(
        "posting_version",
        "Versions of postings",
        "Each posting as it stood after each change; in a team with the name of whoever changed it, which stays when "
        "that member goes.",
        "its posting goes",
    ),
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
    Held(
        "coaching_invitation",
        "Invitations to coaching",
        "The e-mail address that you invited, the name that you gave, and until when. Of the link only a fingerprint.",
        "you withdraw it or delete everything",
    ),
    Held(
        "coaching",
        "Coaching",
        "Who coaches whom, under the names that both gave, since when, and the group that a coach put somebody in.",
        "one of the two deletes everything",
    ),
    Held(
        "coaching_consent",
        "What a coach may see",
        "Which of your things you show to which coach, and since when.",
        "you take it back",
    ),
    Held(
        "coaching_blind_look",
        "Blind ratings",
        "When a coach had rated, and so could see your own answers.",
        "its thing or the coaching goes",
    ),
    Held("coaching_comment", "Comments", "What the two of you wrote about a thing.", "its writer deletes it"),
    Held("coaching_goal", "Goals", "What you agreed, for which skill, and by when.", "the coaching goes"),
    Held(
        "throttle",
        "Counts against guessing",
        "How often something was tried from a place, under a fingerprint from which neither place nor address can be "
        "read.",
        "the quarter of an hour, or the hour, is over",
    ),
    Held(
        "head_count",
        "Head counts",
        "How many people you said are employed, in all and by place, and where the employer is based.",
        "you delete everything, or its team is deleted",
    ),
    Held("organization", "Teams", "The team’s name, and when it was made and changed.", "an owner deletes the team"),
    Held(
        "member",
        "Members of teams",
        "To which teams you belong, since when, with which rank, and the name that the others know you by.",
        "you leave the team, or are removed, or delete everything",
    ),
    Held(
        "member_invitation",
        "Invitations to teams",
        "The address that was invited, as what, and until when. Of the link only a fingerprint.",
        "it is accepted or withdrawn, or its team is deleted",
    ),
    Held(
        "team_text",
        "Texts of teams",
        "What a team’s postings share, as it stood after each change, with the name of whoever changed it.",
        "its team is deleted",
    ),
    Held(
        "posting_trail",
        "Trail of postings",
        "Who answered or signed which finding of a review and why, who took it back, and who moved the posting. The "
        "name stays with a team’s posting when its member goes.",
        "its posting goes",
    ),
)


@dataclass(frozen=True)
class Count:
    """How much of something there is."""

    name: str
    rows: int


def what_goes(session: Session) -> tuple[Count, ...]:
    """Everything that the visitor's deletion would take, in the order of the privacy page; nothing that is empty.

    Where the work belongs and its list are told only when there is nothing else: they hold no more than that.
    """
    rows = everything.counts_under(session, reach.of(session).own())
    told = tuple(Count(one.name, rows[one.table]) for one in HELD if rows.get(one.table))
    places = {one.name for one in HELD if one.table in ("workspace", "work")}
    return tuple(one for one in told if one.name not in places) or told


def delete_everything(session: Session, settings: Settings, now: datetime) -> None:
    """Forget all that the visitor has, for good and at once: rows, what the database file still held, and messages.

    A team without another member goes as well. Raises `DomainError` for the only owner of a team with others.
    """
    organizations.before_account_goes(session, now)
    own = reach.of(session).own()
    emails = everything.emails_of(session, own)
    everything.remove(session, own)
    database.overwrite_deleted(session)
    for email in emails:
        mail.forget(settings, email)
