"""An interview kit as PDF: the questions with what answers sound like, and a scorecard of one page per interview."""

from __future__ import annotations

from app.core import interviews
from app.core.interviews import InterviewKit
from app.documents.pdf.family import Imprint, templates


def kit_html(kit: InterviewKit) -> str:
    """The kit as a document of the family."""
    return templates().get_template("pdf/kit.html").render(imprint=imprint(kit), stamp="", kit=kit, words=interviews)


def imprint(kit: InterviewKit) -> Imprint:
    return Imprint(
        title=kit.name,
        author=kit.employer,
        subject=f"Interview kit and scorecards: {kit.title} at {kit.employer}",
        edition=kit.edition,
        language=kit.language,
    )
