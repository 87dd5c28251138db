"""What a rewriting changed: which lines, what they scored before, and what they score now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from app.core.resumes.report import ReadLine, Report, at_work


@dataclass(frozen=True)
class Move:
    """A line about work before and after; None where it was not there yet, or is there no more."""

    was: ReadLine | None
    now: ReadLine | None

    @property
    def gain(self) -> int:
        return _score(self.now) - _score(self.was)


def moves(before: Report, after: Report) -> tuple[Move, ...]:
    """The lines about work that differ, in their order in the résumé."""
    old, new = _told(before), _told(after)
    matcher = SequenceMatcher(None, [_text(one) for one in old], [_text(one) for one in new], autojunk=False)
    return tuple(
        Move(was, now)
        for kind, old_from, old_to, new_from, new_to in matcher.get_opcodes()
        if kind != "equal"
        for was, now in zip_longest(old[old_from:old_to], new[new_from:new_to])
    )


def _told(report: Report) -> Sequence[ReadLine]:
    return [one for one in report.lines if at_work(one.line)]


def _text(one: ReadLine) -> str:
    return one.line.text


def _score(one: ReadLine | None) -> int:
    return one.reading.score if one is not None else 0
