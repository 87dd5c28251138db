"""The index: every entry by its words, their beginnings and their near spellings."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from math import log

from app.core.search.words import (
    SAME,
    SMALL_WORDS,
    distance,
    sentences_of,
    shortened,
    shorter,
    slips_allowed,
    words_of,
)
from app.core.targets import Target

# How much a word counts by where it stands.
IN_TITLE, IN_KEYWORDS, IN_TEXT = 3.0, 2.0, 1.0
# How much a match counts by how near it comes.
EXACT, ALIKE, BEGINNING, SLIP = 1.0, 0.8, 0.7, 0.45
WHOLE_TITLE = 6.0  # for a title that is asked for word by word
LONGEST_QUESTION = 200
LONGEST_CONTEXT = 150
MOST_WORDS = 8
SHORTEST_BEGINNING = 2


class Group(StrEnum):
    """What is found, in the order in which groups of equal weight are shown."""

    OWN = "Your own work"
    GUIDE = "Role guide"
    SKILLS = "Skills"
    LEVELS = "Levels"
    TITLES = "Job titles"
    PAY = "Pay by region"
    LAW = "Posting law"
    TOOLS = "Tools"


@dataclass(frozen=True)
class Entry:
    """Something that can be found. `context` is the line beneath its title; `keywords` and `text` are only searched."""

    group: Group
    title: str
    context: str
    target: Target
    keywords: str = ""
    text: str = ""
    place: str = ""  # what it is a part of, shown before the line of context
    weight: float = 1.0
    names: tuple[str, ...] = ()  # what else it is called: each counts as its title when it is asked for whole

    @cached_property
    def whole_titles(self) -> frozenset[tuple[str, ...]]:
        """The words of its title and of its other names, as a question would hold them."""
        return frozenset(asked_words(one) for one in (self.title, *self.names))

    def answering(self, words: Sequence[str]) -> Entry:
        """The same with the sentence that a question's word stands in, where title and context have none."""
        shown = words_of(f"{self.title} {self.context}")
        if not self.text or _begun_by(words, shown):
            return self
        sentences = (one for one in sentences_of(self.text) if _begun_by(words, words_of(one)))
        found = next(sentences, "")
        return replace(self, context=shorter(found, LONGEST_CONTEXT)) if found else self

    @property
    def scored_words(self) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for text, worth in ((self.text, IN_TEXT), (self.context, IN_TEXT), (self.keywords, IN_KEYWORDS)):
            found.update((word, max(worth, found.get(word, 0.0))) for word in words_of(text))
        for name in self.names:
            found.update((word, max(IN_KEYWORDS, found.get(word, 0.0))) for word in words_of(name))
        found.update((word, IN_TITLE) for word in words_of(self.title))
        return found


def _begun_by(beginnings: Sequence[str], words: Sequence[str]) -> bool:
    return any(word.startswith(beginning) for beginning in beginnings for word in words)


@dataclass(frozen=True)
class Hits:
    """What was found of one group, best first, and how many there are in all."""

    group: Group
    entries: tuple[Entry, ...]
    total: int


@dataclass(frozen=True)
class Found:
    """The answer to a question; `all_words` is false when no entry holds every word, and these hold the most."""

    question: str
    groups: tuple[Hits, ...]
    all_words: bool = True

    @property
    def total(self) -> int:
        return sum(hits.total for hits in self.groups)


