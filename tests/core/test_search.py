"""Search forgives what people type, and puts what they meant first."""

from __future__ import annotations

import pytest

from app.core.search.index import Entry, Found, Group, Index, search
from app.core.search.words import distance, words_of
from app.core.targets import Kind, Target


def an_entry(title: str, group: Group = Group.SKILLS, context: str = "", **more: str) -> Entry:
    return Entry(group, title, context, Target(Kind.SKILL, title), **more)


SOME = Index(
    (
        an_entry("Risk and contingency", context="Seeing early what could go wrong."),
        an_entry("Delivery planning", context="What must be done, in which order."),
        an_entry("Stakeholder communication", text="Writes a status. Says when a risk grew."),
        an_entry("Colorado", Group.PAY, "Pay in a state", keywords="pay US-CO"),
        an_entry("Colorado", Group.LAW, "A posting there: pay range", keywords="law US-CO"),
        an_entry("São Paulo", Group.PAY, "Pay in a state of Brazil", keywords="pay BR-SP"),
        an_entry("Résumé analyzer", Group.TOOLS, "Which lines tell a result."),
        an_entry("Senior Technical Program Manager", Group.TITLES),
        an_entry("Technical Program Manager", Group.TITLES),
    )
)


def titles(found: Found) -> list[str]:
    return [entry.title for hits in found.groups for entry in hits.entries]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("risk", "Risk and contingency"),
        ("RISK", "Risk and contingency"),
        ("contin", "Risk and contingency"),  # a beginning
        ("planing", "Delivery planning"),  # a letter left out
        ("comunicaton", "Stakeholder communication"),  # two
        ("colarado", "Colorado"),  # a letter changed
        ("stakehodler", "Stakeholder communication"),  # two swapped
        ("sao paulo", "São Paulo"),
        ("resume", "Résumé analyzer"),
        ("résumé", "Résumé analyzer"),
        ("CV", "Résumé analyzer"),  # another word for it
        (
            "technical programme manager",
            "Technical Program Manager",
        ),  # British, and the whole title before a longer one
        ("sr technical program manager", "Senior Technical Program Manager"),
        ("how is a risk seen", "Risk and contingency"),  # small words do not count
        ("US-CO", "Colorado"),
    ],
)
def test_what_was_meant_stands_first(question: str, first: str) -> None:
    assert titles(search(question, SOME))[0] == first


def test_every_word_of_a_question_must_be_there_if_any_entry_has_them_all() -> None:
    found = search("colorado law", SOME)

    assert found.all_words
    assert [(hits.group, hits.total) for hits in found.groups] == [(Group.LAW, 1)]


def test_where_none_has_all_words_those_with_the_most_are_shown_and_it_is_said() -> None:
    found = search("colorado juggling law", SOME)

    assert not found.all_words
    assert [hits.group for hits in found.groups] == [Group.LAW]


@pytest.mark.parametrize("question", ["", "   ", "?!", "xyzzy", "qqqqqqqqqqqq", "0" * 5000])
def test_what_is_not_there_is_not_found(question: str) -> None:
    assert search(question, SOME).groups == ()


def test_a_short_word_is_not_guessed_at() -> None:
    assert search("rsk", SOME).groups == ()


def test_the_line_of_context_shows_the_word_where_the_usual_one_does_not() -> None:
    (hits,) = search("status", SOME).groups

    assert hits.entries[0].context == "Writes a status."


def test_a_group_shows_its_best_and_says_how_many_there_are() -> None:
    index = Index(tuple(an_entry(f"Risk {number}") for number in range(9)))

    (few,) = search("risk", index, most=4).groups
    (all_of_it,) = search("risk", index, most=4, only=Group.SKILLS).groups

    assert (len(few.entries), few.total) == (4, 9)
    assert len(all_of_it.entries) == 9


def test_own_work_is_found_beside_the_rest_and_forgotten() -> None:
    mine = an_entry("Risk officer in Denver", Group.OWN, "A posting that you saved")

    found = search("risk", SOME, own=[mine])

    assert Group.OWN in [hits.group for hits in found.groups]
    assert Group.OWN not in [hits.group for hits in search("risk", SOME).groups]


def test_the_same_question_finds_the_same_in_the_same_order() -> None:
    assert search("pay", SOME) == search("pay", Index(SOME.entries))


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [("risk", "risk", 0), ("rsik", "risk", 1), ("rik", "risk", 1), ("plan", "pland", 1), ("cat", "dog", 3)],
)
def test_slips_are_counted_with_a_swap_as_one(one: str, other: str, apart: int) -> None:
    assert distance(one, other) == distance(other, one) == apart


def test_words_lose_accents_case_and_apostrophes() -> None:
    assert words_of("L’Été: Łódź, Straße & don't") == ("lete", "lodz", "strasse", "dont")
