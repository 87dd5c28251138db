"""Invitations by mail: a link whose secret is kept as a hash only, and that works for two weeks."""

from __future__ import annotations

import hashlib
import re
import secrets
from datetime import timedelta

from app.core.errors import DomainError

LASTS = timedelta(days=14)
LONGEST_ADDRESS = 254  # RFC 5321

_ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+\.[^@\s<>,;:\".]+")


def new_secret() -> tuple[str, str]:
    """A secret for the link, and the hash to keep."""
    secret = secrets.token_urlsafe(32)
    return secret, hash_of(secret)


def hash_of(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def address(written: str) -> str:
    """An e-mail address as somebody wrote it; raises `DomainError` for what is none."""
    tidy = written.strip()
    if len(tidy) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(tidy):
        raise DomainError("Write an e-mail address, such as ada@example.com.", field="email", code="bad_address")
    return tidy
