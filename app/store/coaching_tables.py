"""The tables of coaching: invitations, who coaches whom, what may be seen, comments and goals."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Date, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.store.tables import Base, Moment


class CoachingInvitationRow(Base):
    """A way into a relation; only the hash of the secret in the link is kept. `role` is what the inviter will be."""

    __tablename__ = "coaching_invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    role: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(Text)
    email: Mapped[str] = mapped_column(String(320))
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    invited_at: Mapped[datetime] = mapped_column(Moment)
    expires_at: Mapped[datetime] = mapped_column(Moment)
    closed_at: Mapped[datetime | None] = mapped_column(Moment)


class CoachingRow(Base):
    """A coach and a client. Once it has ended the coach reaches nothing of it; the client can still read it."""

    __tablename__ = "coaching"
    __table_args__ = (UniqueConstraint("coach_id", "client_id", name="uq_coaching_pair"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(32), unique=True)
    coach_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    client_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    coach_name: Mapped[str] = mapped_column(Text)
    client_name: Mapped[str] = mapped_column(Text)
    group_name: Mapped[str] = mapped_column(Text)
    began_at: Mapped[datetime] = mapped_column(Moment)
    ended_at: Mapped[datetime | None] = mapped_column(Moment)


class ConsentRow(Base):
    """One thing that the coach may see, as long as this row stands."""

    __tablename__ = "coaching_consent"

    coaching_id: Mapped[int] = mapped_column(ForeignKey("coaching.id", ondelete="CASCADE"), primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), primary_key=True, index=True)
    given_at: Mapped[datetime] = mapped_column(Moment)


class BlindLookRow(Base):
    """The end of a coach's blindness: they rated, or with no rating they said that they have not seen the work."""

    __tablename__ = "coaching_blind_look"

    coaching_id: Mapped[int] = mapped_column(ForeignKey("coaching.id", ondelete="CASCADE"), primary_key=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), primary_key=True, index=True)
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("assessment_invitation.id", ondelete="SET NULL"))
    looked_at: Mapped[datetime] = mapped_column(Moment)


class CommentRow(Base):
    """What one of the two says about a place in a thing, such as `skill:risk` or `line:12`."""

    __tablename__ = "coaching_comment"

    id: Mapped[int] = mapped_column(primary_key=True)
    coaching_id: Mapped[int] = mapped_column(ForeignKey("coaching.id", ondelete="CASCADE"), index=True)
    work_id: Mapped[int] = mapped_column(ForeignKey("work.id", ondelete="CASCADE"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    place: Mapped[str] = mapped_column(String(80))
    text: Mapped[str] = mapped_column(Text)
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy's own spelling


class GoalRow(Base):
    """An agreed goal, which both may change; an empty skill means that it belongs to none."""

    __tablename__ = "coaching_goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    coaching_id: Mapped[int] = mapped_column(ForeignKey("coaching.id", ondelete="CASCADE"), index=True)
    text: Mapped[str] = mapped_column(Text)
    skill: Mapped[str] = mapped_column(String(40))
    due: Mapped[date] = mapped_column(Date)
    state: Mapped[str] = mapped_column(String(10))
    made_at: Mapped[datetime] = mapped_column(Moment)
    changed_at: Mapped[datetime] = mapped_column(Moment)
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012  # SQLAlchemy's own spelling
