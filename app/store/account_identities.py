"""By which name an issuer of identities knows an account."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.store.account_tables import IdentityRow


def account_of(session: Session, issuer: str, subject: str) -> int | None:
    """The account that an issuer's subject signs in to."""
    return session.scalar(
        select(IdentityRow.account_id).where(IdentityRow.issuer == issuer, IdentityRow.subject == subject)
    )


def add(session: Session, account_id: int, issuer: str, subject: str, now: datetime) -> None:
    session.add(IdentityRow(account_id=account_id, issuer=issuer, subject=subject, added_at=now))
    session.flush()
