"""What the review of a posting tells: one finding for each thing that a law asks and the posting does not do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.law.duties import Confidence, is_stale
from app.core.law.phrases import Quote


class Kind(StrEnum):
    """The order is the order in which a person should read them."""

    MISSING = "missing"
    VIOLATES = "violates"
    WARNS = "warns"
    DUTY = "duty"
    UPCOMING = "upcoming"
    ADVICE = "advice"


@dataclass(frozen=True)
class Finding:
    """`value` is what is missing, violated, owed or advised, or an upcoming duty’s day; `about` names the duties."""

    code: str
    kind: Kind
    value: str
    about: tuple[str, ...]
    message: str
    citation: str
    confidence: Confidence
    checked_on: date
    sources: tuple[str, ...]
    rules: tuple[str, ...]
    assumes: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    quote: Quote | None = None

    @property
    def key(self) -> str:
        """What the finding is known by as long as the same law asks the same thing in the same way."""
        about = self.about if self.kind is Kind.UPCOMING else ()
        return ":".join((self.code, self.kind.value, self.value, *about))

    @property
    def is_gap(self) -> bool:
        """Whether the posting breaks a law that is in force."""
        return self.kind in (Kind.MISSING, Kind.VIOLATES)

    def stale(self, on: date) -> bool:
        return is_stale(self.checked_on, on)
