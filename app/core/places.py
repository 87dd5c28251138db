"""Places by their ISO 3166 codes: countries, and the states and provinces within them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.core.errors import DomainError


@dataclass(frozen=True)
class Place:
    """Where the work is: an ISO 3166-1 or 3166-2 code, and a city if there is one."""

    code: str
    city: str = ""

    @property
    def country(self) -> str:
        return self.code[:2]


@dataclass(frozen=True)
class Places:
    """The names of all codes: `US` is United States, `US-WA` is Washington."""

    names: Mapping[str, str]

    def name(self, code: str) -> str:
        """Raises `DomainError` for a code that ISO 3166 does not know."""
        if code not in self.names:
            raise DomainError(
                f"There is no place {code!r}; use an ISO code such as US-WA (Washington) or SG (Singapore).",
                field="places",
                code="unknown_place",
            )
        return self.names[code]

    def in_words(self, place: Place) -> str:
        """ "Seattle, Washington, United States"; a city-state is named once."""
        parts = [place.city, self.name(place.code)]
        if "-" in place.code:
            parts.append(self.name(place.country))
        return ", ".join(dict.fromkeys(part for part in parts if part))
