"""Gender-coded words: the open decoder word for word, our own count without its slips, and the paper's rate."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.coding import DecoderLists, code, compatible, label, rate
from tests.postings import Reader


@pytest.mark.parametrize(
    ("text", "masculine", "feminine", "coding"),
    [
        ("Sharing is as important as ambition", ["ambition"], ["sharing"], "neutral"),
        ("Qualities: sharing\tambition", ["ambition"], ["sharing"], "neutral"),
        ("irrelevant words", [], [], "empty"),
        ("sharing versus aggression", ["aggression"], ["sharing"], "neutral"),
        (
            "Ambition:competition–decisiveness, empathy&kindness",
            ["ambition", "competition", "decisiveness"],
            ["empathy", "kindness"],
            "masculine-coded",
        ),
        (
            "Ambition:competition–decisiveness&leadership, other words",
            ["ambition", "competition", "decisiveness", "leadership"],
            [],
            "strongly masculine-coded",
        ),
        (
            "Ambition:competition–decisiveness&leadership, decisiveness, stubborness, sharing and empathy",
            ["ambition", "competition", "decisiveness", "leadership", "decisiveness", "stubborness"],
            ["sharing", "empathy"],
            "strongly masculine-coded",
        ),
        (
            "Ambition:competition, empathy&kindness, co-operation",
            ["ambition", "competition"],
            ["empathy", "kindness", "co-operation"],
            "feminine-coded",
        ),
        (
            "empathy&kindness, co-operation, trust and other words",
            [],
            ["empathy", "kindness", "co-operation", "trust"],
            "strongly feminine-coded",
        ),
        ("Lead Developer Who is Connect@HBS? We ", ["lead"], ["connect"], "neutral"),
        ("Sharing, co-operative, 'servant-leader'", ["leader"], ["sharing", "co-operative"], "feminine-coded"),
        ("SharePoint and sharepoints", [], ["sharepoints"], "feminine-coded"),
    ],
)
def test_the_decoders_published_cases_hold(
    reader: Reader, text: str, masculine: list[str], feminine: list[str], coding: str
) -> None:
    verdict = compatible(text, reader.lists.decoder)

    assert (list(verdict.masculine), list(verdict.feminine), verdict.coding) == (masculine, feminine, coding)


@pytest.mark.parametrize(
    ("text", "masculine", "feminine"),
    [
        ("We value interpersonal skill", [], ["interpersonal", "interpersonal"]),
        ("A dominant force", ["dominant", "dominant", "force"], []),
        ("We value inter-personal skill", [], ["inter-personal", "inter-personal"]),
        ("Our servant-leader plans", [], []),
        ("Here our servant-leader plans", ["leader"], []),
        ("-Lead two teams", [], []),
        ("#Lead and _lead_", [], []),
        ("A head-strong person", ["head-strong"], []),
        ("This person is head-strong", [], []),
        ("naïve leaders", ["leaders"], []),
    ],
)
def test_the_decoders_slips_are_its_own(reader: Reader, text: str, masculine: list[str], feminine: list[str]) -> None:
    verdict = compatible(text, reader.lists.decoder)

    assert (list(verdict.masculine), list(verdict.feminine)) == (masculine, feminine)


def slowly(text: str, lists: DecoderLists) -> tuple[list[str], list[str]]:
    """What the decoder does, step by step: it walks a list while it takes words out of it."""
    plain = "".join(char if ord(char) < 128 else " " for char in text)
    for mark in ".,<>*?!\"[]@':;()/&":
        plain = plain.replace(mark, " ")
    words = [word.lower() for word in plain.split()]
    walked = words
    for word in walked:
        if word.find("-") and not word.startswith(lists.keeps_hyphen):
            place = words.index(word)
            words.remove(word)
            words = words[:place] + word.split("-") + words[place:]

    def found(stems: tuple[str, ...]) -> list[str]:
        return [word for word in words for stem in stems if word.startswith(stem) and word not in lists.exceptions]

    return found(lists.masculine), found(lists.feminine)


_PIECES = st.sampled_from(
    [
        "lead",
        "servant-leader",
        "-lead",
        "self-confident",
        "inter-personal",
        "team",
        "a-b",
        "kind-",
        "é",
        "co-operate",
        "x",
    ]
)


@given(st.lists(_PIECES, max_size=12))
def test_the_quick_way_gives_what_the_slow_way_gives(reader: Reader, pieces: list[str]) -> None:
    text = " ".join(pieces)

    verdict = compatible(text, reader.lists.decoder)

    assert (list(verdict.masculine), list(verdict.feminine)) == slowly(text, reader.lists.decoder)


@pytest.mark.parametrize(
    ("text", "masculine", "feminine"),
    [
        ("We value interpersonal skill.", [], ["interpersonal"]),
        ("We value inter-personal skill.", [], ["inter-personal"]),
        ("A dominant force", ["dominant", "force"], []),
        ("Our servant-leader plans.", ["leader"], []),
        ("You do this:\n-Lead two teams", ["lead"], []),
        ("You #Lead and _lead_ well.", ["lead", "lead"], []),
        ("Be self-confident.", ["self-confident"], []),
    ],
)
def test_our_own_count_is_right_where_the_decoder_slips(
    reader: Reader, text: str, masculine: list[str], feminine: list[str]
) -> None:
    own = code(reader(text).reading, text, reader.lists).own

    assert (list(own.masculine), list(own.feminine)) == (masculine, feminine)


def test_neither_a_heading_nor_an_equal_opportunity_part_flips_our_verdict(reader: Reader) -> None:
    body = "You plan releases and lead two teams. You depend on no one."
    heading = "Responsibilities\n\n"
    legal = "\n\nWe are an equal opportunity employer and support all individuals regardless of race or kinship."

    verdicts = {
        code(reader(text).reading, text, reader.lists).own.coding for text in (body, heading + body, body + legal)
    }

    assert verdicts == {"neutral"}


def test_words_of_the_role_are_counted_apart(reader: Reader) -> None:
    text = "You lead teams, support managers and own decisions. Be fearless."

    coding = code(reader(text).reading, text, reader.lists)

    assert coding.role_words == 3
    assert [reader(text).reading.shown(span) for span in coding.own_spans] == [
        "lead",
        "support",
        "decisions",
        "fearless",
    ]


def test_the_rate_is_percent_of_all_words_by_the_papers_list(reader: Reader) -> None:
    # "kindergarten" and "objectives" are whole words there, so they do not count; "driven" is not in it.
    text = "Leaders understand objectives of a driven kindergarten and trust"

    found = rate(text, reader.lists)

    assert (found.words, found.masculine_percent, found.feminine_percent) == (9, 11.11, 22.22)


def test_nothing_has_a_rate_of_nothing(reader: Reader) -> None:
    assert rate("", reader.lists).masculine_percent == 0.0


@pytest.mark.parametrize(
    ("masculine", "feminine", "expected"),
    [
        (0, 0, "empty"),
        (2, 2, "neutral"),
        (0, 3, "feminine-coded"),
        (0, 4, "strongly feminine-coded"),
        (3, 0, "masculine-coded"),
        (4, 0, "strongly masculine-coded"),
    ],
)
def test_strongly_begins_above_a_difference_of_three(masculine: int, feminine: int, expected: str) -> None:
    assert label(masculine, feminine) == expected
