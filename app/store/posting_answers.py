"""What people answered to the findings of a saved posting's review, one answer to each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from app.store import work
from app.store.tables import PostingAnswerRow, PostingRow, WorkRow
from app.store.work import Kind


@dataclass(frozen=True)
class Answer:
    """Why a finding does not apply; a law gap is signed off by somebody with a `name`."""

    reason: str
    name: str
    given_at: datetime


def of(session: Session, slug: str) -> dict[str, Answer]:
    """The answers by the key of their finding."""
    rows = session.scalars(
        select(PostingAnswerRow)
        .where(PostingAnswerRow.posting_id == _posting_id(session, slug))
        .order_by(PostingAnswerRow.given_at, PostingAnswerRow.finding)
    )
    return {row.finding: Answer(row.reason, row.name, row.given_at) for row in rows}


def put(session: Session, slug: str, finding: str, answer: Answer, account: int | None = None) -> None:
    """Keep an answer, in place of an earlier one to the same finding."""
    session.merge(
        PostingAnswerRow(
            posting_id=_posting_id(session, slug, to_change=True),
            finding=finding,
            reason=answer.reason,
            name=answer.name,
            account_id=account,
            given_at=answer.given_at,
        )
    )
    session.flush()


def withdraw(session: Session, slug: str, finding: str) -> None:
    """Forget an answer, if there is one."""
    session.execute(
        delete(PostingAnswerRow).where(
            PostingAnswerRow.posting_id == _posting_id(session, slug, to_change=True),
            PostingAnswerRow.finding == finding,
        )
    )


def _posting_id(session: Session, slug: str, *, to_change: bool = False) -> int:
    query = select(PostingRow.id).join(WorkRow, WorkRow.id == PostingRow.work_id)
    found: int = work.row_of(session, query, Kind.POSTING, slug, to_change=to_change)
    return found
