"""The résumé report and the comparison on paper: accessible, small, and the same bytes each time."""

from __future__ import annotations

import csv
import io
from datetime import date

import page
import pytest
from pypdf import PdfReader

from app.core.resumes.blind import blinded
from app.core.resumes.report import Report
from app.core.resumes.table import Row, row_of
from app.documents.pdf import render
from app.documents.pdf.paper import PageSize
from app.documents.pdf.resume import parts_of, resume_html
from app.documents.resume_csv import to_csv
from app.usecases import resumes
from app.usecases.lines import Lines

ROLE = """
Senior Program Manager, Orbit <Networks> & Sons, {start} - {end}
- Recovered a six-week slip on the core network move by splitting it into three waves with 4 vendors
- Cut vendor cost from $2.4M to $1.9M a year by bundling orders from five business units
- Vendors:  Led a team of 24 engineers through a 14-month, $3.2M platform migration using Scrum
- Responsible for weekly status reports and the decision log
- Managed milestones to ensure on-time delivery of [Number] releases
- Supercalifragilisticexpialidocious{long} systems were kept, <b>whatever</b> came & went
"""
RESUME = "Ada Example\nada@example.org\n\nExperience\n" + "".join(
    ROLE.format(start=year, end=year + 1, long="x" * 90) for year in range(1998, 2024)
)
EDITION = "2026.1"


@pytest.fixture(scope="module")
def report() -> Report:
    return resumes.analyze(Lines(), resumes.read_corrected(RESUME))


@pytest.fixture(scope="module")
def rows(report: Report) -> tuple[Row, ...]:
    names = ("ada.pdf", "=cmd|' /C calc'!A0.docx", "a name as long as a sentence can be " * 5, "x" * 140, "履歴書.pdf")
    read = [row_of(names[place % len(names)], report) for place in range(19)]
    return (*read, Row("locked.pdf", problem="This PDF is locked with a password. Save a copy without it."))


def printed(html: str) -> bytes:
    return render.here(html, PageSize.A4)


def test_what_stands_in_a_resume_is_text_and_never_markup(report: Report) -> None:
    html = resume_html(report, EDITION)

    assert "<b>whatever</b>" not in html
    assert "&lt;b&gt;whatever&lt;/b&gt; came &amp; went" in html


def test_a_blind_report_on_paper_names_nobody(report: Report) -> None:
    html = resume_html(blinded(report), EDITION)

    assert "Ada" not in html
    assert "example.org" not in html


def test_the_first_page_holds_what_matters_and_no_more_than_five_lines_to_mend(report: Report) -> None:
    first = PdfReader(io.BytesIO(printed(resume_html(report, EDITION)))).pages[0].extract_text()

    assert f"{report.score} of 100" in first
    assert "Largest team" in first
    assert "Most worth" in first
    assert "Nothing of the résumé was kept." in first


def test_the_head_names_the_file_and_the_day() -> None:
    bare = resumes.analyze(Lines(), resumes.read_corrected("Ada Example\n"))

    document = PdfReader(
        io.BytesIO(printed(resume_html(bare, EDITION, read_on=date(2026, 11, 30), file="ada-2026.pdf")))
    )

    assert document.metadata is not None
    assert document.metadata.author == "ada-2026.pdf, November 30, 2026"


def test_only_lines_under_a_good_score_carry_a_question(report: Report) -> None:
    html = resume_html(report, EDITION)
    rows = html[html.index('class="lines"') :].split("<tr>")

    strong = [row for row in rows if "Cut vendor cost from $2.4M" in row]
    weak = [row for row in rows if "Responsible for weekly status reports" in row]
    assert strong
    assert weak
    assert not any('class="question"' in row for row in strong)
    assert all('class="question"' in row for row in weak)


def test_a_section_with_nothing_to_mark_has_no_heading() -> None:
    told = resumes.analyze(
        Lines(), resumes.read_corrected("Summary\nPeople and plans.\nExperience\n- Cut vendor cost by 18%\n")
    )

    assert [part.section for part in parts_of(told)] == ["experience"]


def test_the_csv_holds_what_the_table_shows(rows: tuple[Row, ...]) -> None:
    read = list(csv.DictReader(io.StringIO(to_csv(rows).removeprefix("\ufeff"))))

    assert len(read) == len(rows)
    assert read[0]["score"] == str(rows[0].score)
    assert read[1]["file"].startswith("'=cmd")
    assert read[-1]["note"].startswith("This PDF is locked")


def test_the_empty_report_is_a_document_too() -> None:
    bare = resumes.analyze(Lines(), resumes.read_corrected("Ada Example\n"))

    content = printed(resume_html(bare, EDITION))

    assert [failure.rule_id for failure in page.validate_pdf_bytes(content, profile="ua1").failures] == []
