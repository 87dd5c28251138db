"""A posting as a file: taken away in every format, and taken up again from JSON."""

from __future__ import annotations

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from app.core.file_names import file_name
from app.core.postings.plain import BadPosting
from app.core.text import from_json
from app.extensions import now, session, today, toolkit
from app.usecases import postings, saved_review
from app.usecases.documents import Order, format_of
from app.web.files import as_file
from app.web.limits import limited
from app.web.postings.blueprint import bp


@bp.post("/import")
@limited("upload")
def take_up() -> ResponseReturnValue:
    """Take up a posting that was taken away as JSON."""
    file = request.files.get("file")
    content = file.read() if file else b""
    try:
        posting = postings.from_posting_file(toolkit(), from_json(content))
    except ValueError:
        raise BadPosting("This file is not JSON. Choose a posting that was downloaded here as JSON.") from None
    saved = postings.draft(session(), posting, now())
    flash("The posting was taken up. It is a copy of its own.", "good")
    return redirect(url_for(".show", slug=saved.slug), code=303)


@bp.get("/<slug>/files/<kind>")
@limited("export")
def download(slug: str, kind: str) -> ResponseReturnValue:
    saved = postings.find(session(), slug)
    posting, wanted = saved.posting, format_of(kind)
    stamp = saved_review.stamp(saved_review.open_gaps(toolkit(), session(), saved, today()))
    content = wanted.write(Order(posting, toolkit(), today(), toolkit().pdf.document, stamp))
    return as_file(content, wanted.mimetype, wanted.file_name(file_name(posting.title, "posting")))
