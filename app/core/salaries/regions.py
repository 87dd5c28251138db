"""Regions that pay can be asked for: countries, states and provinces, US areas, and unions of countries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from app.core.errors import DomainError

NEAREST = 5


@dataclass(frozen=True)
class Region:
    """A place by its code. `within` is what holds it: an area's state, a state's country, or nothing."""

    code: str
    name: str
    kind: str  # union | country | state | area
    within: str = ""
    holder: str = ""  # the name of what holds it, where its own name needs that: "Georgia, United States"

    @property
    def label(self) -> str:
        return f"{self.name}, {self.holder}" if self.holder else self.name

    @property
    def country(self) -> str:
        return self.code if self.kind in ("union", "country") else self.code[:2]


class UnknownRegionError(DomainError):
    """No such region; `nearest` are the ones whose names are most alike."""

    code = "unknown_region"

    def __init__(self, asked: str, nearest: tuple[Region, ...]) -> None:
        offered = ", ".join(f"{region.name} ({region.code})" for region in nearest)
        self.reason = f"There is no region {asked[:60]!r}."
        super().__init__(f"{self.reason} The nearest names are {offered}.", field="region")
        self.nearest = nearest

    def more(self) -> dict[str, object]:
        return {"nearest": [region.code for region in self.nearest]}


@dataclass(frozen=True)
class Regions:
    """All regions by code, and the neighborhoods in which the nearest one is sought."""

    by_code: Mapping[str, Region]
    neighborhoods: Mapping[str, tuple[str, ...]]

    def find(self, asked: str) -> Region:
        """Take a code or an exact name; raises `UnknownRegionError` with the nearest names otherwise."""
        code = asked.strip().upper().replace("_", "-")
        if code in self.by_code:
            return self.by_code[code]
        named = self._by_name.get(plain(asked))
        if named is None:
            raise UnknownRegionError(asked, self.search(asked, NEAREST))
        return named

    def search(self, text: str, most: int = 12) -> tuple[Region, ...]:
        """Regions whose names hold the words, else those whose names are most alike."""
        wanted = plain(text)
        if not wanted:
            return ()
        words = wanted.split()
        holding = [region for name, region in self._names if all(_begins(word, name) for word in words)]
        if holding:
            return tuple(sorted(holding, key=lambda region: (_ORDER[region.kind], len(region.name)))[:most])
        alike = sorted(self._names, key=lambda entry: -SequenceMatcher(None, wanted, entry[0]).ratio())
        return tuple(dict.fromkeys(region for _, region in alike))[:most]

    @cached_property
    def _names(self) -> tuple[tuple[str, Region], ...]:
        return tuple((plain(f"{region.name} {region.code}"), region) for region in self.by_code.values())

    @cached_property
    def _by_name(self) -> dict[str, Region]:
        """States before areas, countries before states: "Georgia" is the country, "US-GA" the state."""
        named: dict[str, Region] = {}
        for region in sorted(self.by_code.values(), key=lambda region: _ORDER[region.kind]):
            named.setdefault(plain(region.name), region)
            named.setdefault(plain(region.label), region)
        return named

    def around(self, region: Region) -> tuple[str, ...]:
        """Codes in the same neighborhood, in the order in which they should be offered."""
        if region.kind == "area":
            return tuple(code for code in (region.within, "US") if code)
        if region.kind == "state":
            return (region.country,)
        for codes in self.neighborhoods.values():
            if region.code in codes:
                return codes
        return ("US",)


_ORDER = {"union": 0, "country": 1, "state": 2, "area": 3}


def _begins(word: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", name) is not None


def plain(text: str) -> str:
    """Lowercase words without accents: "São Paulo, Brazil" becomes "sao paulo brazil"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def regions(found: Iterable[Region], neighborhoods: Mapping[str, tuple[str, ...]]) -> Regions:
    return Regions({region.code: region for region in found}, neighborhoods)
