"""A report to take away, as PDF or JSON: made from what the page shows."""

from __future__ import annotations

import json

from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.resumes.as_json import report_json
from app.core.resumes.blind import blinded
from app.core.text import clean
from app.documents.pdf.paper import PageSize
from app.documents.pdf.resume import resume_html
from app.extensions import today, toolkit
from app.web.files import as_file
from app.web.limits import limited
from app.web.resumes.blueprint import bp
from app.web.resumes.carried import carried_back
from app.web.resumes.forms import CarriedForm
from app.web.resumes.report_page import shown


@bp.post("/files/<kind>")
@limited("export")
def download(kind: str) -> ResponseReturnValue:
    carried = carried_back(CarriedForm())
    report = shown(carried.text)
    report = blinded(report) if carried.blind else report
    if kind == "json":
        content = json.dumps(report_json(report), ensure_ascii=False, indent=2) + "\n"
        return as_file(content, "application/json", "resume-report.json")
    if kind == "pdf":
        file = "" if carried.blind else carried.file_name  # a file is often called as its owner
        html = resume_html(report, toolkit().framework.edition.id, read_on=today(), file=file)
        return as_file(toolkit().pdf.document(html, PageSize.A4), "application/pdf", "resume-report.pdf")
    raise DomainError(
        f"There is no file of the kind {clean(kind).text!r}; there are pdf and json.", code="unknown_format"
    )
