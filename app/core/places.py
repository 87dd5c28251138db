"""Places by their ISO 3166 codes: countries, and the states and provinces within them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from app.core.errors import DomainError

# As a state and as a country these two are equally likely in a job's address: "Berlin, DE", "Hyderabad, IN".
_TWO_READINGS = frozenset({"DE", "IN"})
_FULL_NAMES = {"NYC": "New York City"}
_NOWHERE = frozenset({"remote", "anywhere", "fully remote", "hybrid", "worldwide", "global"})
_LONGEST_CODE = 3  # letters of an abbreviation, which is never meant by a longer word


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
    """The names of all codes: `US` is United States, `US-WA` is Washington.

    `cities` are the codes of cities that are known by their name alone.
    """

    names: Mapping[str, str]
    cities: Mapping[str, str] = field(default_factory=dict)

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

    @cached_property
    def _city_places(self) -> Mapping[str, Place]:
        """What a city's name alone means: "london" is London in the United Kingdom."""
        return {name.lower(): Place(code, _FULL_NAMES.get(name, name)) for name, code in self.cities.items()}

    def read(self, written: str) -> Place:
        """Read "Seattle, WA, USA", "Seattle, Washington", "Seattle WA", "Seattle", "US-WA" or "Singapore".

        Raises `DomainError` with the nearest names for one that is not known, and with the candidates for one that
        can mean several places.
        """
        words = " ".join(written.split())
        if words.lower() in self._city_places:
            return self._city_places[words.lower()]
        if words.lower() in _NOWHERE:
            raise DomainError(
                f"“{words}” is not a place. Choose “Remote” above, and name here each country or state "
                "where the person may live.",
                field="places",
                code="unknown_place",
            )
        return self._of_parts(self._with_comma(words))

    def _with_comma(self, words: str) -> str:
        """ "Austin TX" as "Austin, TX", where what stands behind a blank names a state or country."""
        if "," in words or words.lower() in self._codes:
            return words
        blanks = [at for at, char in enumerate(words) if char == " "]
        cut = next((at for at in blanks if self._country(words[at + 1 :]) or words[at + 1 :].lower() in self._codes), 0)
        return f"{words[:cut]}, {words[cut + 1 :]}" if cut else words

    def _of_parts(self, written: str) -> Place:
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
        known = {name: self.in_short(place) for name, place in self._city_places.items()}
        known |= {name: self.names[codes[0]] for name, codes in self._codes.items() if len(name) > _LONGEST_CODE}
        near = dict.fromkeys(known[one] for one in get_close_matches(word.lower(), known, n=2, cutoff=0.8))
        offers = f" Did you mean {' or '.join(near)}?" if near else ""
        return DomainError(
            f"We do not know “{word}”.{offers} "
            "Write one place a line, with its state or country: “Seattle, Washington”, “Lyon, France”.",
            field="places",
            code="unknown_place",
        )


def _best_known(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Among places of one name: a state of the United States or a province of Canada, as most readers would mean."""
    return tuple(code for code in codes if code.startswith("US-")) or tuple(
        code for code in codes if code.startswith("CA-")
    )
