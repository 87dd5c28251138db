"""A résumé read, corrected, read again, tried line by line, and held against a posting."""

from __future__ import annotations

from dataclasses import replace

from flask import render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge

from app.core.errors import DomainError
from app.core.resumes.blind import blinded
from app.core.resumes.pages import BadFileError
from app.core.resumes.plain_text import reworded, row_of, text_of
from app.core.resumes.report import Report
from app.core.text import clean
from app.extensions import toolkit
from app.usecases import resumes, samples
from app.web.limits import limited
from app.web.resumes.batch import table_page
from app.web.resumes.blueprint import bp
from app.web.resumes.carried import Carried, carried_back, carried_from, on_show, settled
from app.web.resumes.forms import MOST_FILES, CarriedForm, ResumeForm
from app.web.resumes.report_page import report_page, shown

NOTHING_SENT = "Choose a file or paste the text of a résumé."
TOO_MANY = f"Choose up to {MOST_FILES} files at a time."
TOO_LARGE = "This is more than 10 MB together. Choose fewer files, or save them with smaller pictures."
NO_POSTING = "Paste the text of a posting first."


@bp.get("/")
def index() -> ResponseReturnValue:
    return render_template("resumes/index.html", form=ResumeForm())


@bp.post("/")
@limited("upload")
def read() -> ResponseReturnValue:
    form = ResumeForm()
    files = form.chosen
    blind = bool(form.blind.data)
    if len(files) > MOST_FILES or not (files or form.text.data):
        return _refused(form, TOO_MANY if files else NOTHING_SENT, file=True)
    if len(files) > 1:
        return table_page([(file.filename or "", file.read()) for file in files], blind=blind)
    try:
        report, carried = _read_file(files[0].read(), files[0].filename or "", blind) if files else _read_text(form)
    except BadFileError as error:
        return _refused(form, error.message, file=bool(files))
    return report_page(report, carried)


@bp.get("/sample")
def sample() -> ResponseReturnValue:
    """What a reading shows, on a made-up résumé, for those who want to look before they hand in their own."""
    form = ResumeForm(formdata=None, data={"text": samples.resume()})
    report, carried = _read_text(form)
    return report_page(report, carried)


def _read_file(content: bytes, name: str, blind: bool) -> tuple[Report, Carried]:
    pages = resumes.read_file(toolkit().resume_files, content, name)
    report = resumes.analyze(toolkit().resume_lines, pages)
    return report, carried_from(
        report, resumes.original_of(toolkit().resume_files, content, pages), blind, " ".join(clean(name).text.split())
    )


def _read_text(form: ResumeForm) -> tuple[Report, Carried]:
    pages = resumes.read_text(form.text.data)
    report = resumes.analyze(toolkit().resume_lines, pages)
    return report, carried_from(report, resumes.original_of(toolkit().resume_files, b"", pages), bool(form.blind.data))


def _refused(form: ResumeForm, message: str, *, file: bool) -> ResponseReturnValue:
    form.refuse(message, file=file)
    return render_template("resumes/index.html", form=form), 422


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """Nothing of the request was read, so the form starts empty."""
    form = ResumeForm(formdata=None)
    form.refuse(TOO_LARGE, file=True)
    return render_template("resumes/index.html", form=form), 413


@bp.post("/again")
@limited("upload")
def read_again() -> ResponseReturnValue:
    """Read what a person has corrected, and show how the score moved."""
    carried = carried_back(CarriedForm())
    text = carried.corrected
    try:
        if carried.anew:
            text = settled(carried, shown(carried.text))
        report = shown(text)
    except DomainError as error:
        form = ResumeForm()
        form.text.data = text.strip() or carried.text
        return _refused(form, error.message, file=False)
    return report_page(report, on_show(carried, report))


@bp.post("/line")
@limited("upload")
def try_line() -> ResponseReturnValue:
    """One line in other words: its marks, and where line and résumé would stand, for a page that scripts refresh."""
    form = CarriedForm()
    typed = " ".join((request.form.get("anew") or "").split())
    number = request.form.get("line", 0, type=int)
    before = shown(form.text.data or "")
    old = next((one for one in before.lines if one.line.number == number), None)
    if not typed or old is None:
        return render_template("resumes/_nothing.html"), 422
    after = shown(reworded(text_of(before), {row_of(old.line): row_of(old.line, typed)}))
    return render_template(
        "resumes/_line.html",
        reading=toolkit().resume_lines.read_in_place(replace(old.line, text=typed)),
        old=old,
        before=before,
        after=after,
    )


@bp.post("/match")
@limited("upload")
def match() -> ResponseReturnValue:
    """The résumé against a pasted posting: the line that shows each skill, or none."""
    form = CarriedForm()
    carried = carried_back(form)
    report = shown(carried.text)
    if not form.posting.data:
        return report_page(report, carried, posting_problem=NO_POSTING), 422
    found = resumes.match(blinded(report) if carried.blind else report, form.posting.data)
    return render_template("resumes/match.html", match=found, carried=carried)
