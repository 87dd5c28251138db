"""What an operator does for somebody who cannot get in any more; no page leads here."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.config import Settings
from app.core.errors import DomainError
from app.store import accounts as store
from app.store import database
from app.usecases import accounts, mail, trail
from app.usecases.mail import Message


def turn_second_factor_off(settings: Settings, email: str, now: datetime) -> str:
    """Take the second factor, the recovery codes and the sign-ins of an account away; return its address.

    Raises `DomainError` where there is no such account or no second factor.
    """
    database.check_there(settings.database_url)
    engine = database.open_engine(settings.database_url)
    try:
        with database.sessions(engine)() as session:
            account = store.by_email(session, email)
            if account is None:
                raise DomainError(f"There is no account with the address {email}.", code="not_found")
            if account.second_factor is None:
                raise DomainError(f"The account {account.email} has no second factor.", code="no_second_factor")
            without = replace(account, second_factor=None, second_factor_secret=None, recovery_codes=(), last_code=None)
            store.replace(session, without)
            accounts.end_sign_ins(session, account.id)
            trail.note(session, account.id, "second_factor_taken", "", now)
            session.commit()
    finally:
        engine.dispose()
    mail.send(settings, Message(account.email, "Your second factor was turned off", _TOLD), now)
    return account.email


_TOLD = (
    "Whoever runs this installation of TPM Toolkit has turned the second factor of your account off, and its recovery "
    "codes with it. Your password alone lets you in now.\n\n"
    "Sign in and turn the second factor on again on your account’s page. If you did not ask for this, ask them why, "
    "and change your password.\n"
)
