"""The PDF of a posting: what it says, how it is built, what it refuses."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import page
import pypdfium2
import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from weasyprint.urls import FatalURLFetchingError

from app.core.framework import Framework
from app.core.places import Place
from app.core.postings.compose import compose
from app.core.postings.posting import Item, Posting, add_item
from app.documents.pdf import render
from app.documents.pdf.family import Imprint, linked, setting, shortened, templates
from app.documents.pdf.paper import PageSize, page_size
from app.documents.pdf.posting import facts_of, posting_html, posting_pdf
from tests.builders import SOME_PLACES, a_brief

UNIVERSAL_ACCESS = "ua1"


@pytest.fixture(scope="module")
def posting(framework: Framework) -> Posting:
    return compose(a_brief(), framework, SOME_PLACES)


@pytest.fixture(scope="module")
def pdf(posting: Posting) -> bytes:
    return posting_pdf(posting)


def broken_rules(pdf: bytes) -> list[str]:
    return [failure.rule_id for failure in page.validate_pdf_bytes(pdf, profile=UNIVERSAL_ACCESS).failures]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(sheet.get_textpage().get_text_range() for sheet in document)
    finally:
        document.close()


def page_count(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def packed(text: str) -> str:
    """Without what layout adds or PDFium drops: white space, bullets, and hyphens at the end of a line."""
    return re.sub(r"[\s•\-\x02\ufffe]", "", text)


def texts(posting: Posting) -> Iterator[str]:
    yield posting.brief.employer
    yield posting.title
    for label, value in posting.facts[1:]:
        yield label
        yield value
    for section in posting.shown:
        yield section.heading
        yield from (item.text for item in section.items)


def with_line(posting: Posting, text: str) -> Posting:
    return add_item(posting, "about", text)


# -- what it says


def test_the_pdf_says_what_the_posting_says_in_the_same_order(posting: Posting, pdf: bytes) -> None:
    said = packed(text_of(pdf))

    at = 0
    for text in texts(posting):
        found = said.find(packed(text), at)
        assert found >= 0, f"{text!r} is missing, or stands too early"
        at = found + len(packed(text))


def test_lines_with_the_same_lead_stand_under_it_together(posting: Posting, pdf: bytes) -> None:
    outcomes = posting.section("outcomes")

    assert [item.lead for item in outcomes.items].count("By day 90") == 2
    assert text_of(pdf).count("By day 90") == 1


def test_its_properties_name_title_employer_subject_and_language(pdf: bytes) -> None:
    reader = PdfReader(BytesIO(pdf))

    assert reader.metadata is not None
    assert reader.metadata.title == "Senior Technical Program Manager"
    assert reader.metadata.author == "Harborline Payments"
    assert reader.metadata.subject == "Job posting: Senior Technical Program Manager at Harborline Payments"
    assert reader.trailer["/Root"]["/Lang"] == "en-US"


def test_its_bookmarks_are_the_headings(posting: Posting, pdf: bytes) -> None:
    outline: list[Any] = PdfReader(BytesIO(pdf)).outline

    assert outline[0].title == posting.title
    assert [one.title for one in outline[1]] == [section.heading for section in posting.shown]


def test_every_page_says_whose_it_is_and_which_of_how_many(posting: Posting, pdf: bytes) -> None:
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(pdf)).pages]

    for number, sheet in enumerate(sheets, start=1):
        assert posting.title in sheet
        assert posting.brief.employer in sheet
        assert f"Page {number} of {len(sheets)}" in sheet
        assert f"Made with TPM Toolkit, role framework {posting.edition}" in sheet


def test_a_stamp_stands_at_the_head_of_the_first_page(posting: Posting) -> None:
    stamped = posting_pdf(posting, stamp="Draft: 2 law gaps")

    assert text_of(stamped).startswith("Draft: 2 law gaps")
    assert broken_rules(stamped) == []


def test_addresses_can_be_clicked(pdf: bytes) -> None:
    links = [
        annotation.get_object()["/A"]["/URI"]
        for sheet in PdfReader(BytesIO(pdf)).pages
        for annotation in sheet.get("/Annots", ())
    ]

    assert links == ["https://careers.example/tpm"]


def test_an_address_ends_before_the_full_stop() -> None:
    assert linked("See https://a.example/x. Or ask jo@a.example.") == (
        'See <a href="https://a.example/x">https://a.example/x</a>. '
        'Or ask <a href="mailto:jo@a.example">jo@a.example</a>.'
    )


# -- how it is built


def test_it_meets_pdf_ua_1(pdf: bytes) -> None:
    assert broken_rules(pdf) == []


@pytest.mark.parametrize(
    ("fault", "html"),
    [
        ("no title", '<html lang="en"><body><h1>Title</h1></body></html>'),
        ("no language", "<html><title>Title</title><body><h1>Title</h1></body></html>"),
        ("a skipped heading", '<html lang="en"><title>Title</title><body><h1>One</h1><h3>Three</h3></body></html>'),
        (
            "a drawing that nobody describes",
            '<html lang="en"><title>Title</title><body><svg width="9" height="9"><rect width="9" height="9"/></svg>',
        ),
    ],
)
def test_the_checker_catches_faults(fault: str, html: str) -> None:
    assert broken_rules(render.here(html, PageSize.A4)) != [], fault


def test_a_chart_carries_its_description() -> None:
    chart = templates().from_string(
        '{% extends "pdf/base.html" %}{% from "pdf/charts.html" import chart %}{% block content %}'
        '{% call chart("Pay in Seattle", "From 150 to 190", 90, 20) %}<rect width="90" height="20"/>{% endcall %}'
        "{% endblock %}"
    )
    imprint = Imprint("Pay", "Harborline", "Salary bands", "2026.1")

    pdf = render.here(chart.render(imprint=imprint, stamp=""), PageSize.A4)

    assert broken_rules(pdf) == []
    assert alternatives(pdf) == ["Pay in Seattle"]


def alternatives(pdf: bytes) -> list[str]:
    """What a screen reader says in place of drawings."""
    reader = PdfReader(BytesIO(pdf))
    objects = (reader.get_object(number) for number in range(1, int(reader.trailer["/Size"])))
    return [str(one["/Alt"]) for one in objects if isinstance(one, DictionaryObject) and "/Alt" in one]


def fonts_of(pdf: bytes) -> dict[str, Any]:
    return {
        font.get_object()["/BaseFont"].partition("+")[2]: font.get_object()
        for sheet in PdfReader(BytesIO(pdf)).pages
        for font in sheet["/Resources"]["/Font"].values()
    }


def test_its_fonts_are_ours_and_embedded(pdf: bytes) -> None:
    fonts = fonts_of(pdf)

    assert set(fonts) == {
        "Source-Serif-Pro-Semi-Bold",
        "Source-Sans-Pro",
        "Source-Sans-Pro-Semi-Bold",
        "Source-Sans-Pro-Bold",
    }
    for font in fonts.values():
        assert "/FontFile2" in font["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def test_the_same_posting_is_the_same_bytes(posting: Posting, pdf: bytes) -> None:
    assert posting_pdf(posting) == pdf


def test_neither_does_the_time_show_in_a_font_that_varies(posting: Posting) -> None:
    cheerful = with_line(posting, "We ship 🚀 every week")

    first = posting_pdf(cheerful)
    time.sleep(1.1)

    assert posting_pdf(cheerful) == first


def test_a_posting_takes_two_pages_at_most(posting: Posting) -> None:
    longest = posting
    while sum(len(text.split()) for text in texts(longest)) < 700:
        longest = add_item(longest, "responsibilities", "Keep one plan that all teams can read and believe in.")

    for size in PageSize:
        assert page_count(posting_pdf(longest, size)) <= 2


def test_no_heading_is_left_behind_at_the_foot_of_a_page(posting: Posting) -> None:
    for lines in range(1, 14):
        grown = posting
        for _ in range(lines):
            grown = add_item(grown, "about", "One line more.")
        headings = {section.heading for section in grown.shown}

        for sheet in PdfReader(BytesIO(posting_pdf(grown))).pages:
            # Content first, then the page's foot of three lines.
            *content, _author, _made_with, _number = sheet.extract_text().strip().splitlines()
            assert content[-1].strip() not in headings


# -- paper


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        (("US-WA",), PageSize.LETTER),
        (("US-WA", "CA-ON"), PageSize.LETTER),
        (("MX",), PageSize.LETTER),
        (("DE-BY",), PageSize.A4),
        (("US-WA", "DE-BY"), PageSize.A4),
        (("BR",), PageSize.A4),
        ((), PageSize.A4),
    ],
)
def test_paper_is_that_of_the_region(posting: Posting, places: tuple[str, ...], expected: PageSize) -> None:
    somewhere = replace(posting, brief=replace(posting.brief, places=tuple(Place(code) for code in places)))

    assert page_size(somewhere) is expected


@pytest.mark.parametrize(("size", "points"), [(PageSize.A4, (595, 842)), (PageSize.LETTER, (612, 792))])
def test_the_page_has_the_size_of_the_paper(posting: Posting, size: PageSize, points: tuple[int, int]) -> None:
    box = PdfReader(BytesIO(posting_pdf(posting, size))).pages[0].mediabox

    assert (round(box.width), round(box.height)) == points


# -- what people write


@pytest.mark.parametrize(
    "text",
    [
        "日本語のテキストと中文和한국어",
        "שלום לכולם",
        "مدير برنامج تقني",
        "گفتگو درباره پروژه",
        "Ship it 🚀 with 👩‍💻 and 👍🏽 from 🇩🇪",
        "Ελληνικά, Кириллица, Tiếng Việt, ผู้จัดการ",
        "€ ₹ £ → ≥ ✓ ½ “quotes” — office, affluent",
        "<script>alert(1)</script> & <b>bold</b> {{ 7 * 7 }} {% raw %}",
        "<img src=http://192.0.2.1/x.png> <link rel=stylesheet href=file:///etc/passwd>",
    ],
)
def test_any_text_is_printed_and_can_be_copied(posting: Posting, text: str) -> None:
    pdf = posting_pdf(with_line(posting, text))

    assert packed(text) in packed(text_of(pdf))
    assert "\x00" not in text_of(pdf)
    assert broken_rules(pdf) == []


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("日本語中文한국어", "Noto-Sans-CJK-JP"),
        ("שלום", "Noto-Sans-Hebrew"),
        ("مدير", "Amiri"),
        ("🚀👩‍💻", "Noto-Emoji"),
        ("ไทย", "Noto-Sans-Thai"),
    ],
)
def test_a_font_with_these_letters_draws_them(posting: Posting, pdf: bytes, text: str, font: str) -> None:
    assert set(fonts_of(posting_pdf(with_line(posting, text)))) - set(fonts_of(pdf)) == {font}


def test_facts_that_take_a_row_stand_last_so_that_no_cell_stays_empty(posting: Posting) -> None:
    long = ("Places", "; ".join(["Seattle, Washington, United States"] * 4))
    ordered = facts_of(replace(posting, facts=(("Employer", "Harborline"), long, ("Work", "Hybrid"))))

    assert ordered == [("Work", "Hybrid"), long]


def test_each_place_of_a_posting_keeps_its_own_direction(posting: Posting) -> None:
    page = posting_html(replace(posting, facts=(("Places", "חיפה; Berlin"),)))

    assert '<span class="value"><bdi>חיפה</bdi>; <bdi>Berlin</bdi></span>' in page


def test_hebrew_and_arabic_run_from_the_right() -> None:
    assert setting("שלום API", 60) == ' dir="rtl"'
    assert setting("… مرحبا", 60) == ' dir="rtl"'
    assert setting("API שלום", 60) == ""
    assert setting("2026", 60) == ""


def test_ten_thousand_letters_in_one_word_stay_on_the_paper(posting: Posting) -> None:
    word = "W" * 10_000
    pdf = posting_pdf(with_unbroken(posting, word))

    assert packed(text_of(pdf)).count("W") >= len(word)
    for sheet in pypdfium2.PdfDocument(pdf):
        for text in sheet.get_objects(filter=(pypdfium2.raw.FPDF_PAGEOBJ_TEXT,)):
            _left, _bottom, right, _top = text.get_bounds()
            assert right <= sheet.get_width()


def with_unbroken(posting: Posting, text: str) -> Posting:
    """The posting with a text that is longer than the editor would take."""
    about = posting.section("about")
    grown = replace(about, items=(*about.items, Item(id="about.long", text=text)))
    return replace(posting, sections=tuple(grown if one.key == "about" else one for one in posting.sections))


def test_a_long_title_and_employer_leave_the_foot_its_room(framework: Framework) -> None:
    brief = a_brief(title="Principal " * 12, employer="A Company with a Long Name and " * 9)
    pdf = posting_pdf(compose(brief, framework, SOME_PLACES))

    assert broken_rules(pdf) == []
    assert "Page 1 of" in text_of(pdf)


def test_a_running_title_is_cut_with_a_mark() -> None:
    assert shortened("short") == "short"
    assert shortened("a" * 200).endswith("…")
    assert len(shortened("a" * 200)) == 90


# -- what it refuses


@pytest.mark.parametrize(
    "address", ["http://192.0.2.1/x.png", "https://192.0.2.1/x.png", "file:///etc/hostname", "ftp://192.0.2.1/x.png"]
)
def test_nothing_is_loaded_from_outside(address: str) -> None:
    html = f'<html lang="en"><title>Title</title><body><h1>Title</h1><img alt="" src="{address}"></body></html>'

    with pytest.raises(FatalURLFetchingError, match="outside"):
        render.here(html, PageSize.A4)


def test_a_stylesheet_or_a_font_from_outside_is_refused_as_well() -> None:
    html = (
        '<html lang="en"><title>Title</title><style>@font-face { font-family: X; src: url(http://192.0.2.1/x.ttf) }'
        "</style><body><h1>Title</h1></body></html>"
    )

    with pytest.raises(FatalURLFetchingError):
        render.here(html, PageSize.A4)


def test_the_html_holds_what_people_wrote_as_text(posting: Posting) -> None:
    html = posting_html(with_line(posting, '"><script>alert(1)</script>'))

    assert "<script>" not in html
