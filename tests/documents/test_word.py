"""The Word document of a posting: the same words in the same order, with real styles, on the right paper."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn

from app.core.framework import Framework
from app.core.places import Place
from app.core.postings.compose import compose
from app.core.postings.posting import Item, Posting, add_item, edit_item
from app.documents.pdf.paper import PageSize
from app.documents.word.posting import posting_docx
from tests.builders import SOME_PLACES, a_brief


@pytest.fixture
def posting(framework: Framework) -> Posting:
    return compose(a_brief(), framework, SOME_PLACES)


def opened(content: bytes) -> DocumentObject:
    return Document(BytesIO(content))


def lines(content: bytes) -> list[tuple[str, str]]:
    """Each paragraph's style and words."""
    return [(str(one.style.name), one.text) for one in opened(content).paragraphs if one.style]


def expected(posting: Posting) -> list[tuple[str, str]]:
    styles = {"bullets": "List Bullet", "steps": "List Number"}
    wanted = [("Subtitle", posting.brief.employer), ("Title", posting.title)]
    wanted += [("Fact", f"{label}: {value}") for label, value in posting.facts if label != "Employer"]
    for section in posting.shown:
        wanted.append(("Heading 1", section.heading))
        style = styles.get(section.style, "Notice" if section.key == "notices" else "Normal")
        wanted += [(style, item.in_full) for item in section.items]
    return wanted


def test_every_line_and_fact_comes_back_in_order_and_in_its_style(posting: Posting) -> None:
    assert lines(posting_docx(posting)) == expected(posting)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script> & <w:p/> ]]> {{ 7 * 7 }}",
        "日本語のテキストと中文和한국어",
        "مدير برنامج تقني",
        "Ship it 🚀 with 👩‍💻 and 👍🏽",
        "“Quotes” — see https://a.example/x?y=1&z=2, or ask jo@a.example.",
        "=HYPERLINK(1) - 1. not a list",
        "W" * 2000,
    ],
)
def test_any_text_stays_text(posting: Posting, text: str) -> None:
    typed = edit_item(posting, "must.risk", text)

    assert lines(posting_docx(typed)) == expected(typed)


def test_what_a_file_cannot_hold_is_left_out(posting: Posting) -> None:
    about = posting.section("about")
    broken = replace(about, items=(Item(id="about.x", text="a\x00b\x1bc\ufffed"),))
    posting = replace(posting, sections=(broken, *posting.sections[1:]))

    assert ("Normal", "abcd") in lines(posting_docx(posting))


def test_its_properties_name_title_employer_subject_and_language(posting: Posting) -> None:
    document = opened(posting_docx(posting))

    properties = document.core_properties
    assert properties.title == "Senior Technical Program Manager"
    assert properties.author == "Harborline Payments"
    assert properties.subject == "Job posting: Senior Technical Program Manager at Harborline Payments"
    assert properties.language == "en-US"
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"en-US"}


def test_a_title_of_a_thousand_letters_fits_into_the_properties(posting: Posting) -> None:
    long = replace(posting, brief=replace(posting.brief, title="T" * 1000))

    assert len(opened(posting_docx(long)).core_properties.title) == 255


def test_steps_are_numbered_from_one_by_word_itself(posting: Posting) -> None:
    document = opened(posting_docx(posting))

    steps = [one for one in document.paragraphs if one.style and one.style.name == "List Number"]
    numbers = {one._p.pPr.numPr.numId.val for one in steps}
    numbering = document.part.numbering_part.element.num_having_numId(numbers.pop())
    assert numbers == set()
    assert numbering.lvlOverride_lst[0].startOverride.val == 1


def test_head_and_foot_say_whose_it_is_and_which_page_of_how_many(posting: Posting) -> None:
    section = opened(posting_docx(posting)).sections[0]

    assert section.header.paragraphs[0].text == posting.title
    assert section.first_page_header.paragraphs[0].text == ""
    for foot in (section.footer, section.first_page_footer):
        assert foot.paragraphs[0].text.startswith("Harborline Payments\tPage ")
        fields = [one.get(qn("w:instr")) for one in foot._element.iter(qn("w:fldSimple"))]
        assert fields == ["PAGE", "NUMPAGES"]
        assert foot.paragraphs[1].text == f"Made with TPM Toolkit, role framework {posting.edition}"


def test_addresses_can_be_clicked(posting: Posting) -> None:
    document = opened(posting_docx(add_item(posting, "about", "Ask jo@a.example.")))

    links = [link.address for paragraph in document.paragraphs for link in paragraph.hyperlinks]
    assert links == ["mailto:jo@a.example", "https://careers.example/tpm"]


def test_arabic_runs_from_the_right(posting: Posting) -> None:
    document = opened(posting_docx(edit_item(posting, "must.risk", "مدير برنامج تقني")))

    turned = [one.text for one in document.paragraphs if one._p.find(f".//{qn('w:bidi')}") is not None]
    assert turned == ["مدير برنامج تقني"]


def test_a_stamp_stands_at_the_head(posting: Posting) -> None:
    assert lines(posting_docx(posting, stamp="Draft: 2 law gaps"))[0] == ("Stamp", "Draft: 2 law gaps")


def test_word_minds_the_order_in_a_style(posting: Posting) -> None:
    document = opened(posting_docx(posting))

    tags = [child.tag for child in document.styles["Stamp"].element.pPr]
    assert tags.index(qn("w:shd")) < tags.index(qn("w:spacing"))


@pytest.mark.parametrize(
    ("place", "size", "millimeters"),
    [("US-WA", None, (216, 279)), ("SG", None, (210, 297)), ("US-WA", PageSize.A4, (210, 297))],
)
def test_the_page_has_the_size_of_the_region(
    posting: Posting, place: str, size: PageSize | None, millimeters: tuple[int, int]
) -> None:
    there = replace(posting, brief=replace(posting.brief, places=(Place(place),)))

    section = opened(posting_docx(there, size)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == millimeters


def test_the_same_posting_is_the_same_bytes_and_names_no_time(posting: Posting) -> None:
    content = posting_docx(posting)

    assert posting_docx(posting) == content
    with zipfile.ZipFile(BytesIO(content)) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert file.testzip() is None
        assert b"dcterms:" not in file.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")
        assert not any("thumbnail" in name for name in file.namelist())
        assert b"TPM Toolkit" in file.read("docProps/app.xml")
