"""Marks over a text: stretches that may overlap, cut into pieces that a page can show one after another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.core.phrases import Span


@dataclass(frozen=True)
class Piece:
    """A stretch of the text: the marks that lie over it, the narrowest first, and those that begin with it."""

    text: str
    numbers: tuple[int, ...]
    begins: tuple[int, ...]


def pieces(text: str, marks: Iterable[tuple[int, Span]]) -> tuple[Piece, ...]:
    """Cut a text at the ends of all marks; together the pieces are the text. Marks without any width are left out."""
    sound = [(number, Span(max(0, span.start), min(len(text), span.end))) for number, span in marks]
    sound = sorted(((number, span) for number, span in sound if span.start < span.end), key=_narrowest_first)
    cuts = sorted({0, len(text), *(end for _, span in sound for end in (span.start, span.end))})
    cut = []
    told: set[int] = set()
    for start, end in pairwise(cuts):
        over = tuple(dict.fromkeys(number for number, span in sound if span.start <= start and end <= span.end))
        begins = tuple(number for number in sorted(over) if number not in told)
        told.update(begins)
        cut.append(Piece(text[start:end], over, begins))
    return tuple(cut)


def _narrowest_first(mark: tuple[int, Span]) -> tuple[int, int]:
    number, span = mark
    return span.end - span.start, number
