"""Invitations by mail: a link whose secret is kept as a hash only, and that works for two weeks."""

from __future__ import annotations

import re
from datetime import timedelta

from app.core.errors import DomainError

LASTS = timedelta(days=14)
LONGEST_ADDRESS = 254  # RFC 5321

_ADDRESS = re.compile(r"[^@\s<>,;:\"]+@[^@\s<>,;:\"]+\.[^@\s<>,;:\".]+")


def address(written: str) -> str:
    """An e-mail address as somebody wrote it; raises `DomainError` for what is none."""
    tidy = written.strip()
    if len(tidy) > LONGEST_ADDRESS or not _ADDRESS.fullmatch(tidy):
        raise DomainError("Write an e-mail address, such as ada@example.com.", field="email", code="bad_address")
    return tidy
