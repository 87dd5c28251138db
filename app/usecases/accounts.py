"""Accounts: who may sign in, and the browsers in which they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from app.core.errors import DomainError
from app.core.secrets import fingerprint, new_secret
from app.store import accounts as store
from app.store.accounts import Account, SignIn
from app.usecases import trail, workspaces

__all__ = ["Account", "SignIn"]

STAYS_SIGNED_IN = timedelta(days=30)  # since the browser was last seen
SEEN_EVERY = timedelta(minutes=5)  # often enough for "last seen", seldom enough not to write on every page


def by_id(session: Session, account_id: int) -> Account | None:
    return store.by_id(session, account_id)


def by_email(session: Session, email: str) -> Account | None:
    return store.by_email(session, email)


def by_session_key(session: Session, key: str) -> Account | None:
    return store.by_session_key(session, key)


def keep(session: Session, account: Account) -> Account:
    """Keep a new account or what changed of one; the caller commits."""
    if not account.id:
        return store.add(session, replace(account, workspace_id=workspaces.open_for_owner(session, account.made_at)))
    store.replace(session, account)
    return account


def confirmed(session: Session, account_id: int, *, field: str | None = None) -> Account:
    """The account, if its address is confirmed; what meets other people asks for that, so that they are who they say.

    Raises `DomainError` for the field beside which a page tells it, if it has one.
    """
    account = store.by_id(session, account_id)
    if account is None or account.confirmed_at is None:
        message = "Confirm your e-mail address first: your account’s page says how."
        raise DomainError(message, field=field, code="not_confirmed")
    return account


def sign_in(session: Session, account_id: int, browser: str, now: datetime) -> str:
    """Remember that a browser signed in, and return the secret that it shows from now on."""
    token = new_secret()
    store.drop_sign_ins_before(session, now - STAYS_SIGNED_IN)
    store.add_sign_in(session, account_id, fingerprint(token), browser, now)
    session.commit()
    return token


def current_sign_in(session: Session, account_id: int, token: str, now: datetime) -> SignIn | None:
    """The sign-in that a browser shows the secret of, if nobody has ended it."""
    found = store.sign_in(session, account_id, fingerprint(token))
    if found is None or found.seen_at < now - STAYS_SIGNED_IN:
        return None
    if found.seen_at < now - SEEN_EVERY:
        store.saw(session, found.id, now)
        session.commit()
    return found


def sign_ins(session: Session, account_id: int, now: datetime) -> tuple[SignIn, ...]:
    """Every browser that is signed in, the one seen last first."""
    return tuple(one for one in store.sign_ins(session, account_id) if one.seen_at >= now - STAYS_SIGNED_IN)


def end_sign_in(session: Session, account_id: int, sign_in_id: int, now: datetime) -> None:
    """Sign one browser out; raises `DomainError` when it is not one of this account's."""
    if not store.end_sign_in(session, account_id, sign_in_id):
        raise DomainError("That browser is not signed in any more.", code="not_found")
    trail.note(session, account_id, "signed_out_one", "", now)
    session.commit()


def sign_out_everywhere(session: Session, account: Account, now: datetime) -> None:
    """End every sign-in, and every link that was sent."""
    end_sign_ins(session, account.id)
    trail.note(session, account.id, "signed_out_everywhere", "", now)
    session.commit()


def end_sign_ins(session: Session, account_id: int, but: str = "") -> None:
    """Sign every browser out, but for one that shows this secret; the caller commits."""
    store.end_sign_ins(session, account_id, fingerprint(but))


def forget_sign_in(session: Session, account_id: int, token: str) -> None:
    """Drop the sign-in of a browser that signs out by itself."""
    found = store.sign_in(session, account_id, fingerprint(token))
    if found is not None:
        store.end_sign_in(session, account_id, found.id)
        session.commit()
