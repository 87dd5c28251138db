"""Phrases written the way people write them, found in a text in one pass.

A phrase is words with spaces between them, and a few marks:

    fast paced            a space also stands for a hyphen, a slash or a line break
    graduat*              any ending
    recent/new graduate   one of several words
    recent (college) graduate     a word that may be missing
    # years               a number
    lift .. pounds        up to four words between, within a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\w+")
_LETTER = r"\w"
_END = rf"(?!{_LETTER})"
# Between two words of a phrase: a space, a hyphen, a slash, a colon or one line break; no bullet, comma or full stop.
_GAP = r"(?:[ \t\u2010\u2011\u2013/:-]{1,3}|[ \t]{0,3}\n[ \t]{0,8})"
_ANY_WORDS = rf"(?:[ \t\n,/'()&-]{{1,4}}{_LETTER}+(?:'{_LETTER}+)?){{0,4}}?"
_NUMBER = r"\d[\d,.]*\+?"
REMEMBERED = 30_000  # words
_STEM = 3  # letters that a word with an open ending must show, so that it can be looked up


_PLAIN = (("\u2019", "'"), ("\u2018", "'"), ("\u00a0", " "), ("_", " "))


class BadPhrase(ValueError):
    """A phrase that cannot be looked for; the message says why."""


class Span(NamedTuple):
    """A stretch of a text."""

    start: int
    end: int


class Tokens(NamedTuple):
    """The words of a folded text, and where each begins; two lists, since a long text has very many."""

    starts: list[int]
    words: list[str]


def fold(text: str) -> str:
    """Lower case, plain apostrophes, and blanks for underscores; every character keeps its place."""
    lower = text.lower()
    if len(lower) != len(text):  # a few letters, such as a dotted capital I, grow in lower case
        lower = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    for mark, plain in _PLAIN:
        lower = lower.replace(mark, plain)
    return lower


def tokens(folded: str) -> Tokens:
    """Return every word of a folded text with its place."""
    return Tokens([match.start() for match in _WORD.finditer(folded)], _WORD.findall(folded))


def pattern(phrase: str) -> str:
    """Return the phrase as a regular expression over folded text that begins at a word."""
    return _body(_elements(phrase))


def any_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """One expression for all the phrases, to be searched for within a sentence; None when there are none."""
    bodies = [pattern(phrase) for phrase in phrases]
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join(bodies)})") if bodies else None


class PhraseBook:
    """Many labeled phrases, looked up together: a text is walked once, however many there are."""

    def __init__(self, labeled: Mapping[str, Sequence[str]]) -> None:
        self._whole: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
        self._stems: dict[str, list[tuple[str, str, re.Pattern[str]]]] = {}
        # The same words come in text after text, so what begins with them is remembered.
        self._near = lru_cache(maxsize=REMEMBERED)(self._beginning_with)
        for label, phrases in labeled.items():
            for phrase in phrases:
                self._add(label, phrase)

    def _add(self, label: str, phrase: str) -> None:
        elements = _elements(phrase)
        compiled = re.compile(_body(elements))
        for word in elements[0].words:
            first = _WORD.match(word)
            if first is None:
                raise BadPhrase(f"{phrase!r} must begin with a word.")
            key, is_stem = first.group(), word.endswith("*") and first.end() == len(word) - 1
            if is_stem and len(key) < _STEM:
                raise BadPhrase(f"{phrase!r}: {word!r} needs at least {_STEM} letters before the *.")
            if is_stem:
                self._stems.setdefault(key[:_STEM], []).append((key, label, compiled))
            else:
                self._whole.setdefault(key, []).append((label, compiled))

    def scan(self, folded: str, found: Tokens) -> Iterator[tuple[str, Span]]:
        """Yield each label with the place of its phrase, in reading order."""
        begins = {word: near for word in set(found.words) if (near := self._near(word))}
        for start, word in zip(found.starts, found.words, strict=True):
            if word in begins:
                for label, compiled in begins[word]:
                    match = compiled.match(folded, start)
                    if match is not None:
                        yield label, Span(start, match.end())

    def _beginning_with(self, word: str) -> list[tuple[str, re.Pattern[str]]]:
        stems = self._stems.get(word[:_STEM], ())
        return self._whole.get(word, []) + [
            (label, compiled) for stem, label, compiled in stems if word.startswith(stem)
        ]


@dataclass(frozen=True)
class _Element:
    words: tuple[str, ...]
    optional: bool = False
    gap: bool = False  # ".."

    @property
    def expression(self) -> str:
        return "(?:" + "|".join(_word(word) for word in self.words) + ")"


def _word(word: str) -> str:
    if word == "#":
        return _NUMBER
    escaped = re.escape(word.removesuffix("*"))
    return escaped + (rf"{_LETTER}*" if word.endswith("*") else "") + _END


def _elements(phrase: str) -> list[_Element]:
    elements = [_element(part) for part in fold(phrase).split()]
    if not elements or elements[0].optional or elements[0].gap or "#" in elements[0].words:
        raise BadPhrase(f"{phrase!r} must begin with a word.")
    if elements[-1].gap:
        raise BadPhrase(f"{phrase!r} must end with a word.")
    return elements


def _element(part: str) -> _Element:
    if part == "..":
        return _Element((), gap=True)
    optional = part.startswith("(") and part.endswith(")")
    words = tuple((part[1:-1] if optional else part).split("/"))
    if not all(words):
        raise BadPhrase(f"{part!r} has an empty choice.")
    return _Element(words, optional)


def _body(elements: list[_Element]) -> str:
    body = elements[0].expression
    for element in elements[1:]:
        if element.gap:
            body += _ANY_WORDS
        elif element.optional:
            body += f"(?:{_GAP}{element.expression})?"
        else:
            body += _GAP + element.expression
    return body
