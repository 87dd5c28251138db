"""Accounts and the browsers that are signed in to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.store.account_tables import AccountRow, SignInRow


@dataclass(frozen=True)
class Account:
    """Somebody who may sign in. `password` is a hash, `second_factor_secret` is encrypted.

    An account that is not kept yet has the id 0 and the workspace 0.
    """

    id: int
    email: str
    password: str | None
    session_key: str
    made_at: datetime
    workspace_id: int = 0
    confirmed_at: datetime | None = None
    second_factor: str | None = None
    second_factor_secret: str | None = None
    recovery_codes: tuple[str, ...] = ()
    last_code: int | None = None  # the time step of the last second-factor code, which is good once


@dataclass(frozen=True)
class SignIn:
    """A browser that is signed in."""

    id: int
    account_id: int
    browser: str
    signed_in_at: datetime
    seen_at: datetime


def email_key(email: str) -> str:
    """What an address is found by: people do not remember how they capitalized it."""
    return email.strip().casefold()


def by_id(session: Session, account_id: int) -> Account | None:
    row = session.get(AccountRow, account_id)
    return None if row is None else _account(row)


def by_email(session: Session, email: str) -> Account | None:
    row = session.scalar(select(AccountRow).where(AccountRow.email_key == email_key(email)))
    return None if row is None else _account(row)


def by_session_key(session: Session, key: str) -> Account | None:
    row = session.scalar(select(AccountRow).where(AccountRow.session_key == key))
    return None if row is None else _account(row)


def add(session: Session, account: Account) -> Account:
    row = AccountRow(made_at=account.made_at, workspace_id=account.workspace_id)
    _write(row, account)
    session.add(row)
    session.flush()
    return _account(row)


def with_second_factor(session: Session) -> int:
    """How many accounts ask for a second factor."""
    query = select(func.count()).select_from(AccountRow).where(AccountRow.second_factor.is_not(None))
    return session.scalar(query) or 0


def replace(session: Session, account: Account) -> None:
    row = session.get(AccountRow, account.id)
    if row is None:
        raise DomainError("This account was deleted.", code="not_found")
    _write(row, account)
    session.flush()


def remove(session: Session, account_id: int) -> None:
    """Forget an account with its sign-ins and its trail."""
    session.execute(delete(AccountRow).where(AccountRow.id == account_id))


def _write(row: AccountRow, account: Account) -> None:
    row.email = account.email
    row.email_key = email_key(account.email)
    row.password = account.password
    row.session_key = account.session_key
    row.confirmed_at = account.confirmed_at
    row.second_factor = account.second_factor
    row.second_factor_secret = account.second_factor_secret
    row.recovery_codes = list(account.recovery_codes)
    row.last_code = account.last_code


def _account(row: AccountRow) -> Account:
    return Account(
        row.id,
        row.email,
        row.password,
        row.session_key,
        row.made_at,
        row.workspace_id,
        row.confirmed_at,
        row.second_factor,
        row.second_factor_secret,
        tuple(row.recovery_codes or ()),
        row.last_code,
    )


# -- browsers that are signed in


def add_sign_in(session: Session, account_id: int, token_hash: str, browser: str, now: datetime) -> None:
    session.add(SignInRow(account_id=account_id, token_hash=token_hash, browser=browser, signed_in_at=now, seen_at=now))
    session.flush()


def sign_in(session: Session, account_id: int, token_hash: str) -> SignIn | None:
    row = session.scalar(
        select(SignInRow).where(SignInRow.account_id == account_id, SignInRow.token_hash == token_hash)
    )
    return None if row is None else _sign_in(row)


def sign_ins(session: Session, account_id: int) -> tuple[SignIn, ...]:
    """Every browser that is signed in, the one seen last first."""
    rows = session.scalars(
        select(SignInRow).where(SignInRow.account_id == account_id).order_by(SignInRow.seen_at.desc(), SignInRow.id)
    )
    return tuple(_sign_in(row) for row in rows)


def saw(session: Session, sign_in_id: int, now: datetime) -> None:
    session.execute(update(SignInRow).where(SignInRow.id == sign_in_id).values(seen_at=now))


def end_sign_in(session: Session, account_id: int, sign_in_id: int) -> bool:
    """Whether there was such a one of this account."""
    found = session.get(SignInRow, sign_in_id)
    if found is None or found.account_id != account_id:
        return False
    session.delete(found)
    session.flush()
    return True


def end_sign_ins(session: Session, account_id: int, but_hash: str) -> None:
    """End all of an account, but for the one whose secret has this hash."""
    session.execute(delete(SignInRow).where(SignInRow.account_id == account_id, SignInRow.token_hash != but_hash))


def drop_sign_ins_before(session: Session, moment: datetime) -> None:
    session.execute(delete(SignInRow).where(SignInRow.seen_at < moment))


def _sign_in(row: SignInRow) -> SignIn:
    return SignIn(row.id, row.account_id, row.browser, row.signed_in_at, row.seen_at)