@dataclass(frozen=True)
class Index:
    entries: tuple[Entry, ...]

    @cached_property
    def _postings(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        found: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, entry in enumerate(self.entries):
            for word, worth in entry.scored_words.items():
                found[word].append((number, worth))
        return dict(found)

    @cached_property
    def _words(self) -> Sequence[str]:
        return sorted(self._postings)

    @cached_property
    def _near(self) -> Mapping[str, Sequence[str]]:
        """Words by what is left of them when letters are left out, so that a slip is a look-up and no comparison."""
        found: dict[str, list[str]] = defaultdict(list)
        for word in self._words:
            for rest in set(shortened(word, slips_allowed(word))):
                found[rest].append(word)
        return dict(found)

    def ready(self) -> Index:
        """Build now what would otherwise be built by the first question."""
        _ = (self._words, self._near, [entry.whole_titles for entry in self.entries])
        return self

    def matches(self, word: str) -> Mapping[int, float]:
        """The entries that a word of a question finds, each with how well."""
        best: dict[int, float] = {}
        for known, nearness in self._readings(word).items():
            postings = self._postings[known]
            rarity = log(1 + len(self.entries) / len(postings))
            for number, worth in postings:
                best[number] = max(best.get(number, 0.0), worth * nearness * rarity)
        return best

    def _readings(self, word: str) -> Mapping[str, float]:
        found: dict[str, float] = {}
        for known, nearness in self._all_readings(word):
            found[known] = max(nearness, found.get(known, 0.0))
        return found

    def _all_readings(self, word: str) -> Iterator[tuple[str, float]]:
        if word in self._postings:
            yield word, EXACT
        yield from ((other, ALIKE) for other in SAME.get(word, ()) if other in self._postings)
        beginnings = list(self._beginning_with(word)) if len(word) >= SHORTEST_BEGINNING else []
        yield from ((longer, BEGINNING) for longer in beginnings)
        if word not in self._postings and not beginnings:
            yield from ((near, SLIP) for near in self._nearly(word))

    def _beginning_with(self, word: str) -> Iterator[str]:
        for at in range(bisect_left(self._words, word), len(self._words)):
            if not self._words[at].startswith(word):
                return
            if self._words[at] != word:
                yield self._words[at]

    def _nearly(self, word: str) -> Iterator[str]:
        """The known words with the fewest slips, if they are few enough."""
        allowed = slips_allowed(word)
        candidates = {near for rest in set(shortened(word, allowed)) for near in self._near.get(rest, ())}
        apart = {near: distance(word, near) for near in candidates if near[:1] == word[:1] or len(word) > 4}
        fewest = min(apart.values(), default=allowed + 1)
        return (near for near, slips in apart.items() if slips == fewest <= allowed)


def search(question: str, index: Index, own: Iterable[Entry] = (), most: int = 6, only: Group | None = None) -> Found:
    """What a question finds, in groups with the best first.

    `own` are entries of the visitor's own saved work: they are searched beside the index and kept by nobody.
    `most` is how many a group shows, except for the one that is asked for alone.
    """
    question = " ".join(question[:LONGEST_QUESTION].split())
    words = asked_words(question)
    indexes = [index, Index(tuple(own))]
    scored, all_words = _scored(words, indexes)
    groups: dict[Group, list[tuple[float, Entry]]] = defaultdict(list)
    for score, entry in scored:
        groups[entry.group].append((score + _title_bonus(words, entry), entry))
    ranked = [(group, sorted(hits, key=lambda hit: -hit[0])) for group, hits in groups.items()]
    ranked.sort(key=lambda pair: (-pair[1][0][0], list(Group).index(pair[0])))
    shown = tuple(
        Hits(group, tuple(entry.answering(words) for _, entry in (hits if group is only else hits[:most])), len(hits))
        for group, hits in ranked
        if only is None or group is only
    )
    return Found(question, shown, all_words)


def asked_words(question: str) -> tuple[str, ...]:
    """The words of a question, without the small ones unless there are no others."""
    words = tuple(dict.fromkeys(words_of(question)))[:MOST_WORDS]
    return tuple(word for word in words if word not in SMALL_WORDS) or words


def _scored(words: Sequence[str], indexes: Sequence[Index]) -> tuple[list[tuple[float, Entry]], bool]:
    """Entries with every word; if there is none, those with the most of them."""
    by_count: dict[int, list[tuple[float, Entry]]] = defaultdict(list)
    for index in indexes:
        matches = [index.matches(word) for word in words] if index.entries else []
        for number in {number for match in matches for number in match}:
            entry = index.entries[number]
            hits = [match[number] for match in matches if number in match]
            by_count[len(hits)].append((sum(hits) * entry.weight, entry))
    most = max(by_count, default=len(words))
    return by_count[most], most == len(words)


def _title_bonus(words: Sequence[str], entry: Entry) -> float:
    return WHOLE_TITLE * entry.weight if tuple(words) in entry.whole_titles else 0.0
