"""Kept résumé reports: kept when the person asks, shown again, read anew after a change, taken away."""

from __future__ import annotations

import json

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.resumes.as_json import report_json
from app.core.resumes.pages import BadFileError
from app.core.resumes.report import at_work
from app.core.text import clean
from app.documents.pdf.paper import PageSize
from app.documents.pdf.resume import resume_html
from app.extensions import now, session, toolkit
from app.usecases import kept
from app.usecases.kept import KeptReport
from app.web.files import as_file
from app.web.limits import limited
from app.web.work.views import bp


@bp.post("/reports")
@limited("upload")
def keep_report() -> ResponseReturnValue:
    one = kept.keep_report(session(), toolkit(), _text(), now())
    flash("The report is kept: the text as it was read, and its marks. You find it in your work.", "good")
    return redirect(url_for(".report", slug=one.kept.slug), code=303)


@bp.get("/reports/<slug>")
def report(slug: str) -> ResponseReturnValue:
    return _page(kept.report(session(), toolkit(), slug))


@bp.post("/reports/<slug>")
@limited("upload")
def change_report(slug: str) -> ResponseReturnValue:
    version = request.form.get("version", 0, type=int)
    try:
        one = kept.change_report(session(), toolkit(), slug, _text(), version=version, now=now())
    except kept.Conflict as conflict:
        page = render_template(
            "work/report_conflict.html", kept=conflict.kept, theirs=conflict.kept.content["text"], mine=_text()
        )
        return page, 409
    except (BadFileError, DomainError) as error:
        if error.code in {"not_found", "not_yours"}:
            raise
        return _page(kept.report(session(), toolkit(), slug), problem=error.message, typed=_text()), 422
    moved = "and the score is the same" if one.score_then == one.report.score else ""
    flash(" ".join(("The changed text is kept", moved)).strip() + ".", "good")
    return redirect(url_for(".report", slug=slug), code=303)


@bp.get("/reports/<slug>/files/<kind>")
@limited("export")
def report_file(slug: str, kind: str) -> ResponseReturnValue:
    one = kept.report(session(), toolkit(), slug)
    if kind == "json":
        about = {"kept_on": one.kept.kept_at.date().isoformat(), "read_by": one.reader, "text": one.text}
        content = json.dumps(about | report_json(one.report), ensure_ascii=False, indent=2) + "\n"
        return as_file(content, "application/json", "resume-report.json")
    if kind == "pdf":
        html = resume_html(
            one.report, toolkit().framework.edition.id, kept_by=one.reader, read_on=one.kept.kept_at.date()
        )
        return as_file(toolkit().pdf.document(html, PageSize.A4), "application/pdf", "resume-report.pdf")
    raise DomainError(f"A report comes as pdf or json, not as {clean(kind).text[:20]!r}.", code="unknown_format")


def _text() -> str:
    return clean(request.form.get("text", "")).text


def _page(one: KeptReport, *, problem: str = "", typed: str | None = None) -> str:
    return render_template(
        "work/report.html",
        kept=one.kept,
        one=one,
        text=one.text if typed is None else typed,
        problem=problem,
        at_work=at_work,
    )
