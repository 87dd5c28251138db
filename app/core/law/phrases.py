"""Wording that a law forbids or asks for, found in a posting's text, title, benefits or screening questions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|[\n\r•]")
_LONGEST_SENTENCE = 400  # a run of text without a full stop is cut here, so that reading stays linear


@dataclass(frozen=True)
class Quote:
    """Words found: where they stand (text, title, benefits, questions) and from which character to which."""

    where: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class PhraseRule:
    """Words that count when their sentence also holds all of `along` and nothing of `unless`."""

    name: str
    where: frozenset[str]
    finds: re.Pattern[str]
    along: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None

    def first_in(self, text: str, where: str) -> Quote | None:
        for match in self.finds.finditer(text):
            sentence = sentence_around(text, match.start(), match.end())
            if self.unless is not None and self.unless.search(sentence):
                continue
            if all(pattern.search(sentence) for pattern in self.along):
                return Quote(where, match.start(), match.end(), match.group())
        return None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence in which the words stand."""
    before = text[max(0, start - _LONGEST_SENTENCE) : start]
    last_end = 0
    for stop in _SENTENCE_END.finditer(before):
        last_end = stop.end()
    stop_after = _SENTENCE_END.search(text, end, end + _LONGEST_SENTENCE)
    return before[last_end:] + text[start : stop_after.start() if stop_after else end + _LONGEST_SENTENCE]


def first_quote(name: str, rules: tuple[PhraseRule, ...], passages: tuple[tuple[str, str], ...]) -> Quote | None:
    """The first words in any passage, given as (where, text), that a rule of this name finds."""
    return next(_quotes(name, rules, passages), None)


def _quotes(name: str, rules: tuple[PhraseRule, ...], passages: tuple[tuple[str, str], ...]) -> Iterator[Quote]:
    for rule in rules:
        if rule.name == name:
            for where, text in passages:
                if where in rule.where and (quote := rule.first_in(text, where)) is not None:
                    yield quote
