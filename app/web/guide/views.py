"""The pages of the role guide, and the whole of it as one PDF."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.errors import DomainError
from app.core.guide.live import Live
from app.core.salaries.query import FAMILIES, FAMILY_NAMES
from app.documents.pdf.paper import PageSize
from app.extensions import today, toolkit
from app.usecases import guide as guides
from app.web.files import as_file
from app.web.limits import limited

bp = Blueprint("guide", __name__, url_prefix="/guide")

PAPERS = {"a4": PageSize.A4, "letter": PageSize.LETTER}
FILE_NAME = "tpm-role-guide"


@bp.get("/")
def index() -> ResponseReturnValue:
    return render_template("guide/index.html", guide=toolkit().guide)


@bp.get("/<chapter_id>")
def chapter(chapter_id: str) -> ResponseReturnValue:
    found = toolkit().guide.chapter(chapter_id)
    live = _live()
    return render_template(
        "guide/chapter.html",
        on_paper=False,
        guide=toolkit().guide,
        chapter=found,
        live=live,
        numbers=found.numbered(live.sources),
        sources=toolkit().sources,
        families=FAMILIES,
        family_names=FAMILY_NAMES,
    )


@bp.get(f"/{FILE_NAME}.pdf")
@limited("export")
def download() -> ResponseReturnValue:
    """The whole guide on A4, or on Letter with ?paper=letter."""
    paper = request.args.get("paper", "a4")
    if paper not in PAPERS:
        what = f"The guide is printed on a4 or letter, not on {paper[:20]!r}."
        raise DomainError(what, code="bad_paper", field="paper")
    return as_file(toolkit().guide_print(today(), PAPERS[paper]), "application/pdf", f"{FILE_NAME}.pdf")


def _live() -> Live:
    return guides.live(today(), toolkit().framework, toolkit().salaries)
