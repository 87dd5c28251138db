"""Saved assessments: the answers so far, dated snapshots that never change, and second raters' invitations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import accumulate
from typing import Any

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from app.core.assessments.answers import NOT_APPLICABLE, NOT_OBSERVED, Answers
from app.core.assessments.blind import BlindRating, Picks
from app.core.assessments.plain import (
    answers_from_plain,
    answers_to_plain,
    step_from_plain,
    step_to_plain,
)
from app.core.assessments.plan import Step
from app.core.english import day_in_words
from app.core.errors import DomainError
from app.store import reach, work
from app.store.tables import AssessmentRow, InvitationRow, LookBackRow, SnapshotRow, WorkRow
from app.store.work import Kind

_ATTEMPTS = 4


@dataclass(frozen=True)
class SavedAssessment:
    """A questionnaire as it is kept; a plan of None means that its owner has not changed the suggested one."""

    slug: str
    edition: str
    answers: Answers
    plan: tuple[Step, ...] | None
    started_at: datetime
    changed_at: datetime
    title: str


@dataclass(frozen=True)
class KeptSnapshot:
    """An earlier state; `result` is what was shown then, `looking_back` how its owner saw it later.

    `round` counts how often the questions had been answered afresh before.
    """

    id: int
    taken_at: datetime
    edition: str
    answers: Answers
    result: Mapping[str, Any]
    looking_back: Mapping[str, int]
    round: int


@dataclass(frozen=True)
class Invitation:
    """A second rater's way in. `asker` is the owner as the rater knows them; `rated_at` tells of a rating."""

    id: int
    slug: str
    rater: str
    invited_at: datetime
    expires_at: datetime
    withdrawn_at: datetime | None
    rated_at: datetime | None
    rating: BlindRating
    asker: str


# -- the questionnaire


def add(session: Session, edition: str, answers: Answers, now: datetime) -> SavedAssessment:
    """Keep a new questionnaire in its maker's workspace."""
    row = AssessmentRow(
        work=work.new_row(session, Kind.ASSESSMENT, f"Self-assessment of {day_in_words(now)}", now),
        edition=edition,
        answers=answers_to_plain(answers),
        plan=None,
    )
    session.add(row)
    session.flush()
    return _saved(row)


def get(session: Session, slug: str) -> SavedAssessment:
    """Raises `DomainError` when there is none at this address."""
    return _saved(_row(session, slug))


def known(session: Session) -> list[SavedAssessment]:
    """Those within reach, the newest first."""
    query = select(AssessmentRow).join(WorkRow, WorkRow.id == AssessmentRow.work_id)
    rows = session.scalars(query.where(work.visible(session, Kind.ASSESSMENT)).order_by(WorkRow.changed_at.desc()))
    return [_saved(row) for row in rows]


def change_answers(session: Session, slug: str, change: Callable[[Answers], Answers], now: datetime) -> SavedAssessment:
    """Change the newest answers; when two windows save in the same moment, both changes count."""
    for _ in range(_ATTEMPTS):
        row = _row(session, slug, to_change=True)
        row.answers = answers_to_plain(change(answers_from_plain(row.answers)))
        row.work.changed_at = now
        try:
            session.flush()
        except StaleDataError:
            session.rollback()
        else:
            return _saved(row)
    raise DomainError("Another window is saving all the time. Please send this once more.", code="conflict")


def replace_plan(session: Session, slug: str, plan: tuple[Step, ...] | None, now: datetime) -> SavedAssessment:
    row = _row(session, slug, to_change=True)
    row.plan = None if plan is None else [step_to_plain(step) for step in plan]
    row.work.changed_at = now
    session.flush()
    return _saved(row)


def _row(session: Session, slug: str, *, to_change: bool = False) -> AssessmentRow:
    query = select(AssessmentRow).join(WorkRow, WorkRow.id == AssessmentRow.work_id)
    row: AssessmentRow = work.row_of(session, query, Kind.ASSESSMENT, slug, to_change=to_change)
    return row


def _saved(row: AssessmentRow) -> SavedAssessment:
    plan = None if row.plan is None else tuple(step_from_plain(step) for step in row.plan)
    answers = answers_from_plain(row.answers)
    kept = row.work
    return SavedAssessment(kept.slug, row.edition, answers, plan, kept.made_at, kept.changed_at, kept.title)


# -- snapshots


def add_snapshot(session: Session, slug: str, answers: Answers, result: Mapping[str, Any], now: datetime) -> None:
    owner = _row(session, slug, to_change=True)
    session.add(
        SnapshotRow(
            assessment_id=owner.id,
            taken_at=now,
            edition=owner.edition,
            answers=answers_to_plain(answers),
            result=dict(result),
        )
    )
    session.flush()


def snapshots(session: Session, slug: str) -> tuple[KeptSnapshot, ...]:
    """All of them, the oldest first."""
    query = select(SnapshotRow).where(SnapshotRow.assessment_id == _row(session, slug).id).order_by(SnapshotRow.id)
    rows = session.scalars(query).all()
    looks = session.scalars(
        select(LookBackRow).where(LookBackRow.snapshot_id.in_([row.id for row in rows])).order_by(LookBackRow.id)
    )
    latest = {look.snapshot_id: look.picks for look in looks}
    rounds = accumulate((row.closed_at is not None for row in rows), initial=0)
    return tuple(
        KeptSnapshot(
            id=row.id,
            taken_at=row.taken_at,
            edition=row.edition,
            answers=answers_from_plain(row.answers),
            result=row.result,
            looking_back=latest.get(row.id, {}),
            round=number,
        )
        for row, number in zip(rows, rounds, strict=False)
    )


