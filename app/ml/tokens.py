"""A line as the tokens that the linear models weigh: words, pairs of words, and pieces of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from app.core.achievements.clauses import CLAIMS
from app.core.achievements.leaning import lean
from app.core.achievements.metrics import Mention, Shape
from app.core.achievements.number_words import word_set

_WORD = re.compile(r"<[a-z ]+>|[a-z][a-z'’&+#/-]*|[.;:|,]")
_SPACES = re.compile(r"\s+")
PIECES = (2, 3, 4, 5)  # letters
_CLAUSE = re.compile(r"[.,;:]\s+| and | which | that ")
LONGEST_SHAPE = 3  # places
# Small words that hold a sentence together; in the shape of a line they stand for themselves.
_SMALL = word_set(
    """to by which and that with from for in of the a an on at as into through using via so was were is are be been
    has have had now no not without after before while since thus thereby i my we our it its their his her they
    this these those all both each every first new up down out over under per within across between among than
    more less fewer also or but when where who whose until during because due own us team"""
)
_COMPARED = word_set(
    """faster quicker sooner earlier better easier cheaper safer smoother higher lower shorter stronger clearer
    increased improved reduced greater growth savings success reduction increase improvement"""
)
_THINGS = frozenset(("thing", "things", "abstract"))
_ENDINGS = (
    ("ly", "manner"), ("ed", "done"), ("ing", "doing"), ("tion", "abstract"), ("ment", "abstract"),
    ("ance", "abstract"), ("ence", "abstract"), ("ss", "thing"), ("s", "things"),
)  # fmt: skip
BEFORE, AFTER = 45, 30  # letters around a number
REACH = 14  # words before a number in which its verb is looked for
_AROUND = re.compile(r"[a-z'-]+|[%$]")


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
    heads = [f"|{clause.split(maxsplit=1)[0]}" for clause in _CLAUSE.split(text) if clause.strip()]
    return [*found, *pairs, *(f"^{word}" for word in found[:1]), *heads]


def shape_tokens(text: str) -> list[str]:
    """How the line is built, whatever it is about: runs of claims, small words and kinds of words."""
    row = ["^"]
    for word in _WORD.findall(text):
        kind = _kind_of_word(word)
        if kind in _THINGS and row[-1] in _THINGS:
            row[-1] = kind  # a heap of nouns is one thing
        else:
            row.append(kind)
    row.append("$")
    return [
        " ".join(row[start : start + length])
        for length in range(1, LONGEST_SHAPE + 1)
        for start in range(len(row) - length + 1)
    ]


def _kind_of_word(word: str) -> str:
    if word[0] == "<" or word in ".;:|," or word in _SMALL:
        return word
    if word in CLAIMS:
        return CLAIMS[word].replace(" ", "-")
    if word in _COMPARED:
        return "compared"
    return next((kind for ending, kind in _ENDINGS if word.endswith(ending)), "thing")


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
    """The words around a number, told apart by side and by nearness, and the verbs that it may belong to."""
    left = _AROUND.findall(line[: mention.start].lower())
    before = _AROUND.findall(line[max(0, mention.start - BEFORE) : mention.start].lower())
    after = _AROUND.findall(line[mention.end : mention.end + AFTER].lower())
    near_before, near_after = before[-2:], after[:2]
    verb = next((word for word in reversed(left[-REACH:]) if CLAIMS.get(word, "duty noun") != "duty noun"), "")
    claim, leaning, shape = CLAIMS.get(verb, "none"), lean(mention, line), mention.shape
    opening = next(iter(_AROUND.findall(line[:40].lower())), "")
    opens_with = CLAIMS.get(opening, "none")
    return [
        *(f"b:{word}" for word in before),
        *(f"a:{word}" for word in after),
        *(f"b1:{word}" for word in near_before[-1:]),
        *(f"a1:{word}" for word in near_after[:1]),
        f"b2:{' '.join(near_before)}",
        f"a2:{' '.join(near_after)}",
        f"shape:{shape}",
        f"unit:{mention.unit}",
        f"lean:{leaning}",
        f"shape and lean:{shape} {leaning}",
        f"verb:{verb}",
        f"claim:{claim}",
        f"claim and shape:{claim} {shape}",
        f"claim and lean:{claim} {leaning}",
        f"opening:{opening}",
        f"opens with:{opens_with}",
        f"opens with and shape:{opens_with} {shape}",
    ]
