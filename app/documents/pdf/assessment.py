"""A self-assessment as PDF: two or three pages to think over alone or to bring to a talk."""

from __future__ import annotations

from app.core.assessments.result import Result
from app.core.framework import Framework
from app.documents import locale
from app.documents.pdf import render
from app.documents.pdf.family import Imprint, templates
from app.documents.pdf.paper import PageSize


def assessment_pdf(result: Result, framework: Framework, size: PageSize = PageSize.A4) -> bytes:
    """Print in this process, for a command; a server hands `assessment_html` to its `PdfWriter`."""
    return render.here(assessment_html(result, framework), size)


def assessment_html(result: Result, framework: Framework, *, for_reader: bool = False) -> str:
    """The result as a document of the family; for a reader it holds evidence where there is any, and no other track."""
    title = f"{result.fit.level}, {framework.title(result.answers.track, result.fit.level)}"
    return (
        templates()
        .get_template("pdf/assessment.html")
        .render(
            imprint=Imprint(
                title="Self-assessment",
                author=locale.day(result.assessed_on),
                subject=f"Self-assessment against the levels of the TPM role: most like {title}",
                edition=result.edition,
            ),
            stamp="",
            most_like=title,
            result=result,
            framework=framework,
            for_reader=for_reader,
        )
    )
