"""Where facts come from: every fact about the world names a source, and every source a date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Source:
    """A publication that facts in `data/` rest on."""

    id: str
    title: str
    publisher: str  # empty where it is not known
    url: str | None
    licence: str
    retrieved_on: date
