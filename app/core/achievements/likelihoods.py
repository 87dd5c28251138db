"""What the trained model hands to the core about a line: numbers only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.core.achievements.metrics import Role


class Kind(StrEnum):
    """What a line is: something achieved, something done, the size of it, or none of these."""

    OUTCOME = "outcome"
    ACTIVITY = "activity"
    SCOPE = "scope"
    OTHER = "other"


@dataclass(frozen=True)
class Likelihoods:
    """Calibrated likelihoods for one line; `roles` has one entry for each number in the line, in its order."""

    kinds: Mapping[Kind, float]
    measured: float
    specific: float
    roles: tuple[Mapping[Role, float], ...] = ()
    because: tuple[str, ...] = ()  # the words that weighed most for the likeliest kind
