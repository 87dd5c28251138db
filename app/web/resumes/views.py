"""The pages of the résumé reader. Nothing is kept: what a page needs again travels with its form."""

from __future__ import annotations

import csv
import io
import json

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from app.core.achievements.prompts import frames_for
from app.core.achievements.slots import Slots
from app.core.errors import DomainError
from app.core.resumes.as_json import report_json
from app.core.resumes.blind import blinded
from app.core.resumes.pages import BadFileError
from app.core.resumes.plain_text import text_of
from app.core.resumes.report import Report, at_work
from app.core.resumes.table import Row, row_of
from app.core.text import clean
from app.documents.pdf.paper import PageSize
from app.documents.pdf.resume import resume_html
from app.extensions import toolkit
from app.usecases import resumes
from app.web.resumes.forms import MOST_FILES, CorrectedForm, ResumeForm

bp = Blueprint("resumes", __name__, url_prefix="/resumes")

NOTHING_SENT = "Choose a file or paste the text of a résumé."
TOO_MANY = f"Choose up to {MOST_FILES} files at a time."


@bp.app_template_global("frames_for")
def _frames_for(slots: Slots) -> tuple[str, ...]:
    return frames_for(slots)


@bp.after_request
def _keep_nothing(response: Response) -> Response:
    """What a résumé says must not stay in any cache."""
    response.headers["Cache-Control"] = "private, no-store"
    return response


@bp.get("/")
def index() -> ResponseReturnValue:
    return render_template("resumes/index.html", form=ResumeForm())


@bp.post("/")
def read() -> ResponseReturnValue:
    form = ResumeForm()
    files = form.chosen
    if len(files) > MOST_FILES or not (files or form.text.data):
        form.refuse(TOO_MANY if files else NOTHING_SENT, file=True)
        return render_template("resumes/index.html", form=form), 422
    if len(files) > 1:
        rows = [_row(file.filename or "", file.read()) for file in files]
        return render_template("resumes/table.html", rows=rows)
    try:
        pages = (
            resumes.read_file(toolkit().resume_files, files[0].read(), files[0].filename or "")
            if files
            else resumes.read_text(form.text.data)
        )
        report = resumes.analyze(toolkit().resume_lines, pages)
    except BadFileError as error:
        form.refuse(error.message, file=bool(files))
        return render_template("resumes/index.html", form=form), 422
    return _report_page(report, text_of(report), blind=bool(form.blind.data))


@bp.post("/again")
def read_again() -> ResponseReturnValue:
    """Read what a person has corrected, and show how the score moved."""
    form = CorrectedForm()
    report = _corrected(form)
    before = _read_rows(form.first.data) if form.first.data else None
    return _report_page(report, form.first.data or text_of(report), before=before, blind=bool(form.blind.data))


@bp.post("/line")
def try_line() -> ResponseReturnValue:
    """One line in another wording: its marks, for a page that scripts may refresh in place."""
    text = " ".join((CorrectedForm().text.data or "").split())
    if not text:
        return render_template("resumes/_nothing.html"), 422
    return render_template("resumes/_line.html", reading=toolkit().resume_lines.read(text))


@bp.post("/match")
def match() -> ResponseReturnValue:
    """The résumé against a pasted posting: the line that shows each skill, or none."""
    form = CorrectedForm()
    report = _corrected(form)
    if not form.posting.data:
        return _report_page(
            report, form.first.data or text_of(report), problem="Paste the text of a posting first."
        ), 422
    found = resumes.match(report, form.posting.data)
    return render_template("resumes/match.html", match=found, text=text_of(report))


@bp.post("/files/<kind>")
def download(kind: str) -> ResponseReturnValue:
    form = CorrectedForm()
    report = _corrected(form)
    shown = blinded(report) if form.blind.data else report
    if kind == "json":
        content = json.dumps(report_json(shown), ensure_ascii=False, indent=2) + "\n"
        return _file(content, "application/json", "resume-report.json")
    if kind == "pdf":
        return _file(
            toolkit().pdf.document(resume_html(shown, toolkit().framework.edition.id), PageSize.A4),
            "application/pdf",
            "resume-report.pdf",
        )
    raise DomainError(
        f"There is no file of the kind {clean(kind).text!r}; there are pdf and json.", code="unknown_format"
    )


@bp.post("/table.csv")
def table() -> ResponseReturnValue:
    """The comparison of several files as CSV that no spreadsheet takes for formulas."""
    form = ResumeForm()
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(Row.names())
    for file in form.chosen[:MOST_FILES]:
        writer.writerow([_safe(cell) for cell in _row(file.filename or "", file.read()).cells()])
    return _file(out.getvalue(), "text/csv", "resumes.csv")


def _safe(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _row(name: str, content: bytes) -> Row:
    try:
        pages = resumes.read_file(toolkit().resume_files, content, name)
        return row_of(name, resumes.analyze(toolkit().resume_lines, pages))
    except BadFileError as error:
        return Row(name, problem=error.message)


def _corrected(form: CorrectedForm) -> Report:
    if not form.text.data:
        raise DomainError(NOTHING_SENT, field="text", code="no_text")
    return _read_rows(form.text.data)


def _read_rows(text: str) -> Report:
    return resumes.analyze(toolkit().resume_lines, resumes.read_corrected(text))


def _report_page(
    report: Report, first: str, *, before: Report | None = None, blind: bool = False, problem: str | None = None
) -> str:
    return render_template(
        "resumes/report.html",
        report=blinded(report) if blind else report,
        before=before,
        text=text_of(report),
        first=first,
        blind=blind,
        problem=problem,
        at_work=at_work,
    )


def _file(content: str | bytes, mimetype: str, name: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
