"""The little markup of the guide's texts: **strong**, [words](skill:planning) and [^source]."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.core import targets
from app.core.targets import Target

_MARK = re.compile(
    r"\*\*(?P<strong>[^*\[\]]+)\*\*"
    r"|\[(?P<words>[^\]^][^\]]*)\]\((?P<to>[^)\s]+)\)"
    r"|\[\^(?P<note>[^\]\s]+)\]"
)
_LEFT_OVER = re.compile(r"\*\*|\]\(|\[\^")


class Kind(StrEnum):
    PLAIN = "plain"
    STRONG = "strong"
    LINK = "link"
    NOTE = "note"  # `words` is the source's id


@dataclass(frozen=True)
class Run:
    """A stretch of text that is shown in one way."""

    kind: Kind
    words: str
    target: Target | None = None


Text = tuple[Run, ...]


def parse(written: str) -> Text:
    """Raises `ValueError` for a mark that is not closed and for a link that leads nowhere we know."""
    return tuple(_runs(written))


def _runs(written: str) -> Iterator[Run]:
    at = 0
    for mark in _MARK.finditer(written):
        yield from _plain(written[at : mark.start()])
        if mark["strong"]:
            yield Run(Kind.STRONG, mark["strong"])
        elif mark["note"]:
            yield Run(Kind.NOTE, mark["note"])
        else:
            yield Run(Kind.LINK, mark["words"], targets.read(mark["to"]))
        at = mark.end()
    yield from _plain(written[at:])


def _plain(words: str) -> Iterator[Run]:
    left = _LEFT_OVER.search(words)
    if left:
        raise ValueError(f"the mark {left.group()!r} is not complete near “{words[left.start() : left.start() + 30]}”")
    if words:
        yield Run(Kind.PLAIN, words)


def words_of(text: Text) -> str:
    """The text as it is read aloud, without notes."""
    return "".join(run.words for run in text if run.kind is not Kind.NOTE)


def notes_of(text: Text) -> tuple[str, ...]:
    return tuple(run.words for run in text if run.kind is Kind.NOTE)


def links_of(text: Text) -> tuple[Target, ...]:
    return tuple(run.target for run in text if run.target is not None)
