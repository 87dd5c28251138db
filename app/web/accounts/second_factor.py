"""The second factor: codes of an authenticator app, each good once, and recovery codes kept as hashes."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from flask import current_app
from flask import session as browser
from flask_security import MfRecoveryCodesUtil, Totp, current_user

from app.extensions import session
from app.usecases import accounts
from app.web.accounts import records

HOW_MANY_CODES = 8


class Codes(Totp):
    """Remembers the last code of each account, so that one read over a shoulder opens nothing."""

    def get_last_counter(self, user: Any) -> int | None:
        return user.last_code if user.id else None

    def set_last_counter(self, user: Any, tmatch: Any) -> None:
        user.last_code = tmatch.counter
        accounts.keep(session(), user.as_account())


class RecoveryCodes(MfRecoveryCodesUtil):
    """Keeps recovery codes as keyed hashes; they are shown once, when they are made."""

    def _encrypt_codes(self, codes: list[str]) -> list[str]:
        return [_hash(code) for code in codes]

    def create_recovery_codes(self, user: Any) -> list[str]:
        made: list[str] = super().create_recovery_codes(user)
        records.note(user.id, "recovery_codes")
        return made

    def get_recovery_codes(self, user: Any) -> list[str]:
        return []

    def check_recovery_code(self, user: Any, code: str) -> bool:
        sought = _hash(_as_made(code))
        return any(hmac.compare_digest(sought, kept) for kept in user.mf_recovery_codes or ())

    def delete_recovery_code(self, user: Any, code: str) -> bool:
        kept = [one for one in user.mf_recovery_codes or [] if one != _hash(_as_made(code))]
        user.mf_recovery_codes = kept
        accounts.keep(session(), user.as_account())
        return True


def being_connected() -> dict[str, str]:
    """The picture and the key of an app that is being connected, so that a wrong first code does not lose them."""
    secret = browser.get("tf_totp_secret")
    if secret is None or not current_user.is_authenticated:
        return {}
    totp = current_app.extensions["security"].totp_factory
    made = totp.fetch_setup_values(secret, current_user)
    return {"authr_qrcode": made["image"], "authr_key": made["key"]}


def encryption_key(secret_key: str) -> str:
    """What the apps' secrets are encrypted with in the database; it follows from the installation's secret."""
    return hashlib.sha256(b"second factor\0" + secret_key.encode()).hexdigest()


def _as_made(code: str) -> str:
    digits = "".join(code.lower().split()).replace("-", "")
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def _hash(code: str) -> str:
    return hmac.new(str(current_app.secret_key).encode(), code.encode(), hashlib.sha256).hexdigest()
