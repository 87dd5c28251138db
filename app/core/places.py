"""Places by their ISO 3166 codes: countries, and the states and provinces within them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from app.core.errors import DomainError

# What people call a place besides its ISO name.
_OTHER_NAMES = {
    "usa": "US", "united states of america": "US", "america": "US",
    "uk": "GB", "great britain": "GB", "britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "northern ireland": "GB", "republic of ireland": "IE", "holland": "NL", "czech republic": "CZ", "turkey": "TR",
    "south korea": "KR", "korea": "KR", "vietnam": "VN", "russia": "RU", "uae": "AE", "bavaria": "DE-BY",
}  # fmt: skip
_NOWHERE = frozenset({"remote", "anywhere", "fully remote", "hybrid", "worldwide", "global"})
_MANY_COUNTRIES = frozenset({"eu", "europe", "emea", "eea", "apac", "latam", "dach", "asia", "africa", "benelux"})
# Words that stand beside a place and in no city's name: a city that holds one was a sentence.
_NO_CITY = frozenset(
    {"in", "or", "and", "our", "office", "offices", "remote", "remotely", "hybrid", "anywhere", "based", "only", "from"}
    | {"near", "any", "all", "across", "within", "also", "preferred", "candidates", "maybe", "work", "us", "usa"}
)
# As a state and as a country these two are equally likely in a job's address: "Berlin, DE", "Hyderabad, IN".
_TWO_READINGS = frozenset({"DE", "IN"})
_LETTERS = 2
_BY_LETTERS = ("US-", "CA-", "AU-")  # whose states are known by their letters alone, best known first
_ZIP_CODE = re.compile(r"(?<=[A-Za-z]) \d{5}(?:-\d{4})?(?=,|$)")
_KIND = re.compile(r"(?:the )?(state|country) of (.+)|(.+) state")
_OFFERED = 3


@dataclass(frozen=True)
class Place:
    """Where the work is: an ISO 3166-1 or 3166-2 code, and a city if there is one."""

    code: str
    city: str = ""

    @property
    def country(self) -> str:
        return self.code[:2]


@dataclass(frozen=True)
class Cities:
    """Cities by name, and what else people write for them.

    `codes` are the places of cities that are known by their name alone, `short` other words for them, `shared` the
    candidates for a name that several places bear, `metros` the larger city whose area a town belongs to.
    """

    codes: Mapping[str, str] = field(default_factory=dict)
    short: Mapping[str, str] = field(default_factory=dict)
    shared: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    metros: Mapping[str, str] = field(default_factory=dict)


class UnclearPlaceError(DomainError):
    """A name that several places bear."""

    code = "unclear_place"

    def __init__(self, message: str, candidates: tuple[Place, ...]) -> None:
        super().__init__(message, field="places")
        self.candidates = candidates


def holds(code: str, other: str) -> bool:
    """Whether a place is, or lies in, the place of the first code."""
    return other == code or other.startswith(f"{code}-")


def is_by_letters(code: str) -> bool:
    """Whether a state is known by its letters or name alone, without its country."""
    return code.startswith(_BY_LETTERS)


_WITH_ARTICLE = (
    "United ",
    "European Union",
    "District of Columbia",
    "Netherlands",
    "Philippines",
    "Bahamas",
    "Maldives",
)


def with_article(name: str) -> str:
    """ "the United States", but "Colorado"."""
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def key_of(words: str) -> str:
    """A name as it is compared: "Bogotá" is "bogota", "Washington D.C." is "washington dc"."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    bare = "".join(char for char in apart if not unicodedata.combining(char) and char != ".")
    return " ".join(bare.replace("ł", "l").replace("’", "'").split())


