"""The database tables; rows stay in this room, core values leave it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator

_NAMES = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Moment(TypeDecorator[datetime]):
    """A point in time, always in UTC: SQLite forgets zones, and PostgreSQL answers in the zone of its server."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=_NAMES)


class WorkspaceRow(Base):
    """Where saved work belongs. A browser without an account finds its own by a key, of which the hash is kept."""

    __tablename__ = "workspace"

    id: Mapped[int] = mapped_column(primary_key=True)
    key_hash: Mapped[str | None] = mapped_column(String(64), unique=True)
    made_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)


class WorkRow(Base):
    """What every saved thing has, whatever its kind; its content stands in a table of its kind."""

    __tablename__ = "work"

    id: Mapped[int] = mapped_column(primary_key=True)
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str] = mapped_column(String(20))
    slug: Mapped[str] = mapped_column(String(64), unique=True)
    title: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    archived_at: Mapped[datetime | None] = mapped_column(Moment)
    deleted_at: Mapped[datetime | None] = mapped_column(Moment)


class HeadCountRow(Base):
    """How many people the employer behind a workspace has, in all and by the code of a place."""

    __tablename__ = "head_count"

    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id", ondelete="CASCADE"), primary_key=True)
    total: Mapped[int | None] = mapped_column()
    heads: Mapped[dict[str, int]] = mapped_column(JSON)
    based_in: Mapped[str | None] = mapped_column(String(12))
    changed_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy's own spelling


class PostingRow(Base):
    """A saved posting: its whole value as JSON."""

    __tablename__ = "posting"

    id: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), unique=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    version: Mapped[int] = mapped_column()
    work: Mapped[WorkRow] = relationship(lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy's own spelling


class PostingVersionRow(Base):
    """A posting as it once stood, and who of a team made it so; never changed, and gone only with its posting."""

    __tablename__ = "posting_version"

    posting_id: Mapped[int] = mapped_column(ForeignKey("posting.id", ondelete="CASCADE"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(Moment)
    author: Mapped[str] = mapped_column(Text)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))


class PostingAnswerRow(Base):
    """What somebody answered to a finding of a posting's review; with a `name`, they signed a law gap off."""

    __tablename__ = "posting_answer"

    posting_id: Mapped[int] = mapped_column(ForeignKey("posting.id", ondelete="CASCADE"), primary_key=True)
    finding: Mapped[str] = mapped_column(String(300), primary_key=True)
    reason: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id", ondelete="SET NULL"))
    given_at: Mapped[datetime] = mapped_column(Moment)


class AssessmentRow(Base):
    """A questionnaire as far as it is answered; it belongs to an edition."""

    __tablename__ = "assessment"

    id: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), unique=True)
    edition: Mapped[str] = mapped_column(String(20))
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    plan: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON)
    version: Mapped[int] = mapped_column()
    work: Mapped[WorkRow] = relationship(lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy's own spelling


class SnapshotRow(Base):
    """Answers and result as they stood, which never change; `closed_at` is when a fresh round began after them."""

    __tablename__ = "assessment_snapshot"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), index=True)
    taken_at: Mapped[datetime] = mapped_column(Moment)
    edition: Mapped[str] = mapped_column(String(20))
    answers: Mapped[dict[str, Any]] = mapped_column(JSON)
    result: Mapped[dict[str, Any]] = mapped_column(JSON)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class LookBackRow(Base):
    """How somebody saw, later, where they stood when a snapshot was taken."""

    __tablename__ = "assessment_look_back"

    id: Mapped[int] = mapped_column(primary_key=True)
    snapshot_id: Mapped[int] = mapped_column(ForeignKey("assessment_snapshot.id", ondelete="CASCADE"), index=True)
    given_at: Mapped[datetime] = mapped_column(Moment)
    picks: Mapped[dict[str, int]] = mapped_column(JSON)


class InvitationRow(Base):
    """A second rater's way in; only the hash of the secret in the link is kept."""

    __tablename__ = "assessment_invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("assessment.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    rater: Mapped[str] = mapped_column(Text)
    invited_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    rated_at: Mapped[datetime | None] = mapped_column(Moment)
    picks: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    blind_to: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    asker: Mapped[str] = mapped_column(Text, default="", server_default="")


class KeptRow(Base):
    """A résumé report or a salary look-up that somebody asked to keep: what its kind needs to show it again."""

    __tablename__ = "kept"

    id: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), unique=True)
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    version: Mapped[int] = mapped_column()
    work: Mapped[WorkRow] = relationship(lazy="joined", innerjoin=True)

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy's own spelling


class ShareRow(Base):
    """A link with which somebody may read one thing; only the hash of its secret is kept, and nothing about readers."""

    __tablename__ = "share"

    id: Mapped[int] = mapped_column(primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    parts: Mapped[list[str]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    withdrawn_at: Mapped[datetime | None] = mapped_column(Moment)
    opened_on: Mapped[date | None] = mapped_column()
