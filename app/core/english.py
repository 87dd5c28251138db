"""How a country writes English: its spelling, and the order of a date's parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextvars import ContextVar
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any, TypeVar, cast

from app.core.targets import Target

AMERICAN = "US"
# Where English is written in a way of its own, so that a document can say which it is.
ENGLISH_SPEAKING = frozenset({AMERICAN, "GB", "IE", "AU", "NZ", "CA", "IN", "SG", "ZA"})
MONTH_FIRST = frozenset({AMERICAN, "CA"})
_ADDRESS = r"https?://\S+|[\w.+-]+@[\w.-]+"

# Fields that hold no words of ours: identifiers, and what other frameworks call things.
_NO_WORDS = frozenset({"id", "sources", "references", "cross_references", "licence"})
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:[-_.:#][a-z0-9]+)+")

T = TypeVar("T")


# Whose English this installation writes. It goes into every sentence with a date, so it is ambient, as a locale is.
_HERE: ContextVar[str] = ContextVar("country", default=AMERICAN)


def write_as(country: str) -> None:
    """From here on, in this thread, days are written as this country does."""
    _HERE.set(country)


def here() -> str:
    """The country whose English this installation writes."""
    return _HERE.get()


def day_in_words(day: date, country: str = "") -> str:
    """ "December 20, 2026" or, where the day comes first, "20 December 2026"; without a country as it is done here."""
    month_first = (country or _HERE.get()) in MONTH_FIRST
    return f"{day:%B} {day.day}, {day.year}" if month_first else f"{day.day} {day:%B %Y}"


def language_of(country: str) -> str:
    """The language tag of a document for a country, such as en-GB."""
    return f"en-{country}" if country in ENGLISH_SPEAKING else "en"


@dataclass(frozen=True)
class Spelling:
    """The words of one country by every other way to spell them, in small letters; `names` stay as they are."""

    words: Mapping[str, str]
    names: tuple[str, ...] = ()

    def __call__(self, text: str) -> str:
        """Spell a text of ours this country's way; what somebody typed is never handed in here."""
        return self._pattern.sub(self._spelled, text) if self.words else text

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest_first = sorted(self.words, key=len, reverse=True)
        kept = [*map(re.escape, self.names), _ADDRESS]
        word = rf"\b(?P<word>{'|'.join(map(re.escape, longest_first))})\b"
        return re.compile("|".join([*kept, word]), re.IGNORECASE)

    def _spelled(self, found: re.Match[str]) -> str:
        word = found["word"]
        if word is None:
            return found[0]
        ours = self.words[word.casefold()]
        if word.isupper():
            return ours.upper()
        return ours.capitalize() if word[0].isupper() else ours


AS_WRITTEN = Spelling({})


@dataclass(frozen=True)
class Group:
    """Words by their American spelling, and the countries that spell them the other way."""

    countries: frozenset[str]
    words: Mapping[str, str]


@dataclass(frozen=True)
class English:
    """The spellings of all countries; without groups, every text stays as it is written."""

    groups: tuple[Group, ...] = ()
    names: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()

    def of(self, country: str) -> Spelling:
        """How a country spells; one that no group names spells as the United States do."""
        if country not in self._known:
            self._known[country] = self._spelling(country)
        return self._known[country]

    @cached_property
    def every(self) -> tuple[Spelling, ...]:
        """Each way to spell, the American first."""
        others = sorted({country for group in self.groups for country in group.countries})
        return tuple(self.of(country) for country in (AMERICAN, *others))

    @cached_property
    def _known(self) -> dict[str, Spelling]:
        return {}

    def _spelling(self, country: str) -> Spelling:
        words = {}
        for group in self.groups:
            for american, other in group.words.items():
                here, there = (other, american) if country in group.countries else (american, other)
                words[there] = here
        return Spelling(words, self.names)


def respelled(value: T, spelling: Spelling) -> T:
    """Return a value of our data with its words spelled so; identifiers, addresses and keys stay as they are."""
    return cast(T, _respelled(value, spelling)) if spelling.words else value


def _respelled(value: Any, spelling: Spelling) -> Any:
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if _IDENTIFIER.fullmatch(value) else spelling(value)
    if isinstance(value, tuple):
        return tuple(_respelled(one, spelling) for one in value)
    if isinstance(value, Mapping):
        return {key: _respelled(one, spelling) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type | Target):
        told = [field.name for field in fields(value) if field.init and field.name not in _NO_WORDS]
        return replace(value, **{name: _respelled(getattr(value, name), spelling) for name in told})
    return value
