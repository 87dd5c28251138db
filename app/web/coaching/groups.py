"""The group: which skills it lacks, and how far own and coach's ratings agree, on a page and on paper."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_security import auth_required

from app.core.coaching.cohort import FEWEST_IN_PRINT, for_print
from app.core.text import clean
from app.documents.pdf.coaching import cohort_html
from app.documents.pdf.paper import PageSize
from app.extensions import session, today, toolkit
from app.usecases import coaching_desk
from app.usecases.coaching_desk import Group
from app.web.coaching.blueprint import bp, me
from app.web.files import as_file
from app.web.limits import limited


@bp.get("/group")
@auth_required("session")
def group() -> ResponseReturnValue:
    return render_template("coaching/group.html", group=_group(), framework=toolkit().framework, fewest=FEWEST_IN_PRINT)


@bp.get("/group.pdf")
@auth_required("session")
@limited("export")
def group_pdf() -> ResponseReturnValue:
    """The picture without names, from five people on."""
    found = _group()
    html = cohort_html(for_print(found.picture), toolkit().framework, today())
    return as_file(toolkit().pdf.document(html, PageSize.A4), "application/pdf", "group.pdf")


def _group() -> Group:
    name = clean(request.args.get("name", "")).text[:100]
    return coaching_desk.group(session(), toolkit(), me(), name, today())
