"""Several résumés beside one another: a table, and the same table as CSV and PDF. The page carries its results."""

from __future__ import annotations

from flask import current_app, render_template, request
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeSerializer

from app.core.errors import DomainError
from app.core.resumes.pages import BadFileError
from app.core.resumes.plain_text import text_of
from app.core.resumes.table import Row, row_of
from app.core.text import clean
from app.documents.pdf.paper import PageSize
from app.documents.pdf.resume_table import table_html
from app.documents.resume_csv import to_csv
from app.extensions import toolkit
from app.usecases import resumes
from app.web.files import as_file
from app.web.limits import limited
from app.web.resumes.blueprint import bp

MOST_LETTERS = 1_000_000  # of all readings together, so that the form stays within its limit
NOT_OURS = "This table is not as we made it. Choose the files again."

Sent = tuple[str, bytes]


def table_page(files: list[Sent], *, blind: bool) -> str:
    """Read every file; one that cannot be read says why in its row and stops none of the others."""
    read = [_read(file, f"Résumé {place}" if blind else "") for place, file in enumerate(files, 1)]
    rows = tuple(row for row, _ in read)
    texts = [text for _, text in read]
    fits = sum(map(len, texts)) <= MOST_LETTERS
    return render_template(
        "resumes/table.html",
        rows=rows,
        signed=_signer().dumps([row.as_plain() for row in rows]),
        texts=texts if fits else [],
        blind=blind,
    )


def _read(file: Sent, alias: str) -> tuple[Row, str]:
    """A row and our reading; an alias stands for the file's name, which often is a person's."""
    name, content = file
    shown_as = alias or " ".join(clean(name).text.split())
    try:
        pages = resumes.read_file(toolkit().resume_files, content, name)
        report = resumes.analyze(toolkit().resume_lines, pages)
    except BadFileError as error:
        return Row(shown_as, problem=error.message), ""
    return row_of(shown_as, report), text_of(report)


@bp.post("/table/<kind>")
@limited("export")
def table_file(kind: str) -> ResponseReturnValue:
    """The table as a file, from the results that the page carried."""
    rows = _rows()
    if kind == "csv":
        return as_file(to_csv(rows), "text/csv", "resumes.csv")
    if kind == "pdf":
        html = table_html(rows, toolkit().framework.edition.id)
        return as_file(toolkit().pdf.document(html, PageSize.A4), "application/pdf", "resumes.pdf")
    raise DomainError(
        f"There is no file of the kind {clean(kind).text!r}; there are csv and pdf.", code="unknown_format"
    )


def _rows() -> tuple[Row, ...]:
    try:
        return tuple(Row(**row) for row in _signer().loads(request.form.get("rows", "")))
    except BadSignature as error:
        raise DomainError(NOT_OURS, field="rows") from error


def _signer() -> URLSafeSerializer:
    """Signed, so that a PDF of ours shows no figures but ours."""
    return URLSafeSerializer(str(current_app.secret_key), salt="resume-table")
