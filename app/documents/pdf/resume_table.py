"""A comparison of résumés as PDF: one row each, with what the figures mean."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.resumes.table import Row
from app.documents.pdf.family import Imprint, templates


def table_html(rows: Sequence[Row], edition: str) -> str:
    """The comparison as a document of the family."""
    return (
        templates()
        .get_template("pdf/resume-table.html")
        .render(
            imprint=Imprint(
                title="Résumés side by side",
                author="TPM Toolkit",
                subject=f"{len(rows)} résumés: how well each tells its results",
                edition=edition,
            ),
            stamp="",
            rows=rows,
        )
    )