@dataclass(frozen=True)
class Places:
    """The names of all codes: `US` is United States, `US-WA` is Washington."""

    names: Mapping[str, str]
    cities: Cities = field(default_factory=Cities)

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

    def as_typed(self, place: Place) -> str:
        """As `read` reads it back: a state by its code, a country by its name."""
        where = place.code if "-" in place.code else self.unmistakable(place.code)
        return f"{place.city}, {where}" if place.city else where

    def unmistakable(self, code: str) -> str:
        """The name of a country or state, with its kind where others bear it: "the state of New York"."""
        name = self.name(code)
        is_shared = key_of(name) in self._shared or self._clashing(self.regions_of(name))
        return f"the {'state' if '-' in code else 'country'} of {name}" if is_shared else name

    def in_short(self, place: Place) -> str:
        """ "Seattle, Washington": the country is left out where the city and its state or province are named."""
        if not place.city or "-" not in place.code:
            return self.in_words(place)
        return ", ".join(dict.fromkeys((place.city, self.name(place.code))))

    # -- what a name can mean

    @cached_property
    def _regions(self) -> Mapping[str, tuple[str, ...]]:
        """The codes that a name or an abbreviation can mean: "wa" is in the United States and in Australia."""
        codes: dict[str, dict[str, None]] = {}
        for code, name in self.names.items():
            short = code.partition("-")[2] if is_by_letters(code) else ""
            for key in {key_of(code), key_of(name), key_of(short)} - {""}:
                codes.setdefault(key, {})[code] = None
        for other, code in _OTHER_NAMES.items():
            if code in self.names:
                codes[other] = {code: None}
        return {key: tuple(found) for key, found in codes.items()}

    @cached_property
    def _cities(self) -> Mapping[str, Place]:
        """What a city's name alone means: "london" is London in the United Kingdom."""
        found: dict[str, Place] = {}
        for name, code in self.cities.codes.items():
            found.setdefault(key_of(name), Place(code, name))
        return found | {key_of(short): found[key_of(city)] for short, city in self.cities.short.items()}

    @cached_property
    def _shared(self) -> Mapping[str, tuple[Place, ...]]:
        return {key_of(name): candidates for name, candidates in self.cities.shared.items()}

    def regions_of(self, words: str) -> tuple[str, ...]:
        """The codes of the countries and states that the words can name; none for a city."""
        key = key_of(words)
        kind = _KIND.fullmatch(key)
        codes = self._regions.get((kind[2] or kind[3]) if kind else _without_the(key), ())
        return tuple(code for code in codes if ("-" in code) == (kind[1] != "country")) if kind else codes

    def cities_of(self, words: str) -> tuple[Place, ...]:
        """The cities that the words can name by themselves."""
        key = key_of(words)
        if key in self._shared:
            return tuple(place for place in self._shared[key] if place.city)
        return (self._cities[key],) if key in self._cities else ()

    def is_known(self, words: str) -> bool:
        """Whether the words are the name of a place, and nothing else."""
        return bool(self.regions_of(words) or self.cities_of(words))

    def other_names(self, code: str) -> tuple[str, ...]:
        """What people call a country or state besides its name: "uk", "usa"."""
        return tuple(other for other, meant in _OTHER_NAMES.items() if meant == code)

    def towns_of(self, code: str) -> tuple[str, ...]:
        """The names and short names of the known cities of a state, or of a country with all its own."""
        codes = self.cities.codes
        named = {**codes, **{short: codes[city] for short, city in self.cities.short.items()}}
        return tuple(name for name, held in named.items() if held == code or (code != "US" and holds(code, held)))

    # -- reading

    def read(self, written: str) -> Place:
        """Read "Seattle, WA, USA", "Seattle, Washington", "Seattle WA", "Seattle", "US-WA" or "Singapore".

        Raises `DomainError` with the nearest names for one that is not known, and `UnclearPlaceError` for one that
        can mean several places.
        """
        words = _ZIP_CODE.sub("", " ".join(written.split()))
        key = key_of(words)
        if key in self._cities:
            return self._cities[key]
        if key in _NOWHERE or _without_the(key) in _MANY_COUNTRIES:
            many = "names many countries" if _without_the(key) in _MANY_COUNTRIES else "is not a place"
            raise DomainError(
                f"“{words}” {many}. Choose “Remote” above, and name here each country or state "
                "where the person may live.",
                field="places",
                code="unknown_place",
            )
        parts = [part.strip() for part in self._with_comma(words).split(",") if part.strip()]
        if len(parts) < 2 or self.regions_of(words):
            return self._of_one(words if parts else "")
        return self._of_parts(self._in_order(parts))

    def region(self, written: str, among: Iterable[str] = ()) -> Place:
        """Read a country or state and no city: "New York" is the state; `among` are codes that stand beside it."""
        codes = self.regions_of(written)
        countries = {code[:2] for code in among}
        codes = tuple(code for code in codes if code[:2] in countries) or codes
        if not codes:
            raise self._unknown(written)
        codes = self._clashing(codes) or _best_known(codes)
        if len(codes) > 1:
            raise self._unclear(written, tuple(Place(code) for code in codes))
        return Place(codes[0])

    def _clashing(self, codes: tuple[str, ...]) -> tuple[str, ...]:
        """A country and a state of the US that one word names: "Georgia", "CO"; none for Puerto Rico, which is both."""
        states = tuple(code for code in codes if code.startswith("US-"))
        countries = tuple(code for code in codes if "-" not in code)
        same = {f"US-{code}" for code in countries if self.names.get(f"US-{code}") == self.names[code]}
        return (*states, *countries) if countries and set(states) - same else ()

    def _of_one(self, words: str) -> Place:
        key = _without_the(key_of(words))
        if key in self._shared:
            raise self._unclear(words, self._shared[key])
        if key in self._cities:
            return self._cities[key]
        return self.region(words)

    def _with_comma(self, words: str) -> str:
        """ "Austin TX" as "Austin, TX", where what stands behind a blank names a state or country."""
        if "," in words or self.regions_of(words) or _without_the(key_of(words)) in self._shared:
            return words
        blanks = [at for at, char in enumerate(words) if char == " "]
        cut = next((at for at in blanks if self.regions_of(words[at + 1 :])), 0)
        return f"{words[:cut]}, {words[cut + 1 :]}" if cut and key_of(words[:cut]) != "the" else words

    def _in_order(self, parts: list[str]) -> list[str]:
        """ "USA, Denver" as "Denver, USA"."""
        first, last = self.regions_of(parts[0]), self.regions_of(parts[-1])
        wider_first = any(holds(one, two) and one != two for one in first for two in last)
        return [*parts[1:], parts[0]] if first and (not last or wider_first) else parts

    def _of_parts(self, parts: list[str]) -> Place:
        *before, last = parts
        if not self.regions_of(last):
            raise self._unknown(last)
        city = ", ".join(before)
        known = self.cities_of(city)
        fitting = tuple(place for place in known if any(holds(code, place.code) for code in self.regions_of(last)))
        if len(fitting) == 1:
            return fitting[0]
        if len(fitting) > 1:
            raise self._unclear(city, fitting)
        code = self._meant_behind_a_city(last)
        within = self._state_inside(code, before) if "-" not in code else None
        return within or Place(code, self._city(city, code))

    def _meant_behind_a_city(self, word: str) -> str:
        """Two letters behind a city are a state of the US, unless as a country they are as likely: "Berlin, DE"."""
        codes = self.regions_of(word)
        clashing = self._clashing(codes)
        if clashing and len(word) == _LETTERS and word.upper() not in _TWO_READINGS:
            return clashing[0]
        codes = clashing or _best_known(codes)
        if len(codes) > 1:
            raise self._unclear(word, tuple(Place(code) for code in codes))
        return codes[0]

    def _state_inside(self, country: str, before: list[str]) -> Place | None:
        """ "Denver, Colorado" or "Denver Colorado" before "USA"."""
        *front, words = before
        if front and (code := self._within(country, words)):
            return Place(code, self._city(", ".join(front), code))
        if code := self._within(country, words):
            return Place(code)
        blanks = [at for at, char in enumerate(words) if char == " "]
        cuts = ((words[:at], self._within(country, words[at + 1 :])) for at in blanks)
        return next((Place(code, self._city(city, code)) for city, code in cuts if code), None)

    def _within(self, country: str, word: str) -> str | None:
        """The state or province of a country that a name or its letters mean."""
        spelled = f"{country}-{word.upper()}"
        if spelled in self.names:
            return spelled
        found = [code for code in self.regions_of(word) if code.startswith(f"{country}-")]
        return found[0] if len(found) == 1 else None

    def _city(self, words: str, code: str) -> str:
        """A city as we write it; raises `DomainError` for what is a sentence rather than a name."""
        known = next((place.city for place in self.cities_of(words) if holds(place.country, code)), "")
        if known:
            return known
        said = set(re.findall(r"[^\W\d_]+", words.casefold()))
        if said & _NO_CITY or key_of(words) in ("the", "") or re.search(r"[/;|()]", words):
            raise self._unknown(words)
        return words.title() if words.islower() else words

    # -- what is said when it cannot be read

    def _unclear(self, word: str, candidates: tuple[Place, ...]) -> UnclearPlaceError:
        meant = _listed([self._as_candidate(one) for one in candidates[:_OFFERED]])
        return UnclearPlaceError(f"“{word}” can mean {meant}. Write the one that you mean.", candidates)

    def _as_candidate(self, place: Place) -> str:
        """A place so that somebody who types these words is understood."""
        if place.city:
            return self.in_short(place)
        named = self.unmistakable(place.code)
        return self.in_words(place) if named == self.name(place.code) else named

    @cached_property
    def _spellings(self) -> Mapping[str, str]:
        """Names that a slip may have meant: cities, countries, and the states that are known by name alone."""
        known = {name: self.in_short(place) for name, place in self._cities.items()}
        regions = {key_of(name): name for code, name in self.names.items() if "-" not in code or is_by_letters(code)}
        return known | regions

    def near(self, word: str, most: int = 2) -> tuple[str, ...]:
        """Names that are very nearly the word."""
        found = get_close_matches(key_of(word), self._spellings, n=most, cutoff=0.8)
        return tuple(dict.fromkeys(self._spellings[one] for one in found))

    def _unknown(self, word: str) -> DomainError:
        near = self.near(word)
        offers = f" Did you mean {' or '.join(near)}?" if near else ""
        return DomainError(
            f"We do not know “{word}”.{offers} "
            "Write one place a line, with its state or country: “Seattle, Washington”, “Lyon, France”.",
            field="places",
            code="unknown_place",
        )


def _without_the(key: str) -> str:
    return key.removeprefix("the ")


def _listed(words: list[str]) -> str:
    return words[0] if len(words) < 2 else f"{', '.join(words[:-1])} or {words[-1]}"


def _best_known(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Among places of one name, what most readers would mean: a country, or a state of the US, Canada or Australia."""
    countries = tuple(code for code in codes if "-" not in code)
    by_country = (tuple(code for code in codes if code.startswith(start)) for start in _BY_LETTERS)
    return countries or next(filter(None, by_country), codes)
