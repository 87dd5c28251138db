"""Lists of words are found in lines as a reader would find them."""

from __future__ import annotations

import pytest

from app.core.achievements.clauses import heads
from app.core.achievements.lexicon import Lexicon, Spoken

LISTED = Lexicon("cut, sped up, vendor*, on time")


@pytest.mark.parametrize("line", ["Cut the cost", "we SPED UP it all", "five vendors", "done on-time", "a cut-over"])
def test_words_phrases_and_open_endings_are_found(line: str) -> None:
    assert LISTED.among(Spoken(line))


@pytest.mark.parametrize("line", ["", "cutting", "sped along", "a vend", "on some time"])
def test_what_only_looks_alike_is_not_found(line: str) -> None:
    assert not LISTED.among(Spoken(line))


def test_the_opening_counts_only_at_the_start() -> None:
    assert LISTED.opens(Spoken("Sped up releases"))
    assert not LISTED.opens(Spoken("Has cut releases"))
    assert not LISTED.opens(Spoken("..."))


def test_each_word_is_counted() -> None:
    assert LISTED.count(Spoken("Cut cost, cut time and sped up vendors")) == 4


def test_a_line_is_told_by_the_verbs_that_head_its_clauses() -> None:
    assert heads("Managed the vendors, reducing cost, which has since saved a week") == [
        "duty",
        "effect beside",
        "effect",
    ]
    assert heads("Deployed the portal and trained its users") == ["delivery", "duty"]
