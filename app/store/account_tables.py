"""The tables of people's accounts, of where they are signed in, and of what happened."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.store.tables import Base, Moment


class AccountRow(Base):
    """Somebody who may sign in; `session_key` is in every cookie and link, so a new one ends them all."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(320))
    email_key: Mapped[str] = mapped_column(String(320), unique=True)
    password: Mapped[str | None] = mapped_column(String(255))
    session_key: Mapped[str] = mapped_column(String(64), unique=True)
    confirmed_at: Mapped[datetime | None] = mapped_column(Moment)
    second_factor: Mapped[str | None] = mapped_column(String(64))
    second_factor_secret: Mapped[str | None] = mapped_column(String(255))
    recovery_codes: Mapped[list[str] | None] = mapped_column(JSON)
    last_code: Mapped[int | None] = mapped_column(BigInteger)
    made_at: Mapped[datetime] = mapped_column(Moment)
    workspace_id: Mapped[int] = mapped_column(ForeignKey("workspace.id"), unique=True)


class SignInRow(Base):
    """A browser that is signed in; only a hash of what it holds is kept."""

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    browser: Mapped[str] = mapped_column(String(60))
    signed_in_at: Mapped[datetime] = mapped_column(Moment)
    seen_at: Mapped[datetime] = mapped_column(Moment)


class IdentityRow(Base):
    """By which name an issuer of identities knows an account; the two together are somebody, for good."""

    __tablename__ = "account_identity"
    __table_args__ = (UniqueConstraint("issuer", "subject", name="uq_account_identity_issuer_subject"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    issuer: Mapped[str] = mapped_column(String(500))
    subject: Mapped[str] = mapped_column(String(255))
    added_at: Mapped[datetime] = mapped_column(Moment)


class TrailRow(Base):
    """Something that happened to an account or its work, for its owner to read."""

    __tablename__ = "trail"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"), index=True)
    at: Mapped[datetime] = mapped_column(Moment)
    what: Mapped[str] = mapped_column(String(40))
    about: Mapped[str] = mapped_column(Text)
    origin: Mapped[str] = mapped_column(String(120))


class ThrottleRow(Base):
    """How often something was tried; the key is a hash."""

    __tablename__ = "throttle"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    tried: Mapped[int] = mapped_column()
    ends_at: Mapped[datetime] = mapped_column(Moment)
