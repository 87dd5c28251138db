"""The report's page: every state of it is drawn here."""

from __future__ import annotations

from dataclasses import dataclass

from flask import render_template

from app.core.errors import DomainError
from app.core.resumes.blind import blinded
from app.core.resumes.moves import moves
from app.core.resumes.plain_text import text_of
from app.core.resumes.report import POOR_READING, Report, at_work
from app.extensions import toolkit
from app.usecases import resumes
from app.web.assessments import handover
from app.web.assessments.handover import Handed
from app.web.resumes.carried import Carried

NOTHING_LEFT = "There is no text left to read."


@dataclass(frozen=True)
class Note:
    """What became of a line that was handed over: where it stands now, or why it could not."""

    line: int
    handed: Handed | None = None
    problem: str = ""


def shown(text: str) -> Report:
    """The report on our own reading; raises `BadFileError` for a text that is none."""
    if not text.strip():
        raise DomainError(NOTHING_LEFT, field="text", code="no_text")
    return resumes.analyze(toolkit().resume_lines, resumes.read_corrected(text))


def report_page(
    report: Report, carried: Carried, *, note: Note | None = None, chosen: str = "", posting_problem: str = ""
) -> str:
    before = _first_reading(report, carried)
    changed = moves(before, report) if before else ()
    return render_template(
        "resumes/report.html",
        report=blinded(report) if carried.blind else report,
        before=before,
        moves=changed,
        moved={move.now.line.number: move for move in changed if move.now is not None},
        carried=carried,
        skills={} if carried.blind else resumes.skills_shown(report),
        offered=[] if carried.blind else handover.offered(),
        new=handover.NEW,
        chosen=chosen,
        note=note,
        posting_problem=posting_problem,
        reads_poorly=report.quality < POOR_READING,
        at_work=at_work,
        is_strong=resumes.is_strong,
        framework=toolkit().framework,
    )


def _first_reading(report: Report, carried: Carried) -> Report | None:
    """The report on the first reading, where it is another one."""
    if not carried.first or carried.first.strip() == carried.text.strip():
        return None
    first = shown(carried.first)
    return first if text_of(first) != text_of(report) else None
