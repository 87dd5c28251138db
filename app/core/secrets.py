"""Secrets that open a link, a browser's work or a sign-in: who holds one shows it, and only its fingerprint is kept."""

from __future__ import annotations

import hashlib
import secrets

_BYTES = 32  # nobody guesses one of 2 ** 256


def new_secret() -> str:
    """A secret that fits into an address and a cookie."""
    return secrets.token_urlsafe(_BYTES)


def fingerprint(secret: str) -> str:
    """What is kept of a secret: enough to know it again, and no way back to it."""
    return hashlib.sha256(secret.encode()).hexdigest()
