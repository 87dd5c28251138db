"""The places where the work is, by their ISO 3166 codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from app.core.phrases import Span
from app.core.posting_text.blocks import Section
from app.core.posting_text.reading import Reading

# Words for a country that its ISO name does not say.
_OTHER_NAMES = {
    "usa": "US", "u.s.": "US", "u.s.a.": "US", "united states": "US", "united states of america": "US", "uk": "GB",
    "great britain": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "czech republic": "CZ", "south korea": "KR", "taiwan": "TW",
    "vietnam": "VN",
    "turkey": "TR", "uae": "AE", "washington state": "US-WA", "new york state": "US-NY", "british columbia": "CA-BC",
}  # fmt: skip
# Names that are words or people at least as often as places, and need a city before them.
_UNSURE = frozenset(
    {
        "georgia",
        "jersey",
        "chad",
        "jordan",
        "mali",
        "niger",
        "guinea",
        "turkey",
        "mobile",
        "reading",
        "us",
        "dominica",
        "man",
        "victoria",
    }
)
_HERE = re.compile(
    r"\b(?:location|locations|located|based|office|offices|hub|hubs|remote|remotely|hybrid|on-?site|in-person"
    r"|work from|reside|residing|residents?|live|living|relocat\w+|"
    r"commut\w+|opening|position|role|job|candidates|applicants|contract|employed|registered|headquarters are"
    r"|vacancy|hiring in|work in|can be based)\b"
)
_NOT_HERE = re.compile(
    r"\b(?:headquartered|presence|clients?|customers?|not eligible|except(?:ion)?|excluding|other than|founded"
    r"|fastest|growing|ranked|laws?|ordinance|act|notice|"
    r"fortune|national origin|applicants residing|residents of|pursuant|teams? all over|countries|award\w*"
    r"|corporation|university|collective agreement|time zone|market)\b"
)
_LABEL = re.compile(r"[\W_]*(?:(?:job|work|office) )?(?:locations?|places?|place of work|based in|workplace)[*_ ]*:")
_STATE = re.compile(r", ?([A-Z]{2})(?!\w)")
_CITY_BEFORE = re.compile(r"(?<![\w.])(?:[A-Z][a-zA-Zà-ÿ.'-]{1,24} ){0,2}[A-Z][a-zA-Zà-ÿ.'-]{1,24}$")
LONGEST_CITY = 60
MOST_PLACES = 400  # that are looked at: a text that names more is no posting


@dataclass(frozen=True)
class FoundPlace:
    code: str
    city: str
    span: Span


@dataclass(frozen=True)
class Gazetteer:
    """Names of places by code, and cities that are known by their name alone."""

    names: Mapping[str, str]
    cities: Mapping[str, str]

    @cached_property
    def codes(self) -> Mapping[str, tuple[str, str]]:
        """Lower-case name -> (code, city or "")."""
        regions = {
            name.lower(): (code, "")
            for code, name in self.names.items()
            if ("-" not in code or code.startswith(("US-", "CA-", "AU-"))) and name.lower() not in _UNSURE
        }
        countries = {
            name.lower(): (code, "")
            for code, name in self.names.items()
            if "-" not in code and name.lower() not in _UNSURE
        }
        cities = {city.lower(): (code, city) for city, code in self.cities.items()}
        return regions | countries | {name: (code, "") for name, code in _OTHER_NAMES.items()} | cities

    @cached_property
    def first_words(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name in self.codes:
            first = re.match(r"[^\W_]+", name)
            if first:
                found.setdefault(first.group(), []).append(name)
        return {word: tuple(sorted(names, key=len, reverse=True)) for word, names in found.items()}

    def named_at(self, folded: str, start: int, word: str) -> str | None:
        """The longest name that stands here, as a whole word."""
        for name in self.first_words.get(word, ()):
            end = start + len(name)
            if folded.startswith(name, start) and not (
                end < len(folded) and (folded[end].isalnum() or folded[end] == "_")
            ):
                return name
        return None


def find(reading: Reading, gazetteer: Gazetteer) -> tuple[FoundPlace, ...]:
    """Return the places of work in order; places that only the employer or the law is tied to are left out."""
    found: list[FoundPlace] = []
    first_words = gazetteer.first_words
    candidates = (
        (start, word)
        for start, word in zip(reading.words.starts, reading.words.words, strict=True)
        if word in first_words
    )
    for start, word in islice(candidates, MOST_PLACES):
        name = gazetteer.named_at(reading.folded, start, word)
        if name is None or not reading.text[start].isupper():
            continue
        code, city = gazetteer.codes[name]
        place = FoundPlace(code, city, Span(start, start + len(name)))
        if _is_of_the_job(reading, place):
            found.append(place)
    for match in islice(_STATE.finditer(reading.text), MOST_PLACES):
        in_state = _city_and_state(reading.text, match, gazetteer)
        if in_state is not None and _is_of_the_job(reading, in_state, is_city=True):
            found.append(in_state)
    labeled = [place for place in found if _is_labeled(reading, place)]
    return _distinct(labeled or found)


def _city_and_state(text: str, state: re.Match[str], gazetteer: Gazetteer) -> FoundPlace | None:
    """The place that "Little Rock, AR" or "Guelph, ON" names."""
    code = next((one for one in (f"US-{state[1]}", f"CA-{state[1]}") if one in gazetteer.names), None)
    city = _CITY_BEFORE.search(text, max(0, state.start() - LONGEST_CITY), state.start())
    if code is None or city is None:
        return None
    return FoundPlace(code, city.group().strip(), Span(city.start(), state.end()))


def _is_labeled(reading: Reading, place: FoundPlace) -> bool:
    """Whether a line such as "Location: Berlin" names it; such a line settles where the work is."""
    block = reading.block_at(place.span.start)
    return block is not None and _LABEL.match(reading.folded, block.start, block.end) is not None


def _distinct(found: list[FoundPlace]) -> tuple[FoundPlace, ...]:
    """Each place once; a country or state that a city within it already says is left out."""
    kept: dict[tuple[str, str], FoundPlace] = {}
    for place in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        overlapping = any(one.span.start <= place.span.start < one.span.end for one in kept.values())
        if not overlapping:
            kept.setdefault((place.code, place.city.lower()), place)
    said = {place.code for place in kept.values() if place.city}
    wider = said | {code[:2] for code in said if "-" in code}
    states = {place.code[:2] for place in kept.values() if "-" in place.code}
    return tuple(
        place for place in kept.values() if place.city or (place.code not in wider and place.code not in states)
    )


def _is_of_the_job(reading: Reading, place: FoundPlace, is_city: bool = False) -> bool:
    block = reading.block_at(place.span.start)
    if block is None or reading.is_legal(place.span.start):
        return False
    sentence = reading.sentence_at(place.span.start)
    around = reading.folded[sentence.start : max(sentence.end, place.span.end)]
    if _NOT_HERE.search(around):
        return False
    if _HERE.search(around) or block.section in {Section.WORK, Section.TITLE}:
        return block.section is not Section.COMPANY or "office" not in around
    stands_alone = len(around.split()) <= 6
    return (is_city or bool(place.city)) and stands_alone and block.section is not Section.COMPANY
