"""A résumé report as PDF: the first page holds what matters, then every line of each role with its score."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.core.resumes.report import ReadLine, Report, at_work
from app.documents import locale
from app.documents.pdf.family import Imprint, templates

MOST_TO_MEND = 5


@dataclass(frozen=True)
class Part:
    """A role, or lines under no role, in one section; a head of "" has none."""

    section: str
    head: str
    lines: tuple[ReadLine, ...]


def resume_html(report: Report, edition: str, kept_by: str = "", *, read_on: date | None = None, file: str = "") -> str:
    """The report as a document of the family; `kept_by` names the reader of a report that its owner keeps."""
    about = ", ".join(filter(None, (file, locale.day(read_on) if read_on else "")))
    return (
        templates()
        .get_template("pdf/resume.html")
        .render(
            imprint=Imprint(
                title="Résumé report",
                author=about or "A résumé, line by line",
                subject="Which lines of a résumé tell a result, how strong each is, and what is missing",
                edition=edition,
            ),
            stamp="",
            report=report,
            mend=report.worth_mending(MOST_TO_MEND),
            parts=parts_of(report),
            kept_by=kept_by,
        )
    )


def parts_of(report: Report) -> tuple[Part, ...]:
    """The lines about work role by role; a role or a section with nothing to mark is left out."""
    found: list[Part] = []
    for section, lines in report.work:
        head: list[str] = []
        told: list[ReadLine] = []
        for one in lines:
            if one.line.header and told:
                found.append(Part(section, ", ".join(head), tuple(told)))
                head, told = [], []
            if one.line.header:
                head.append(one.line.text)
            elif at_work(one.line) and (one.reading.is_scored or one.reading.kind == "scope"):
                told.append(one)
        if told:
            found.append(Part(section, ", ".join(head), tuple(told)))
    return tuple(found)
