"""A résumé report as PDF: the score with its parts, every line with its marks, and what to do next."""

from __future__ import annotations

from app.core.resumes.report import Report
from app.documents.pdf.family import Imprint, templates


def resume_html(report: Report, edition: str, kept_by: str = "") -> str:
    """The report as a document of the family; `kept_by` names the reader of a report that its owner keeps."""
    return (
        templates()
        .get_template("pdf/resume.html")
        .render(
            imprint=Imprint(
                title="Résumé report",
                author="TPM Toolkit",
                subject="Which lines of a résumé tell a result, how strong each is, and what is missing",
                edition=edition,
            ),
            stamp="",
            report=report,
            kept_by=kept_by,
        )
    )
