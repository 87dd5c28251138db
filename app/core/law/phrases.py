"""Wording that a law forbids or asks for, found in a posting's text, title, benefits or screening questions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

_SENTENCE_END = re.compile(r"[.!?;](?=\s|$)|[\n\r•]")
_CONTEXT = 400  # of a run of text without a full stop no more than this counts as the words' sentence


@dataclass(frozen=True)
class Quote:
    """Words found: where they stand (text, title, benefits, questions) and from which character to which."""

    where: str
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Sentence:
    start: int
    end: int
    lower: str  # with a space before it, so that a word can be told from the end of another


@dataclass(frozen=True)
class Passage:
    """A part of a posting that can be searched, and where in it the sentences are."""

    where: str
    text: str

    @cached_property
    def lower(self) -> str:
        """All sentences, each behind a space, so that one look tells whether an anchor stands in any."""
        return "".join(sentence.lower for sentence in self.sentences)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        ends = [*(stop.end() for stop in _SENTENCE_END.finditer(self.text)), len(self.text)]
        starts = [0, *ends[:-1]]
        return tuple(
            Sentence(start, end, f" {self.text[start:end].lower()}")
            for start, end in zip(starts, ends, strict=True)
            if end - start > 1
        )


@dataclass(frozen=True)
class PhraseRule:
    """Words that count when their sentence also holds all of `along` and nothing of `unless`.

    `anchors` are plain pieces; a sentence without any of them is not searched, which is what keeps a review quick.
    """

    name: str
    where: frozenset[str]
    anchors: tuple[str, ...]
    finds: re.Pattern[str]
    along: tuple[re.Pattern[str], ...]
    unless: re.Pattern[str] | None

    def first_in(self, passage: Passage) -> Quote | None:
        if not any(anchor in passage.lower for anchor in self.anchors):
            return None
        for sentence in passage.sentences:
            if any(anchor in sentence.lower for anchor in self.anchors):
                for match in self.finds.finditer(passage.text, sentence.start, sentence.end):
                    if self._counts(passage.text, sentence, match):
                        return Quote(passage.where, match.start(), match.end(), match.group())
        return None

    def _counts(self, text: str, sentence: Sentence, match: re.Match[str]) -> bool:
        start = max(sentence.start, match.start() - _CONTEXT)
        around = text[start : min(sentence.end, match.end() + _CONTEXT)]
        if self.unless is not None and self.unless.search(around):
            return False
        return all(pattern.search(around) for pattern in self.along)


def first_quote(rules: tuple[PhraseRule, ...], passages: tuple[Passage, ...]) -> Quote | None:
    """The first words in any passage that one of the rules finds."""
    for rule in rules:
        for passage in passages:
            if passage.where in rule.where and (quote := rule.first_in(passage)) is not None:
                return quote
    return None
