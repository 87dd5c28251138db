"""Head counts in words."""

from __future__ import annotations

import pytest

from app.core.law.employers import Employer, counts_in_words

NAMES = {"US-CO": "Colorado", "US-NY-NYC": "New York City"}


@pytest.mark.parametrize(
    ("employer", "words"),
    [
        (Employer(), ""),
        (Employer(1), "1 person in all"),
        (Employer(1200, {"US-CO": 14}), "1,200 people in all, 14 in Colorado"),
        (Employer(None, {"US-CO": 0, "US-NY-NYC": 3}), "0 people in Colorado, 3 in New York City"),
    ],
)
def test_what_is_known_reads_as_a_sentence_would_say_it(employer: Employer, words: str) -> None:
    assert counts_in_words(employer, NAMES.__getitem__) == words
