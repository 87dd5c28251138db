"""English is spelled as its readers' country does."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.config import DATA, LOCALES
from app.core.english import English, day_in_words, respelled
from app.core.framework import Framework
from app.core.places import Place
from app.core.postings.compose import compose
from app.documents import locale
from app.reference import english as english_file
from app.reference import sources
from tests.builders import SOME_PLACES, a_brief

ENGLISH = english_file.load(DATA / "language" / "spelling.yaml", sources.load(DATA / "sources"))


@pytest.mark.parametrize(
    ("country", "spelled"),
    [
        ("US", "Programs, an ORGANIZATION’s behavior"),
        ("GB", "Programmes, an ORGANISATION’s behaviour"),
        ("AU", "Programs, an ORGANISATION’s behaviour"),
        ("CA", "Programs, an ORGANIZATION’s behaviour"),
        ("DE", "Programs, an ORGANIZATION’s behavior"),
    ],
)
@pytest.mark.parametrize(
    "text",
    ["Programs, an ORGANIZATION’s behavior", "Programmes, an ORGANISATION’s behaviour"],
    ids=["from US", "from UK"],
)
def test_each_country_has_its_spelling_whichever_a_text_came_in(text: str, country: str, spelled: str) -> None:
    assert ENGLISH.of(country)(text) == spelled


@pytest.mark.parametrize(
    "text",
    [
        "a programmer",
        "https://example.com/program",
        "program@labor.example",
        "the Bureau of Labor Statistics",
        "a Program Management Professional",
        "",
    ],
)
def test_addresses_names_and_other_words_stay(text: str) -> None:
    assert ENGLISH.of("GB")(text) == text


def test_the_framework_comes_back_the_same_from_every_country(framework: Framework) -> None:
    for country in ("GB", "AU", "CA"):
        there = respelled(framework, ENGLISH.of(country))

        assert there != framework
        assert respelled(there, ENGLISH.of("US")) == framework
        assert [skill.id for skill in there.skills] == [skill.id for skill in framework.skills]


@given(st.text())
def test_spelling_twice_changes_no_more(text: str) -> None:
    once = ENGLISH.of("GB")(text)

    assert ENGLISH.of("GB")(once) == once


@given(st.dates(min_value=date(1900, 1, 1)))
def test_days_in_sentences_and_days_on_pages_are_written_alike(day: date) -> None:
    for name in LOCALES:
        locale.use(name, ENGLISH.of(name[-2:]))

        assert day_in_words(day) == locale.day(day)
    locale.use(LOCALES[0], ENGLISH.of("US"))


def test_a_posting_is_written_for_its_place(framework: Framework) -> None:
    brief = a_brief(places=(Place("GB", "London"),), closes=date(2026, 12, 20), about="We run a Loyalty Program.")

    posting = compose(brief, framework, SOME_PLACES, ENGLISH)

    text = " ".join(item.text for section in posting.sections for item in section.items)
    assert "programme" in text
    assert "Loyalty Program." in text  # what the brief says stays as it was typed
    assert "20 December 2026" in text
    assert dict(posting.facts)["Apply by"] == "20 December 2026"
    assert not any(item.is_edited for section in posting.sections for item in section.items)


def test_without_a_table_a_posting_stays_as_it_is_written(framework: Framework) -> None:
    assert compose(a_brief(), framework, SOME_PLACES) == compose(a_brief(), framework, SOME_PLACES, English())
