"""Words as search compares them: without accents or case, with what else a word may mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import combinations

_WORD = re.compile(r"[a-z0-9]+")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
# Said in almost every question and found in almost every text.
_SMALL = (
    "a an and are as at be by do does for from how i in is it me my of on or the to "
    "what when where which who whom whose why with"
)
SMALL_WORDS = frozenset(_SMALL.split())
# Spellings and short forms that a reader uses for a word of ours; each row means one thing.
_ROWS = (
    "program programme",
    "pay salary salaries wage wages compensation earn",
    "resume cv curriculum",
    "posting advertisement advert ad vacancy",
    "law legal",
    "organization organisation",
    "degree diploma bachelor",
    "certificate certification pmp capm csm",
    "remote async asynchronous distributed wfh",
    "vendor supplier contractor",
    "retrospective retro",
    "director dir",
    "senior sr snr",
    "junior jr associate",
    "manager mgr",
    "qa testing quality",
)
SAME = {word: frozenset(row.split()) - {word} for row in _ROWS for word in row.split()}

SHORTEST_WITH_A_SLIP = 4  # below, one changed letter makes another word
SHORTEST_WITH_TWO = 8


def folded(text: str) -> str:
    """ "Résumé" becomes "resume"."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char)).replace("ß", "ss").replace("ł", "l")


def words_of(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(folded(text).replace("'", "").replace("’", "")))


def shorter(text: str, most: int) -> str:
    """The beginning of a text, cut between words."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0].rstrip(",;:.") + " …"


def sentences_of(text: str) -> list[str]:
    return _SENTENCE_END.split(text)


def slips_allowed(word: str) -> int:
    if len(word) < SHORTEST_WITH_A_SLIP or word.isdigit():
        return 0
    return 2 if len(word) >= SHORTEST_WITH_TWO else 1


def shortened(word: str, most: int) -> Iterator[str]:
    """The word, and the word with up to `most` letters left out: what two near spellings have in common."""
    for left_out in range(most + 1):
        for places in combinations(range(len(word)), left_out):
            yield "".join(char for at, char in enumerate(word) if at not in places)


def distance(one: str, other: str) -> int:
    """How many letters were changed, added, left out or swapped with their neighbor."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return last[-1]
