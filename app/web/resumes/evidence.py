"""A line of the résumé becomes evidence in a self-assessment; the page stays as it was."""

from __future__ import annotations

from flask import request
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.resumes.report import ReadLine, Report
from app.core.resumes.track import track_of
from app.extensions import toolkit
from app.usecases import resumes
from app.web.assessments import handover
from app.web.limits import limited
from app.web.resumes.blueprint import bp
from app.web.resumes.carried import carried_back
from app.web.resumes.forms import CarriedForm
from app.web.resumes.report_page import Note, report_page, shown

CHOSEN = "chosen"  # the skill stands in the list beside the button


@bp.post("/evidence")
@limited("upload")
def use_as_evidence() -> ResponseReturnValue:
    """The pressed button names a line and a skill, such as "12:risk". Only that line is kept."""
    form = CarriedForm()
    carried = carried_back(form)
    report = shown(carried.text)
    number, _, skill = request.form.get("evidence", "").partition(":")
    if skill == CHOSEN:
        skill = request.form.get(f"skill-{number}", "")
    line = _line(report, number, skill)
    try:
        handed = handover.hand_over(form.assessment.data or "", skill, line.line.text, track_of(report))
    except DomainError as error:
        note = Note(line.line.number, problem=error.message)
        return report_page(report, carried, note=note, chosen=form.assessment.data or ""), 422
    return report_page(report, carried, note=Note(line.line.number, handed), chosen=handed.slug)


def _line(report: Report, number: str, skill: str) -> ReadLine:
    """Raises `DomainError` for a button that the page does not have."""
    offered = resumes.skills_shown(report)
    for one in report.lines:
        if str(one.line.number) == number:
            known = skill in {any_skill.id for any_skill in toolkit().framework.skills}
            if skill in offered.get(one.line.number, ()) or (known and resumes.is_strong(one)):
                return one
    raise DomainError("This line shows no such skill. Go back and choose one that stands beside it.", field="evidence")
