"""The interview kit as a Word document: everything of the kit in order, with tables that a screen reader can follow."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.table import Table

from app.core import interviews as words
from app.core.interviews import InterviewKit
from app.documents.pdf.paper import PageSize
from app.documents.word.kit import kit_docx
from tests.documents.kits import texts


@pytest.fixture(scope="module")
def document(kit: InterviewKit) -> DocumentObject:
    return Document(BytesIO(kit_docx(kit, PageSize.LETTER)))


def said(document: DocumentObject) -> str:
    parts = []
    for one in document.iter_inner_content():
        if isinstance(one, Table):
            parts += [cell.text for row in one.rows for cell in row.cells]
        else:
            parts.append(one.text)
    return "\n".join(parts)


def test_the_document_says_what_the_kit_says_in_the_same_order(kit: InterviewKit, document: DocumentObject) -> None:
    everything = said(document)

    at = 0
    for text in texts(kit):
        found = everything.find(text, at)
        assert found >= 0, f"{text!r} is missing, or stands too early"
        at = found + len(text)


def test_headings_go_down_one_step_at_a_time(kit: InterviewKit, document: DocumentObject) -> None:
    names = [str(one.style.name) for one in document.paragraphs if one.style and one.style.name.startswith("Heading")]
    levels = [int(name[-1]) for name in names]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert levels.count(2) == len(kit.must_haves)


def test_every_table_has_a_name_and_a_head_that_repeats(kit: InterviewKit, document: DocumentObject) -> None:
    names = []
    for table in document.tables:
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption is not None
        names.append(caption.get(qn("w:val")))
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)

    assert len(names) == len(set(names))
    asked = sum(len(one.questions) for one in kit.must_haves)
    assert len(names) == asked + len(kit.interviews) + 1


def test_each_interview_and_each_sheet_begins_a_page(kit: InterviewKit, document: DocumentObject) -> None:
    beginning = [one.text for one in document.paragraphs if one.paragraph_format.page_break_before]

    numbers = [interview.number for interview in kit.interviews]
    assert beginning == [
        *(f"Interview {number}" for number in numbers),
        *(f"Scorecard for interview {number}" for number in numbers),
        "Comparison of all scorecards",
    ]


def test_each_list_of_steps_begins_with_one(document: DocumentObject) -> None:
    numbers = [
        one._p.pPr.numPr.numId.val for one in document.paragraphs if one.style and one.style.name == "List Number"
    ]

    assert numbers[: len(words.GUIDE)] == [numbers[0]] * len(words.GUIDE)
    assert len(set(numbers)) == 2


def test_a_line_of_ones_own_gets_room_to_write(kit: InterviewKit, document: DocumentObject) -> None:
    own = kit.must_haves[-1]

    assert own.is_own
    assert f"{own.number}.3 Situational: ____" in said(document)


@pytest.mark.parametrize("size", PageSize)
def test_the_same_kit_is_the_same_bytes(kit: InterviewKit, size: PageSize) -> None:
    assert kit_docx(kit, size) == kit_docx(kit, size)
