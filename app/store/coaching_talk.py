"""What a coach and a client write to each other: comments, goals, and the coach's blind ratings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.core.assessments.answers import NOT_OBSERVED
from app.core.assessments.blind import BlindRating
from app.core.coaching.agreed import GoalState, GoalText
from app.core.errors import DomainError
from app.core.secrets import fingerprint, new_secret
from app.store.assessments import rating_of
from app.store.coaching_tables import BlindLookRow, CommentRow, GoalRow
from app.store.tables import AssessmentRow, InvitationRow


@dataclass(frozen=True)
class About:
    """One thing within one relation."""

    relation: int
    work: int


@dataclass(frozen=True)
class Comment:
    """What one of the two said about a place in a thing; `version` counts its changes."""

    id: int
    author: int
    place: str
    text: str
    made_at: datetime
    changed_at: datetime
    version: int


@dataclass(frozen=True)
class Goal:
    """An agreed goal as it is kept."""

    id: int
    agreed: GoalText
    changed_at: datetime
    version: int


@dataclass(frozen=True)
class BlindLook:
    """The coach's look at an assessment; without a rating they said that they have not seen the work."""

    looked_at: datetime
    rating: BlindRating | None


class Changed(DomainError):
    """The other one, or another window, was first; `now` is what stands."""

    code = "conflict"

    def __init__(self, now: Comment | Goal) -> None:
        super().__init__("This was changed since you opened it.")
        self.now = now


# -- comments


def comments(session: Session, about: About) -> tuple[Comment, ...]:
    """All about one thing, the oldest first."""
    query = select(CommentRow).where(CommentRow.coaching_id == about.relation, CommentRow.work_id == about.work)
    return tuple(_comment(row) for row in session.scalars(query.order_by(CommentRow.id)))


def add_comment(session: Session, about: About, author: int, *, place: str, text: str, now: datetime) -> int:
    row = CommentRow(coaching_id=about.relation, work_id=about.work, author_id=author, place=place, text=text)
    row.made_at = row.changed_at = now
    session.add(row)
    session.flush()
    return row.id


def comment(session: Session, about: About, author: int, comment_id: int) -> Comment:
    """One that somebody wrote themselves; raises `DomainError` for any other."""
    return _comment(_comment_row(session, about, author, comment_id))


def change_comment(session: Session, about: About, seen: Comment, text: str, now: datetime) -> None:
    """Keep another text on top of what its author saw; raises `Changed` when that is not what stands."""
    row = _comment_row(session, about, seen.author, seen.id)
    if row.version != seen.version:
        raise Changed(_comment(row))
    row.text, row.changed_at = text, now
    try:
        session.flush()
    except StaleDataError:
        session.rollback()
        raise Changed(comment(session, about, seen.author, seen.id)) from None


def remove_comment(session: Session, about: About, author: int, comment_id: int) -> None:
    row = _comment_row(session, about, author, comment_id)
    session.execute(delete(CommentRow).where(CommentRow.id == row.id))
    session.expire_all()


def last_comment(session: Session, relation_id: int) -> datetime | None:
    """When one of the two last said something."""
    return session.scalar(select(func.max(CommentRow.changed_at)).where(CommentRow.coaching_id == relation_id))


def _comment_row(session: Session, about: About, author: int, comment_id: int) -> CommentRow:
    row = session.get(CommentRow, comment_id)
    if row is None or (row.coaching_id, row.work_id, row.author_id) != (about.relation, about.work, author):
        raise DomainError("There is no comment of yours at this address. It may have been deleted.", code="not_found")
    return row


def _comment(row: CommentRow) -> Comment:
    return Comment(row.id, row.author_id, row.place, row.text, row.made_at, row.changed_at, row.version)


# -- goals


def goals(session: Session, relation_id: int) -> tuple[Goal, ...]:
    """All of a relation, the one that is due first on top."""
    query = select(GoalRow).where(GoalRow.coaching_id == relation_id).order_by(GoalRow.due, GoalRow.id)
    return tuple(_goal(row) for row in session.scalars(query))


def goal(session: Session, relation_id: int, goal_id: int) -> Goal:
    return _goal(_goal_row(session, relation_id, goal_id))


def add_goal(session: Session, relation_id: int, agreed: GoalText, now: datetime) -> None:
    row = GoalRow(coaching_id=relation_id, made_at=now)
    _write(row, agreed, now)
    session.add(row)
    session.flush()


def change_goal(session: Session, relation_id: int, seen: Goal, agreed: GoalText, now: datetime) -> None:
    """Keep a changed goal; raises `Changed` when `seen` is not what stands."""
    row = _goal_row(session, relation_id, seen.id)
    if row.version != seen.version:
        raise Changed(_goal(row))
    _write(row, agreed, now)
    try:
        session.flush()
    except StaleDataError:
        session.rollback()
        raise Changed(goal(session, relation_id, seen.id)) from None


def _goal_row(session: Session, relation_id: int, goal_id: int) -> GoalRow:
    row = session.get(GoalRow, goal_id)
    if row is None or row.coaching_id != relation_id:
        raise DomainError("There is no such goal.", code="not_found")
    return row


def _write(row: GoalRow, agreed: GoalText, now: datetime) -> None:
    row.text, row.skill, row.due, row.state, row.changed_at = agreed.text, agreed.skill, agreed.due, agreed.state, now


def _goal(row: GoalRow) -> Goal:
    return Goal(row.id, GoalText(row.text, row.skill, row.due, GoalState(row.state)), row.changed_at, row.version)


# -- the blind look


def blind_look(session: Session, about: About) -> BlindLook | None:
    """How this coach's look at an assessment began; None while they are still blind."""
    row = session.get(BlindLookRow, (about.relation, about.work))
    if row is None:
        return None
    rated = session.get(InvitationRow, row.invitation_id) if row.invitation_id else None
    return BlindLook(row.looked_at, rating_of(rated) if rated else None)


def look(session: Session, about: About, rater: str, picks: Mapping[str, int | None], now: datetime) -> None:
    """End the blindness, with a rating or with none; raises `DomainError` when it has ended already.

    A rating is kept where second raters' are, behind a link that was never given out and is closed.
    """
    row = BlindLookRow(coaching_id=about.relation, work_id=about.work, looked_at=now)
    if picks:
        row.invitation_id = _rated(session, about.work, rater, picks, now)
    session.add(row)
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        raise DomainError("You have seen this already, so a rating would not be blind any more.") from None


def _rated(session: Session, work_id: int, rater: str, picks: Mapping[str, int | None], now: datetime) -> int:
    rating = InvitationRow(
        assessment_id=session.scalars(select(AssessmentRow.id).where(AssessmentRow.work_id == work_id)).one(),
        token_hash=fingerprint(new_secret()),
        rater=rater,
        invited_at=now,
        expires_at=now,
        rated_at=now,
        picks={skill: NOT_OBSERVED if pick is None else pick for skill, pick in picks.items()},
    )
    session.add(rating)
    session.flush()
    return rating.id
