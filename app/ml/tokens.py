"""A line as the tokens that the linear models weigh: words, pairs of words, and pieces of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.core.achievements.leaning import lean
from app.core.achievements.metrics import Mention, Shape

_WORD = re.compile(r"<[a-z ]+>|[a-z][a-z'’&+#/-]*|[.;:|,]")
_SPACES = re.compile(r"\s+")
PIECES = (2, 3, 4, 5)  # letters
BEFORE, AFTER = 45, 30  # letters around a number


def neutral(line: str, mentions: Sequence[Mention]) -> str:
    """The line in small letters, each number replaced by how it is written: it is not the amount that tells."""
    parts, place = [], 0
    for mention in mentions:
        if mention.start < place:
            continue
        parts.append(line[place : mention.start])
        parts.append(f" <{mention.shape}> " if mention.shape != Shape.DATE else " <date> ")
        if mention.shape == Shape.TIME:
            parts.append(re.sub(r"^[^A-Za-z]*", "", line[mention.start : mention.end]))
        place = mention.end
    parts.append(line[place:])
    return _SPACES.sub(" ", "".join(parts).lower().replace("’", "'")).strip()


def word_tokens(text: str) -> list[str]:
    """Words and pairs of neighbors; the first word also as the first."""
    words = _WORD.findall(text)
    found = [word for word in words if word not in ".;:|,"]
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return [*found, *pairs, *(f"^{word}" for word in found[:1])]


def piece_tokens(text: str) -> list[str]:
    """Runs of letters within words, with the words' edges marked; they carry endings and misspellings."""
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    for word in text.split():
        marked = f" {word} "
        for length in PIECES:
            for start in range(len(marked) - length + 1):
                yield marked[start : start + length]


def role_tokens(line: str, mention: Mention) -> list[str]:
    """The words around a number, told apart by side and by nearness."""
    before = re.findall(r"[a-z'-]+|[%$]", line[max(0, mention.start - BEFORE) : mention.start].lower())
    after = re.findall(r"[a-z'-]+", line[mention.end : mention.end + AFTER].lower())
    near_before, near_after = before[-2:], after[:2]
    return [
        *(f"b:{word}" for word in before),
        *(f"a:{word}" for word in after),
        *(f"b1:{word}" for word in near_before[-1:]),
        *(f"a1:{word}" for word in near_after[:1]),
        f"b2:{' '.join(near_before)}",
        f"a2:{' '.join(near_after)}",
        f"shape:{mention.shape}",
        f"unit:{mention.unit}",
        f"lean:{lean(mention, line)}",
        f"shape and lean:{mention.shape} {lean(mention, line)}",
    ]
