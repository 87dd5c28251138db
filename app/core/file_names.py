"""Names of files that people take away: plain letters, so that every system takes them and none is led astray."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 60


def file_name(title: str, otherwise: str = "file") -> str:
    """ "senior-program-manager", without an ending."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")[:LONGEST].rstrip("-") or otherwise
