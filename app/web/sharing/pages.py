"""A shown thing as page and as PDF; the owner's preview and the reader's page are drawn from the same value."""

from __future__ import annotations

from typing import Any

from flask import Response

from app.core.file_names import file_name
from app.core.resumes.report import at_work
from app.extensions import toolkit
from app.usecases import showing
from app.usecases.showing import Shown, ShownAssessment, ShownLookUp, ShownPosting, ShownReport
from app.web.files import as_file
from app.web.salaries.words import words as salary_words

_TEMPLATES = {
    ShownPosting: "sharing/_posting.html",
    ShownAssessment: "sharing/_assessment.html",
    ShownReport: "sharing/_report.html",
    ShownLookUp: "sharing/_look_up.html",
}
_KINDS = {
    ShownPosting: "A job posting",
    ShownAssessment: "A self-assessment",
    ShownReport: "A résumé report",
    ShownLookUp: "A salary look-up",
}


def page_values(one: Shown) -> dict[str, Any]:
    """What a template needs to include the shown thing."""
    values: dict[str, Any] = {
        "shown": one,
        "shown_title": showing.title_of(one),
        "kind_name": _KINDS[type(one)],
        "shown_template": _TEMPLATES[type(one)],
        "at_work": at_work,
    }
    return values | salary_words()


def as_pdf(one: Shown) -> Response:
    html, size = showing.to_print(toolkit(), one)
    name = file_name(showing.title_of(one))
    return as_file(toolkit().pdf.document(html, size), "application/pdf", f"{name}.pdf")
