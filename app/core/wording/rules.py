"""Rules of wording: what each looks for, where it does not apply, and what it says."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from app.core.phrases import any_of
from app.core.posting_text.blocks import Section


class Severity(StrEnum):
    ERROR = "error"
    WARN = "warn"
    INFO = "info"


class Evidence(StrEnum):
    """A law or regulation; B agency guidance or a reviewed study; C a vendor or the press; D our own judgment."""

    LAW = "A"
    STUDY = "B"
    PRESS = "C"
    HOUSE = "D"


class Special(StrEnum):
    """What a rule measures that no phrase can say."""

    LONG_SENTENCE = "long_sentence"
    YEARS_RANGE = "years_range"
    ACRONYMS = "acronyms"


@dataclass(frozen=True)
class Gates:
    """Where a find is none: every gate is about the words around it."""

    only_in: frozenset[Section] = frozenset()
    not_in: frozenset[Section] = frozenset()
    unless: tuple[str, ...] = ()  # phrases in the same sentence
    only_with: tuple[str, ...] = ()  # phrases of which one must stand in the same sentence
    unless_anywhere: tuple[str, ...] = ()  # phrases anywhere in the posting
    unless_pay: bool = False  # the posting states its pay
    names: bool = False  # a capital letter within a sentence makes it somebody's name
    exact_case: tuple[str, ...] = ()  # written just so, or it is another word
    longest_sentence: int = 0  # words; in a longer sentence the writer has explained what they mean
    denied: bool = True  # "no", "not" or "rather than" before it turns it around

    @cached_property
    def unless_pattern(self) -> re.Pattern[str] | None:
        return any_of(self.unless)

    @cached_property
    def only_with_pattern(self) -> re.Pattern[str] | None:
        return any_of(self.only_with)

    @cached_property
    def anywhere_pattern(self) -> re.Pattern[str] | None:
        return any_of(self.unless_anywhere)


@dataclass(frozen=True)
class Rule:
    """One thing to look for. `alternatives` can stand in its place as they are; `advice` is how to rewrite."""

    id: str
    category: str
    catches: str
    severity: Severity
    evidence: Evidence
    sources: tuple[str, ...]
    phrases: tuple[str, ...]
    message: str
    alternatives: tuple[str, ...]
    advice: str
    swaps: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # alternatives for one form of the words
    least: int = 1  # finds before it is worth a word
    special: Special | None = None
    line_out: bool = False  # the line says nothing else that is worth keeping, so it can be taken out whole
    gates: Gates = field(default_factory=Gates)
    examples: tuple[str, ...] = ()
    fine: tuple[str, ...] = ()

    def alternatives_for(self, words: str) -> tuple[str, ...]:
        """What can stand in place of these words."""
        plain = " ".join(words.lower().replace("-", " ").replace("/", " ").replace("\u2019", "'").split())
        return self.swaps.get(plain, self.alternatives)


@dataclass(frozen=True)
class Rules:
    """All rules, and the acronyms that everybody in the trade knows."""

    rules: tuple[Rule, ...]
    known_acronyms: frozenset[str]

    @cached_property
    def phrases(self) -> dict[str, tuple[str, ...]]:
        return {rule.id: rule.phrases for rule in self.rules if rule.phrases}
