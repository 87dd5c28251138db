"""Pay on paper: tagged, short, and the same numbers as the page."""

from __future__ import annotations

from functools import cache

import page
import pypdfium2
import pytest

from app.config import DATA
from app.core.salaries.ageing import Month
from app.core.salaries.bands import Band
from app.core.salaries.lookup import band_for
from app.core.salaries.query import Query
from app.core.salaries.tables import PayTables
from app.core.salaries.views import articles_about, ladder
from app.core.salaries.words import answer_in_words, label, offer_in_words
from app.documents.pdf import render
from app.documents.pdf.paper import PageSize
from app.documents.pdf.salaries import band_html, comparison_html, paper
from app.reference import sources
from app.usecases import salaries


@cache
def tables() -> PayTables:
    return salaries.load(sources.load(DATA / "sources"))


def band(region: str, level: str = "L4") -> Band:
    return band_for(Query("technical_program_manager", level, region, Month(2025, 5), offer=170_000.0), tables())


def look_up(region: str) -> bytes:
    found = band(region)
    html = band_html(
        found, ladder(found, ("L3", "L4", "L5", "L6"), tables()), articles_about(found, tables()), tables(), "2026.1"
    )
    return render.here(html, paper([("", found)]))


@pytest.mark.parametrize("region", ["US-CA", "US-METRO-41940", "DE"])
def test_a_look_up_fits_on_one_sheet_and_breaks_no_rule_of_accessible_pdf(region: str) -> None:
    printed = look_up(region)

    assert len(pypdfium2.PdfDocument(printed)) <= 2
    assert [failure.rule_id for failure in page.validate_pdf_bytes(printed, profile="ua1").failures] == []


def test_the_paper_holds_the_numbers_of_the_band() -> None:
    found = band("US-CA")
    document = pypdfium2.PdfDocument(look_up("US-CA"))

    text = " ".join(leaf.get_textpage().get_text_range() for leaf in document)

    assert all(f"{value:,.0f}" in text for value in found.percentiles.values())
    assert "LCA disclosure data" in text


def test_the_answer_stands_large_under_in_short() -> None:
    found = band("US-CA")

    assert f'<p class="answer">{answer_in_words(found)}</p>' in band_html(found, (), (), tables(), "2026.1")
    assert answer_in_words(found).startswith(f"${found.percentiles[50]:,.0f} a year; half between $")
    assert answer_in_words(band("SG")).startswith("All levels: ")


def test_a_source_is_printed_with_its_address() -> None:
    document = pypdfium2.PdfDocument(look_up("US-CA"))
    text = "".join(leaf.get_textpage().get_text_range() for leaf in document)

    assert "https://www.bls.gov/oes/tables.htm" in "".join(text.split())


def test_a_comparison_is_one_page_and_says_what_stands_behind_each_band() -> None:
    bands = [(label(one), one) for one in map(band, ("US-CA", "US-WA", "US-TX", "US-NY"))]

    printed = render.here(comparison_html(bands, tables(), "2026.1"), paper(bands))

    document = pypdfium2.PdfDocument(printed)
    text = " ".join(" ".join(leaf.get_textpage().get_text_range() for leaf in document).split())
    assert len(document) == 1
    assert "Pay compared: Technical program manager, L4" in text
    assert "California, L4" in text
    assert offer_in_words(bands[0][1]) in text
    assert "Diamond above it: the offer" in text
    assert text.count("carried to May 2025") == 1
    assert [failure.rule_id for failure in page.validate_pdf_bytes(printed, profile="ua1").failures] == []


def test_europe_prints_on_a4() -> None:
    assert paper([("", band("DE"))]) is PageSize.A4
    assert paper([("", band("US-CA"))]) is PageSize.LETTER