def close_round(session: Session, slug: str, now: datetime) -> None:
    """Note that the questions are answered afresh after the newest snapshot."""
    query = select(SnapshotRow).where(SnapshotRow.assessment_id == _row(session, slug, to_change=True).id)
    newest = session.scalars(query.order_by(SnapshotRow.id.desc()).limit(1)).first()
    if newest is not None and newest.closed_at is None:
        newest.closed_at = now
    session.flush()


def add_look_back(session: Session, snapshot_id: int, picks: Mapping[str, int], now: datetime) -> None:
    session.add(LookBackRow(snapshot_id=snapshot_id, given_at=now, picks=dict(picks)))
    session.flush()


# -- invitations


def invite(
    session: Session, slug: str, *, token_hash: str, rater: str, asker: str = "", now: datetime, expires_at: datetime
) -> Invitation:
    owner = _row(session, slug, to_change=True)
    row = InvitationRow(
        assessment_id=owner.id,
        token_hash=token_hash,
        rater=rater,
        asker=asker,
        invited_at=now,
        expires_at=expires_at,
    )
    session.add(row)
    session.flush()
    return _invitation(row, slug)


def invitations(session: Session, slug: str) -> tuple[Invitation, ...]:
    """All of an assessment, the oldest first."""
    query = select(InvitationRow).where(InvitationRow.assessment_id == _row(session, slug).id)
    return tuple(_invitation(row, slug) for row in session.scalars(query.order_by(InvitationRow.id)))


def by_token(session: Session, token_hash: str) -> Invitation | None:
    """The invitation behind a link's secret; whose it is does not matter, since the secret was given away for this."""
    query = (
        select(InvitationRow, WorkRow.slug)
        .join(AssessmentRow, AssessmentRow.id == InvitationRow.assessment_id)
        .join(WorkRow, WorkRow.id == AssessmentRow.work_id)
        .where(InvitationRow.token_hash == token_hash, WorkRow.deleted_at.is_(None))
    )
    found = session.execute(query).first()
    return None if found is None else _invitation(found[0], found[1])


def let_rater_in(session: Session, invitation: Invitation) -> None:
    """Let the session read the assessment that the invitation is for."""
    query = select(AssessmentRow.work_id).join(InvitationRow, InvitationRow.assessment_id == AssessmentRow.id)
    reach.grant(session, session.scalars(query.where(InvitationRow.id == invitation.id)).one())


def keep_rating(session: Session, invitation_id: int, picks: Mapping[str, int | None], now: datetime) -> None:
    """Keep the first rating; of two that arrive at once the second changes nothing."""
    given = {skill: NOT_OBSERVED if pick is None else pick for skill, pick in picks.items()}
    unrated = update(InvitationRow).where(InvitationRow.id == invitation_id, InvitationRow.rated_at.is_(None))
    session.execute(unrated.values(picks=given, rated_at=now))
    session.expire_all()


def seal(session: Session, slug: str, picks: Picks) -> None:
    """Note for each rating the owner's picks that neither side could know of; what is noted already stays."""
    query = select(InvitationRow).where(
        InvitationRow.assessment_id == _row(session, slug).id, InvitationRow.rated_at.is_not(None)
    )
    told = {skill: NOT_APPLICABLE if pick is None else pick for skill, pick in picks.items()}
    for row in session.scalars(query):
        row.blind_to = told | (row.blind_to or {})
    session.flush()


def withdraw(session: Session, slug: str, invitation_id: int, now: datetime) -> None:
    """Close a link; raises `DomainError` when it is not one of this assessment's."""
    row = session.get(InvitationRow, invitation_id)
    if row is None or row.assessment_id != _row(session, slug, to_change=True).id:
        raise DomainError("There is no such invitation.", code="not_found")
    row.withdrawn_at = row.withdrawn_at or now
    session.flush()


def drop_closed_invitations(session: Session, before: datetime) -> int:
    """Forget invitations that closed before a moment with no rating given; return how many there were."""
    closed = or_(InvitationRow.withdrawn_at < before, InvitationRow.expires_at < before)
    query = delete(InvitationRow).where(closed, InvitationRow.rated_at.is_(None)).returning(InvitationRow.id)
    return len(session.execute(query).all())


def _invitation(row: InvitationRow, slug: str) -> Invitation:
    return Invitation(
        row.id,
        slug,
        row.rater,
        row.invited_at,
        row.expires_at,
        row.withdrawn_at,
        row.rated_at,
        rating_of(row),
        row.asker,
    )


def rating_of(row: InvitationRow) -> BlindRating:
    return BlindRating(_picks(row.picks), _picks(row.blind_to))


def _picks(kept: Mapping[str, Any] | None) -> dict[str, int | None]:
    return {skill: None if isinstance(pick, str) else pick for skill, pick in (kept or {}).items()}
