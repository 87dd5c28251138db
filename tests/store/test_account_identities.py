"""An issuer's subject is one account's, whoever else that issuer or another one knows by the same word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.config import Settings
from app.store import account_identities, accounts, database, schema, workspaces
from app.store.accounts import Account
from tests.store.sessions import NOON

ISSUER, SUBJECT = "https://id.example.org", "subject-1"


@pytest.fixture
def session(settings: Settings) -> Iterator[Session]:
    schema.upgrade(settings.database_url)
    engine = database.open_engine(settings.database_url)
    with Session(engine) as session:
        yield session
    engine.dispose()


def an_account(session: Session, email: str) -> int:
    return accounts.add(session, Account(0, email, None, email, NOON, workspaces.open_for_owner(session, NOON))).id


def test_a_subject_of_an_issuer_is_one_account(session: Session) -> None:
    first, second = an_account(session, "jordan@example.com"), an_account(session, "robin@example.com")
    account_identities.add(session, first, ISSUER, SUBJECT, NOON)
    account_identities.add(session, second, "https://elsewhere.example.org", SUBJECT, NOON)

    assert account_identities.account_of(session, ISSUER, SUBJECT) == first
    assert account_identities.account_of(session, ISSUER, SUBJECT.upper()) is None
    with pytest.raises(IntegrityError):
        account_identities.add(session, second, ISSUER, SUBJECT, NOON)


def test_it_goes_with_its_account(session: Session) -> None:
    account = an_account(session, "jordan@example.com")
    account_identities.add(session, account, ISSUER, SUBJECT, NOON)

    accounts.remove(session, account)

    assert account_identities.account_of(session, ISSUER, SUBJECT) is None
