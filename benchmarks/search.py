"""How long a search takes, and how often a slip of one letter still finds what was meant."""

from __future__ import annotations

import random
import statistics
import time

from app.config import from_environment
from app.core.search.index import Index, search
from app.usecases.search import index_of
from app.usecases.toolkit import Toolkit

QUESTIONS = 500
TARGET = 10  # milliseconds for 95 of 100 questions
FIRST = 5  # a reader looks no further down


def main() -> None:
    toolkit = Toolkit(from_environment())
    parts = (toolkit.framework, toolkit.guide, toolkit.salaries, toolkit.law, toolkit.gazetteer.cities)
    began = time.perf_counter()
    index = index_of(*parts)
    print(f"Index: {len(index.entries)} entries, built in {(time.perf_counter() - began) * 1000:.0f} ms")

    chance = random.Random(1)
    asked = [chance.choice(index.entries).title for _ in range(QUESTIONS)]
    slipped = [_with_a_slip(title, chance) for title in asked]
    took = sorted(_milliseconds_of(question, index) for question in (*asked, *slipped))
    p50, p95 = statistics.median(took), took[int(len(took) * 0.95)]
    print(f"  a question: median {p50:.1f} ms, 95 of 100 within {p95:.1f} ms (target {TARGET})")
    for what, questions in (("typed right", asked), ("with a slip", slipped)):
        found = sum(_is_found(title, question, index) for title, question in zip(asked, questions, strict=True))
        print(f"  titles {what}: {found / QUESTIONS:.0%} among the first {FIRST} of their group")


def _with_a_slip(title: str, chance: random.Random) -> str:
    """One letter of the longest word changed, left out, doubled or swapped with the next."""
    word = max(title.split(), key=len)
    if len(word) < 4:
        return title
    at = chance.randrange(1, len(word) - 1)
    slips = (
        word[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + word[at + 1 :],
        word[:at] + word[at + 1 :],
        word[:at] + word[at] + word[at:],
        word[:at] + word[at + 1] + word[at] + word[at + 2 :],
    )
    return title.replace(word, chance.choice(slips), 1)


def _is_found(title: str, question: str, index: Index) -> bool:
    groups = search(question, index).groups
    return any(entry.title == title for hits in groups for entry in hits.entries[:FIRST])


def _milliseconds_of(question: str, index: Index) -> float:
    began = time.perf_counter()
    search(question, index)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    main()
