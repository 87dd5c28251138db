"""Single sign-on: which account somebody gets whom an issuer of identities has vouched for."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.util import find_spec

from sqlalchemy.orm import Session

from app.config import SettingError, Settings
from app.store import account_identities as store
from app.store import shares
from app.usecases import accounts, trail
from app.usecases.accounts import Account


@dataclass(frozen=True)
class Identity:
    """Somebody as an issuer knows them; addresses change, these two do not."""

    issuer: str
    subject: str


@dataclass(frozen=True)
class Found:
    """The account to sign in to; `cleared` when whoever had registered its address before lost every way in."""

    account: Account
    cleared: bool = False


def known(session: Session, identity: Identity) -> Account | None:
    """The account that this identity has signed in to before, whatever its address is by now."""
    account_id = store.account_of(session, identity.issuer, identity.subject)
    return None if account_id is None else accounts.by_id(session, account_id)


def by_verified_email(session: Session, email: str, name: str, now: datetime, origin: str) -> Found:
    """The account of an address that the issuer has verified; one is made where there is none. The caller commits.

    An account whose address nobody had confirmed may be a trap: somebody registers an address that is not theirs and
    waits for its owner. So every way in that was set before is taken away.
    """
    account = accounts.by_email(session, email)
    if account is None:
        new = Account(id=0, email=email, password=None, session_key=_key(), made_at=now, confirmed_at=now)
        account = accounts.keep(session, new)
        trail.note(session, account.id, "registered", "", now, origin=origin)
        return Found(account)
    if account.confirmed_at is not None:
        return Found(account)
    return Found(_cleared(session, account, name, now, origin), cleared=True)


def connect(session: Session, account_id: int, identity: Identity, now: datetime) -> None:
    """Let this identity sign in to the account from now on; the caller commits."""
    if store.account_of(session, identity.issuer, identity.subject) is None:
        store.add(session, account_id, identity.issuer, identity.subject, now)


def _cleared(session: Session, account: Account, name: str, now: datetime, origin: str) -> Account:
    """The account with its address confirmed and without password, sign-ins, second factor and links to its work."""
    safe = replace(
        account,
        password=None,
        session_key=_key(),  # it is in every cookie and in every link that was sent
        confirmed_at=now,
        second_factor=None,
        second_factor_secret=None,
        recovery_codes=(),
        last_code=None,
    )
    accounts.end_sign_ins(session, account.id)
    shares.withdraw_all(session, account.workspace_id, now)
    trail.note(session, account.id, "ways_in_cleared", name, now, origin=origin)
    return accounts.keep(session, safe)


def _key() -> str:
    return secrets.token_hex(32)


def check_packages(settings: Settings) -> None:
    """Raises `SettingError` where single sign-on is set and what it needs is not installed."""
    missing = [name for name in ("authlib", "requests") if find_spec(name) is None]
    if settings.single_sign_on and missing:
        raise SettingError(
            f"TPM_OIDC_ISSUER needs the package {missing[0]}: install requirements/oidc.txt (make setup)."
        )
