"""Regions that pay can be asked for: countries, states and provinces, US areas, and unions of countries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property

from app.core.errors import DomainError
from app.core.place_lines import read_line
from app.core.places import Place, Places, UnclearPlaceError, with_article

NEAREST = 5
NEARLY = 0.8  # how alike two names must be for one to be a slip of the other
NO_PLACES = Places({})
_OFTEN_ASKED = ("US", "CA", "DE", "IN", "AU")


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
    """No such region; `nearest` are the ones whose names are nearly the same, if there are any."""

    code = "unknown_region"
    ask = "Did you mean one of these?"

    def __init__(self, asked: str, nearest: tuple[Region, ...], reason: str = "") -> None:
        self.reason = reason or f"We do not know the region “{asked[:60]}”."
        offered = ", ".join(f"{region.label} ({region.code})" for region in nearest)
        way_out = f"{self.ask} {offered}" if nearest else "Write a country, a US state or metro area, or a larger city."
        super().__init__(f"{self.reason} {way_out}", field="region")
        self.nearest = nearest

    def more(self) -> dict[str, object]:
        return {"nearest": [region.code for region in self.nearest]}


class UnclearRegionError(UnknownRegionError):
    """A name that several regions bear."""

    code = "unclear_region"
    ask = "Which one do you mean?"


class NoRegionError(UnknownRegionError):
    """ "Remote" and its kin."""

    ask = "Choose where the person would live:"


@dataclass(frozen=True)
class RegionAsked:
    """The region that was found. `narrower` is the place that was asked for, where only what holds it has figures."""

    region: Region
    narrower: str = ""
    also: tuple[Region, ...] = ()  # what the same name may mean besides

    @property
    def region_in_words(self) -> str:
        return with_article(self.region.name)

    @property
    def note(self) -> str:
        """ "London: the nearest figure is for the United Kingdom." """
        if self.narrower:
            return f"{self.narrower}: the nearest figure is for {self.region_in_words}."
        return f"This is the {self.region.kind} of {self.region.name}." if self.also else ""


@dataclass(frozen=True)
class Regions:
    """All regions by code, the neighborhoods in which the nearest one is sought, and the places that lie in them."""

    by_code: Mapping[str, Region]
    neighborhoods: Mapping[str, tuple[str, ...]]
    places: Places = NO_PLACES

    def find(self, asked: str) -> Region:
        """Take a code, a name, a city or a place as people write it; raises `UnknownRegionError` otherwise."""
        return self.read(asked).region

    def read(self, asked: str) -> RegionAsked:
        """The region of what was asked; raises `UnknownRegionError`, or `UnclearRegionError` with the candidates."""
        return self.known(asked) or self._of_line(asked)

    def known(self, asked: str) -> RegionAsked | None:
        """The region that the words name and nothing else: a code, an exact name, or a city known by its name."""
        code = asked.strip().upper().replace("_", "-")
        if code in self.by_code:
            return RegionAsked(self.by_code[code])
        named = self._by_name.get(plain(asked), ())
        if len(named) > 1:
            raise UnclearRegionError(asked, named, f"“{asked}” can mean more than one region.")
        cities = self.places.cities_of(asked)
        if named:
            others = (self._of_place(city).region for city in cities)
            return RegionAsked(named[0], also=tuple(other for other in others if other != named[0]))
        areas = self._areas.get(plain(asked), ())
        found = [self._of_place(city) for city in cities] or [RegionAsked(area) for area in areas]
        if len(found) > 1:
            candidates = tuple(dict.fromkeys(one.region for one in found))
            raise UnclearRegionError(asked, candidates, f"“{asked}” can mean more than one region.")
        return found[0] if found else None

    def _of_line(self, asked: str) -> RegionAsked:
        try:
            line = read_line(asked, self.places)
        except UnclearPlaceError as unclear:
            candidates = tuple(dict.fromkeys(self._of_place(place).region for place in unclear.candidates))
            raise UnclearRegionError(asked, candidates, f"“{asked}” can mean more than one region.") from unclear
        except DomainError as unknown:
            raise UnknownRegionError(asked, self._nearly(asked)) from unknown
        found = [self._of_place(place) for place in line.places]
        if not found:
            countries = tuple(self.by_code[code] for code in _OFTEN_ASKED if code in self.by_code)
            raise NoRegionError(
                asked, countries, f"Pay follows where the person lives, so “{asked}” alone has no band."
            )
        if len(found) > 1:
            regions_named = tuple(dict.fromkeys(one.region for one in found))
            raise UnclearRegionError(asked, regions_named, f"“{asked}” names more than one region.")
        return found[0]

    def _of_place(self, place: Place) -> RegionAsked:
        """The metro area of a city where we have one, else its state or province, else its country."""
        metro = plain(self.places.cities.metros.get(place.city, place.city))
        state = place.code.removeprefix("US-")
        area = next((one for one in self._areas.get(metro, ()) if state in _states_of(one)), None)
        if area is not None:
            return RegionAsked(area)
        region = self.by_code.get(place.code) or self.by_code[place.country]
        own_name = self.places.name(place.code)
        return RegionAsked(region, place.city or ("" if region.code == place.code else own_name))

    def search(self, text: str, most: int = 12) -> tuple[Region, ...]:
        """Regions whose names hold the words, else those whose names are most alike."""
        wanted = plain(text)
        if not wanted:
            return ()
        words = wanted.split()
        holding = [region for name, region in self._names if all(_begins(word, name) for word in words)]
        if holding:
            return tuple(sorted(holding, key=lambda region: (_ORDER[region.kind], len(region.name)))[:most])
        return self._nearly(text)[:most]

    def _nearly(self, text: str) -> tuple[Region, ...]:
        """Regions of which a name, or a city's, is nearly the text."""
        near = get_close_matches(plain(text), self._spellings, n=NEAREST, cutoff=NEARLY)
        return tuple(dict.fromkeys(region for name in near for region in self._spellings[name]))[:NEAREST]

    @cached_property
    def _spellings(self) -> Mapping[str, tuple[Region, ...]]:
        cities = {
            plain(name): (self._of_place(Place(code, name)).region,) for name, code in self.places.cities.codes.items()
        }
        return {**self._areas, **cities, **self._by_name}

    @cached_property
    def _areas(self) -> Mapping[str, tuple[Region, ...]]:
        """US areas by each of the cities that they are named for: "Seattle-Tacoma-Bellevue, WA" by three."""
        areas: dict[str, tuple[Region, ...]] = {}
        for region in self.by_code.values():
            if region.kind != "area":
                continue
            for city in re.split(r"[-/]", region.name.rpartition(",")[0]):
                name = plain(city).removeprefix("urban ").removesuffix(" city").removesuffix(" town")
                for key in {name, plain(city)} - {""}:
                    areas[key] = (*areas.get(key, ()), region)
        return areas

    @cached_property
    def _names(self) -> tuple[tuple[str, Region], ...]:
        return tuple((plain(f"{region.name} {region.code}"), region) for region in self.by_code.values())

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[Region, ...]]:
        """The regions of each name: "Georgia" is a country and a state; of Puerto Rico, which is both, the country."""
        named: dict[str, tuple[Region, ...]] = {}
        for region in sorted(self.by_code.values(), key=lambda region: _ORDER[region.kind]):
            for name in {plain(region.name), plain(region.label)}:
                same = [other for other in named.get(name, ()) if region.code == f"US-{other.code}"]
                if not same:
                    named[name] = (*named.get(name, ()), region)
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


def _states_of(area: Region) -> list[str]:
    """ "Washington-Arlington-Alexandria, DC-VA-MD-WV" lies in four."""
    return area.name.rpartition(", ")[2].split("-")


_ORDER = {"union": 0, "country": 1, "state": 2, "area": 3}


def _begins(word: str, name: str) -> bool:
    return re.search(rf"\b{re.escape(word)}", name) is not None


def plain(text: str) -> str:
    """Lowercase words without accents: "São Paulo, Brazil" becomes "sao paulo brazil"."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W_]+", bare.casefold()))


def regions(found: Iterable[Region], neighborhoods: Mapping[str, tuple[str, ...]]) -> Regions:
    return Regions({region.code: region for region in found}, neighborhoods)
