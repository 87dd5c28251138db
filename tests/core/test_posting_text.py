"""Pasted text is read into blocks, however it was pasted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.phrases import Span
from app.core.posting_text import markup
from app.core.posting_text.blocks import Kind, Section
from app.core.posting_text.repair import repair
from tests.postings import Reader


def bullets(reader: Reader, text: str) -> list[str]:
    reading = reader(text).reading
    return [reading.shown(block.span) for block in reading.blocks if block.kind is Kind.BULLET]


@pytest.mark.parametrize(
    "mark", ["* ", "- ", "• ", "·", "●", "– ", "+ ", "1. ", "2) ", "(3) ", "a) ", "✓ ", "➢ ", "-", "  * ", "> * "]
)
def test_all_kinds_of_bullets_are_bullets(reader: Reader, mark: str) -> None:
    text = f"What you do\n\n{mark}Plan releases\n{mark}Own the risks"

    assert bullets(reader, text) == ["Plan releases", "Own the risks"]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("About the role", Section.ABOUT),
        ("What you will achieve", Section.OUTCOMES),
        ("What you will do", Section.RESPONSIBILITIES),
        ("What you need", Section.REQUIREMENTS),
        ("Good to have, not required", Section.NICE),
        ("Where and how we work", Section.WORK),
        ("Pay and benefits", Section.BENEFITS),
        ("How to apply", Section.PROCESS),
        ("Notices", Section.NOTICES),
        ("**Minimum qualifications**", Section.REQUIREMENTS),
        ("## Preferred Qualifications", Section.NICE),
        ("KEY RESPONSIBILITIES:", Section.RESPONSIBILITIES),
        ("About us", Section.COMPANY),
        ("You'll be successful if", Section.OUTCOMES),
        ("responsibilities:", Section.RESPONSIBILITIES),
    ],
)
def test_a_heading_opens_its_section(reader: Reader, heading: str, section: Section) -> None:
    blocks = reader(f"{heading}\n\n* One point that follows").reading.blocks

    assert [(block.kind, block.section) for block in blocks] == [(Kind.HEADING, section), (Kind.BULLET, section)]


def test_lines_under_a_list_heading_are_points_without_marks(reader: Reader) -> None:
    assert bullets(reader, "Responsibilities\nPlan releases with teams.\nOwn the risks of each.") == [
        "Plan releases with teams.",
        "Own the risks of each.",
    ]


def test_a_narrow_window_does_not_end_a_sentence(reader: Reader) -> None:
    text = (
        "You will plan the releases of three teams in Leeds and you will write the weekly\n"
        "status that forty people read before their own meetings begin."
    )

    (block,) = reader(text).reading.blocks

    assert block.kind is Kind.PARAGRAPH


def test_lost_line_breaks_are_put_back_and_places_still_point_into_the_original(reader: Reader) -> None:
    text = (
        "The manager plans releases with three teams and keeps the risks in view for everybody who depends on them "
        "in the whole of the company and beyondManage two suppliers and their milestonesWrite the weekly status that "
        "forty people readUse JavaScript and JavaScript tools where they help the teams to see what is left"
    )

    fixed = repair(text)
    start = fixed.text.index("Write the weekly")

    assert fixed.text.count("\n\n") == 3
    assert "JavaScript and JavaScript" in fixed.text
    assert text[fixed.origin(Span(start, start + 5)).start :].startswith("Write the weekly")


def test_a_text_that_kept_its_lines_is_left_alone() -> None:
    text = "iPhone and eBay teams\nuse GitHub, PowerPoint and JavaScript\n" * 20

    assert repair(text).text == text


def test_the_frame_of_an_email_is_not_the_posting(reader: Reader) -> None:
    text = (
        "From: ana@example.com\nSubject: the job\n\nYou will plan releases.\n\nBest regards,\nAna\nSent from my phone"
    )

    reading = reader(text).reading

    assert [reading.shown(block.span) for block in reading.blocks if block.kind is not Kind.SIGNATURE] == [
        "You will plan releases."
    ]


def test_html_becomes_headings_points_and_paragraphs(reader: Reader) -> None:
    html = (
        "<html><head><title>x</title><script>alert('ninja')</script></head><body><h2>What you need</h2>"
        "<ul><li>Plan <b>two</b> releases</li><li>R&amp;D risks</li></ul><p>Salary:&nbsp;$100,000 - $120,000</p></body>"
    )

    text = markup.to_text(html)

    assert markup.looks_like_html(html)
    assert text == "## What you need\n\n• Plan two releases\n• R&D risks\n\nSalary: $100,000 - $120,000\n"
    assert bullets(reader, text)[:2] == ["Plan two releases", "R&D risks"]


def test_a_smaller_sign_is_not_html() -> None:
    assert not markup.looks_like_html("Keep cycle time < 5 days and quality > 99%.")


def test_a_legal_part_is_known_by_its_words(reader: Reader) -> None:
    text = "You will plan releases.\n\nWe are an equal opportunity employer. We do not discriminate."

    reading = reader(text).reading

    assert not reading.is_legal(0)
    assert reading.is_legal(text.index("We are"))


def test_nothing_of_the_text_is_lost(reader: Reader) -> None:
    text = "A line about cats.\n\nWhat you need\n\n* 5 years of experience\n* A fondness for harbors"

    pasted = reader(text)

    assert [pasted.reading.shown(block.span) for block in pasted.facts.unmatched] == [
        "A line about cats.",
        "What you need",
        "A fondness for harbors",
    ]


def test_a_title_gives_track_and_level_and_its_doubt(reader: Reader) -> None:
    title = reader("Job title: Sr. Technical Program Manager\n\nYou will plan releases.").facts.title

    assert title is not None
    assert title.role is not None
    assert (title.role.track, title.role.level, title.role.sure) == ("program", "L4", "high")
    assert title.role.why


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("aA b\n*•-.:5$€k,yearsYE#<>\"'“”\t;/&()é\u00a0😀"), max_size=400))
def test_no_text_breaks_the_reading(reader: Reader, text: str) -> None:
    pasted = reader(text)

    for block in pasted.reading.blocks:
        assert 0 <= block.start < block.end <= len(pasted.reading.text)
