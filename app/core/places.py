"""Places by their ISO 3166 codes: countries, and the states and provinces within them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from app.core.errors import DomainError

# As a state and as a country these two are equally likely in a job's address: "Berlin, DE", "Hyderabad, IN".
_TWO_READINGS = frozenset({"DE", "IN"})


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

    def in_short(self, place: Place) -> str:
        """ "Seattle, Washington": the country is left out where the city and its state or province are named."""
        if not place.city or "-" not in place.code:
            return self.in_words(place)
        return ", ".join(dict.fromkeys((place.city, self.name(place.code))))

    @cached_property
    def _codes(self) -> Mapping[str, tuple[str, ...]]:
        """The codes that a name or an abbreviation can mean: "wa" is in the United States and in Australia."""
        codes: dict[str, tuple[str, ...]] = {}
        for code, name in self.names.items():
            for key in {code.lower(), name.lower(), code.partition("-")[2].lower()} - {""}:
                codes[key] = (*codes.get(key, ()), code)
        return codes

    def read(self, written: str) -> Place:
        """Read "Seattle, WA, USA", "Seattle, Washington", "US-WA" or "Singapore".

        Raises `DomainError` with the nearest names for one that is not known, and with the candidates for one that
        can mean several places.
        """
        parts = [part.strip() for part in written.split(",") if part.strip()]
        if len(parts) == 1 and parts[0] in self.names:
            return Place(parts[0])
        if len(parts) > 1 and parts[-1].upper() in _TWO_READINGS:
            raise self._unclear(parts[-1], (parts[-1].upper(), f"US-{parts[-1].upper()}"))
        country = self._country(parts[-1]) if parts else None
        if country and len(parts) > 1 and (within := self._within(country, parts[-2])):
            return Place(within, ", ".join(parts[:-2]))
        if country:
            return Place(country, ", ".join(parts[:-1]))
        last = parts[-1] if parts else ""
        codes = self._codes.get(last.lower(), ())
        if len(codes) > 1:
            codes = _best_known(codes) or codes
        if not codes:
            raise self._unknown(last)
        if len(codes) > 1:
            raise self._unclear(last, codes)
        return Place(codes[0], ", ".join(parts[:-1]))

    def _country(self, word: str) -> str | None:
        """The country that a word names; two letters that are also a state of the US are read as the state."""
        alias = {"usa": "US", "u.s.": "US", "u.s.a.": "US", "uk": "GB", "england": "GB"}.get(word.lower())
        if alias:
            return alias
        countries = [code for code in self._codes.get(word.lower(), ()) if "-" not in code]
        is_abbreviation = len(word) == 2
        states = [code for code in self._codes.get(word.lower(), ()) if code.startswith("US-")]
        return None if not countries or (is_abbreviation and states) else countries[0]

    def _within(self, country: str, word: str) -> str | None:
        found = [code for code in self._codes.get(word.lower(), ()) if code.startswith(f"{country}-")]
        return found[0] if len(found) == 1 else None

    def _unclear(self, word: str, codes: tuple[str, ...]) -> DomainError:
        meant = " or ".join(self.in_words(Place(code)) for code in codes[:3])
        return DomainError(f"“{word}” can mean {meant}. Write the name in full.", field="places", code="unclear_place")

    def _unknown(self, word: str) -> DomainError:
        near = get_close_matches(word.lower(), self._codes, n=3, cutoff=0.75)
        offers = " Did you mean " + ", ".join(self.names[self._codes[one][0]] for one in near) + "?" if near else ""
        return DomainError(
            f"“{word}” is not a state, province or country that we know.{offers} "
            "Write it as “Seattle, Washington”, or use its code (US-WA, CA-ON, DE).",
            field="places",
            code="unknown_place",
        )


def _best_known(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Among places of one name: a state of the United States or a province of Canada, as most readers would mean."""
    return tuple(code for code in codes if code.startswith("US-")) or tuple(
        code for code in codes if code.startswith("CA-")
    )
