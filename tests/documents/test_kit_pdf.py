"""The interview kit as PDF: everything of the kit in order, sheets of one page, readable by screen readers."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO

import page
import pypdfium2
import pytest
from pypdf import PdfReader

from app.core import interviews as words
from app.core.framework import Framework
from app.core.interviews import InterviewKit, Topic, kit_for
from app.core.postings.posting import Posting, add_item
from app.documents.pdf import render
from app.documents.pdf.kit import kit_html
from app.documents.pdf.paper import PageSize
from tests.documents.kits import texts


def kit_pdf(kit: InterviewKit, size: PageSize) -> bytes:
    return render.here(kit_html(kit), size)


@pytest.fixture(scope="module")
def pdf(kit: InterviewKit) -> bytes:
    return kit_pdf(kit, PageSize.LETTER)


def sheets(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [sheet.get_textpage().get_text_range() for sheet in document]
    finally:
        document.close()


def packed(text: str) -> str:
    return re.sub(r"[\s•\-\x02\ufffe]", "", text)


def test_the_pdf_says_what_the_kit_says_in_the_same_order(kit: InterviewKit, pdf: bytes) -> None:
    said = packed("\n".join(re.sub(r"(?s)Harborline Payments\r?\nMade with.*$", "", sheet) for sheet in sheets(pdf)))

    at = 0
    for text in texts(kit):
        found = said.find(packed(text), at)
        assert found >= 0, f"{text!r} is missing, or stands too early"
        at = found + len(packed(text))


@pytest.mark.parametrize("size", PageSize)
def test_it_meets_pdf_ua_1(kit: InterviewKit, size: PageSize) -> None:
    checked = page.validate_pdf_bytes(kit_pdf(kit, size), profile="ua1")

    assert [failure.rule_id for failure in checked.failures] == []


def test_its_bookmarks_lead_to_each_interview_and_scorecard(kit: InterviewKit, pdf: bytes) -> None:
    outline = PdfReader(BytesIO(pdf)).outline

    titles = [one.title for one in outline[1] if not isinstance(one, list)]
    assert titles == [
        "How to use it",
        "Screening questions",
        "Off limits",
        *(f"Interview {one.number}" for one in kit.interviews),
        *(f"Scorecard for interview {one.number}" for one in kit.interviews),
        "Comparison of all scorecards",
    ]


@pytest.mark.parametrize("must_haves", [1, 2, 3])
@pytest.mark.parametrize("size", PageSize)
def test_every_scorecard_is_one_page(kit: InterviewKit, must_haves: int, size: PageSize) -> None:
    wordy = tuple(replace(one, name="A very long name of a skill, " * 3) for one in kit.must_haves)
    shared = (replace(kit.interviews[0], must_haves=wordy[:must_haves]),)
    pages = sheets(kit_pdf(replace(kit, interviews=shared), size))

    scorecards = [sheet for sheet in pages if "Scorecard for interview" in sheet]
    assert len(scorecards) == 1
    assert words.ALONE in " ".join(scorecards[0].split())


def test_all_of_a_must_have_stands_on_one_page(kit: InterviewKit, pdf: bytes) -> None:
    pages = [packed(sheet) for sheet in sheets(pdf)]

    for one in kit.must_haves:
        asked = [packed(question.ask) for question in one.questions]
        assert any(all(ask in sheet for ask in asked) for sheet in pages), one.name


def test_a_line_of_ones_own_gets_room_to_write_and_a_caution(kit: InterviewKit) -> None:
    html = kit_html(kit)

    assert html.count('class="to-write"') == 3
    assert "touches on a person’s age" in html
    assert "&lt;b&gt;well&lt;/b&gt; &amp; often" in html


def test_the_same_kit_is_the_same_bytes(kit: InterviewKit, pdf: bytes) -> None:
    assert kit_pdf(kit, PageSize.LETTER) == pdf


def test_forty_must_haves_of_ones_own_are_printed_too(
    worked_on: Posting, framework: Framework, topics: tuple[Topic, ...]
) -> None:
    for number in range(33):
        worked_on = add_item(worked_on, "must", f"Number {number} " + "and so on " * 100)

    kit = kit_for(worked_on, framework, topics)

    assert len(kit.must_haves) == 40
    assert len(sheets(kit_pdf(kit, PageSize.A4))) > 28
