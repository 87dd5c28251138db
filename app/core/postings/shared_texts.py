"""Texts that a team's postings share: which of them a brief takes, and which that it took are old by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.core.postings.brief import Brief

LISTS = frozenset({"process"})  # fields of a brief that hold one entry a line


@dataclass(frozen=True)
class SharedText:
    """A text for one field of a brief; with a `country`, for work there. `before` is what it was, oldest first."""

    field: str
    country: str
    text: str
    before: tuple[str, ...] = ()


@dataclass(frozen=True)
class Newer:
    """A field of a brief that holds an earlier text of its team."""

    field: str
    country: str
    old: str
    new: str


def filled(texts: Iterable[SharedText], countries: Iterable[str]) -> Mapping[str, str]:
    """What each field of a new brief takes: the text for its countries, and else the one for all."""
    by_field: dict[str, dict[str, str]] = {}
    for one in texts:
        if one.text:
            by_field.setdefault(one.field, {})[one.country] = one.text
    wanted = tuple(dict.fromkeys(countries))
    found = {field: _for(by_country, wanted) for field, by_country in by_field.items()}
    return {field: text for field, text in found.items() if text}


def _for(by_country: Mapping[str, str], countries: tuple[str, ...]) -> str:
    general = by_country.get("", "")
    chosen = [by_country.get(country, general) for country in countries] or [general]
    return "\n".join(dict.fromkeys(text for text in chosen if text))


def newer(brief: Brief, texts: Iterable[SharedText]) -> tuple[Newer, ...]:
    """The texts that the brief took from its team, as a whole, and that the team has changed since."""
    found = []
    for one in texts:
        held = text_of(brief, one.field)
        old = next((old for old in reversed(one.before) if old and _holds(held, old)), "")
        if old and old != one.text and one.text and not _holds(held, one.text):
            found.append(Newer(one.field, one.country, old, one.text))
    return tuple(found)


def taken_over(brief: Brief, change: Newer) -> Brief:
    """The brief with the team's newer text in the place of the old."""
    text = text_of(brief, change.field).replace(change.old, change.new)
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    newer: dict[str, Any] = {change.field: lines if change.field in LISTS else text}
    return replace(brief, **newer)


def text_of(brief: Brief, field: str) -> str:
    value = getattr(brief, field)
    return "\n".join(value) if field in LISTS else str(value)


def _holds(text: str, part: str) -> bool:
    """Whether whole lines of a text are this part."""
    return f"\n{part}\n" in f"\n{text}\n"
