"""The reading grade counts every bullet as a sentence and needs no network."""

from __future__ import annotations

import pytest

from app.core.readability import count_syllables, read
from tests.postings import Reader


@pytest.mark.parametrize(
    ("word", "syllables"),
    [
        ("plan", 1),
        ("manager", 3),
        ("planned", 1),
        ("created", 3),
        ("release", 2),
        ("releases", 3),
        ("table", 2),
        ("business", 2),
        ("experience", 4),
        ("responsibility", 6),
        ("agile", 2),
        ("scrum", 1),
        ("stakeholders", 3),
        ("requirements", 3),
        ("dependencies", 4),
        ("yes", 1),
        ("x", 1),
    ],
)
def test_syllables_are_told_from_letters(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_each_bullet_is_a_sentence(reader: Reader) -> None:
    as_bullets = "What you do\n\n* Plan two releases\n* Report the status\n* Own the risks"
    as_one = "Plan two releases and report the status and own the risks"

    bullets, one = read(reader(as_bullets).reading), read(reader(as_one).reading)

    assert bullets.sentences == 3
    assert one.sentences == 1
    assert bullets.grade is not None
    assert one.grade is not None
    assert bullets.grade < one.grade


def test_headings_count_as_words_and_not_as_sentences(reader: Reader) -> None:
    found = read(reader("What you do\n\n* Plan two releases").reading)

    assert (found.words, found.sentences) == (6, 1)


def test_an_abbreviation_ends_no_sentence(reader: Reader) -> None:
    assert (
        read(reader("You plan releases, e.g. of payments, with Dr. Lee and others. They ship.").reading).sentences <= 3
    )


def test_a_text_without_words_has_no_grade(reader: Reader) -> None:
    assert read(reader("2026 - 11 - 22").reading).grade is None
