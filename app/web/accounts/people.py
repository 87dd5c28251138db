"""Accounts as Flask-Security handles them: it changes attributes and asks to put them back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from flask import g
from flask_security import RoleMixin, UserMixin
from flask_security.datastore import UserDatastore
from sqlalchemy.orm import Session

from app.extensions import now, session
from app.usecases import accounts
from app.usecases.accounts import Account
from app.web.accounts import records


class Nobody(RoleMixin):
    """The library wants a kind of role; we have none."""


class Member(UserMixin):
    """An account under the attribute names that the library knows."""

    id: int = 0
    email: str = ""
    password: str | None = None
    fs_uniquifier: str = ""
    confirmed_at: datetime | None = None
    made_at: datetime
    workspace_id: int = 0
    tf_primary_method: str | None = None
    tf_totp_secret: str | None = None
    tf_phone_number: str | None = None
    mf_recovery_codes: list[str] | None = None
    last_code: int | None = None
    active = True
    roles: list[RoleMixin] = []  # noqa: RUF012  # the library reads it of each member

    def __init__(self, **values: Any) -> None:
        self.made_at = now()
        for name, value in values.items():
            if name not in ("active", "roles"):
                setattr(self, name, value)

    @classmethod
    def of(cls, account: Account) -> Member:
        return cls(
            id=account.id,
            email=account.email,
            password=account.password,
            fs_uniquifier=account.session_key,
            made_at=account.made_at,
            workspace_id=account.workspace_id,
            confirmed_at=account.confirmed_at,
            tf_primary_method=account.second_factor,
            tf_totp_secret=account.second_factor_secret,
            mf_recovery_codes=list(account.recovery_codes),
            last_code=account.last_code,
        )

    def as_account(self) -> Account:
        return Account(
            id=self.id,
            email=self.email,
            password=self.password,
            session_key=self.fs_uniquifier,
            made_at=self.made_at,
            workspace_id=self.workspace_id,
            confirmed_at=self.confirmed_at,
            second_factor=self.tf_primary_method,
            second_factor_secret=self.tf_totp_secret,
            recovery_codes=tuple(self.mf_recovery_codes or ()),
            last_code=self.last_code,
        )

    def track_failed_authn(self, auth_type: str, tfa: bool = False) -> None:
        records.failed(self.id, second_factor=tfa)


class People(UserDatastore):
    """Finds and keeps members through the use cases; within one request each is the same object."""

    def __init__(self) -> None:
        super().__init__(Member, Nobody)

    def find_user(self, case_insensitive: bool = False, **sought: Any) -> Member | None:
        found: dict[str, Callable[[Session, Any], Account | None]] = {
            "email": accounts.by_email,
            "fs_uniquifier": accounts.by_session_key,
            "id": accounts.by_id,
        }
        (name, value), *_ = sought.items()
        account = found[name](session(), value)
        return None if account is None else self._known(account)

    def find_role(self, role: str) -> None:
        return None

    def put(self, model: Member) -> Member:
        model = getattr(model, "_get_current_object", lambda: model)()  # the library also hands over its stand-in
        kept = accounts.keep(session(), model.as_account())
        model.id, model.workspace_id = kept.id, kept.workspace_id
        _members()[kept.id] = model
        return model

    def delete(self, model: Member) -> None:
        raise NotImplementedError("Accounts are deleted with all their work, by a use case.")

    def commit(self) -> None:
        session().commit()

    def _known(self, account: Account) -> Member:
        return _members().setdefault(account.id, Member.of(account))


def _members() -> dict[int, Member]:
    known: dict[int, Member] = g.setdefault("members", {})
    return known
