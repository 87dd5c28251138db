"""Reads a job title into a pay family, a track and a level, and says why and how sure it is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from app.core.errors import DomainError

Sure = Literal["high", "medium", "low"]
SURE: tuple[Sure, ...] = ("low", "medium", "high")
LONGEST_TITLE = 200


@dataclass(frozen=True)
class Phrases:
    """What a title must say: one phrase of every group, and none of the forbidden ones."""

    groups: tuple[tuple[str, ...], ...]
    none: tuple[str, ...] = ()

    @cached_property
    def _needed(self) -> tuple[re.Pattern[str], ...]:
        return tuple(_pattern(group) for group in self.groups)

    @cached_property
    def _forbidden(self) -> re.Pattern[str] | None:
        return _pattern(self.none) if self.none else None

    def said(self, title: str) -> tuple[str, ...] | None:
        """The words of a normalized title that fit, or None."""
        found = [pattern.search(title) for pattern in self._needed]
        if self._forbidden is not None and self._forbidden.search(title):
            return None
        words = [match.group() for match in found if match is not None]
        return tuple(dict.fromkeys(words)) if len(words) == len(found) else None


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    parts = (re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases)
    return re.compile(rf"\b(?:{'|'.join(parts)})\b")


@dataclass(frozen=True)
class Wording:
    """A way in which titles name the work, with the pay family that it belongs to."""

    id: str
    names: str
    family: str
    track: str
    phrases: Phrases
    sure: Sure
    why: str


@dataclass(frozen=True)
class Mark:
    """A word in a title that stands for a level."""

    id: str
    level: str
    phrases: Phrases
    sure: Sure
    why: str


@dataclass(frozen=True)
class TitleMap:
    """The rules in the order in which they are tried; `same` holds other spellings of a word."""

    same: Mapping[str, str]
    wordings: tuple[Wording, ...]
    elsewhere: Phrases
    marks: tuple[Mark, ...]
    unmarked: Mark

    def one_spelling(self, title: str) -> str:
        """A normalized title in the spelling of the rules: "sr tpm" is "senior technical program manager"."""
        return " ".join(self.same.get(word, word) for word in title.split())


@dataclass(frozen=True)
class TitleReading:
    """What a title says; `normalized` is the title as evidence is filed under it."""

    title: str
    normalized: str
    family: str
    track: str
    level: str
    wording: str
    mark: str
    sure: Sure
    why: str


def normalize(title: str) -> str:
    """Lowercase words with single spaces: "Sr. Manager – IT" becomes "sr manager it"."""
    return " ".join(re.findall(r"[^\W_]+", title.casefold()))


def read(title: str, rules: TitleMap) -> TitleReading:
    """Raises `DomainError` for a title that names no work we hold pay for."""
    text = rules.one_spelling(normalize(title[:LONGEST_TITLE]))
    if not text:
        raise DomainError("Write a job title, such as Senior Technical Program Manager.", field="title")
    wording, said = _wording(text, title, rules)
    mark, level_words = _mark(text, rules)
    return TitleReading(
        title=title,
        normalized=text,
        family=wording.family,
        track=wording.track,
        level=mark.level,
        wording=wording.id,
        mark=mark.id,
        sure=min(wording.sure, mark.sure, key=SURE.index),
        why=f"{_quoted(said)}: {wording.why} {_quoted(level_words) + ': ' if level_words else ''}{mark.why}",
    )


def _wording(text: str, title: str, rules: TitleMap) -> tuple[Wording, tuple[str, ...]]:
    for wording in rules.wordings:
        said = wording.phrases.said(text)
        if said and (wording.sure != "low" or rules.elsewhere.said(text) is None):
            return wording, said
    shown = title.strip()[:80]
    raise DomainError(
        f"{shown!r} does not read as a project or program role. "
        "Choose a family (technical program, technical project or IT project manager) and a level instead.",
        field="title",
        code="unknown_title",
    )


def _mark(text: str, rules: TitleMap) -> tuple[Mark, tuple[str, ...]]:
    for mark in rules.marks:
        said = mark.phrases.said(text)
        if said:
            return mark, said
    return rules.unmarked, ()


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
