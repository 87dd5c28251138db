"""The privacy page, the export of everything, and the deletion of everything."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask import session as browser
from flask.typing import ResponseReturnValue

from app.extensions import now, session, toolkit
from app.usecases import export, privacy
from app.web.accounts.guard import slow_guessing
from app.web.files import as_file
from app.web.limits import limited
from app.web.privacy import oneself
from app.web.private import keep_private
from app.web.work.promises import kept_for

bp = Blueprint("privacy", __name__, url_prefix="/privacy")
keep_private(bp)

GONE = "Everything is deleted. Nothing of it is left here."


@bp.get("/")
def show() -> ResponseReturnValue:
    held = [(one, one.until.format(days=kept_for())) for one in privacy.HELD]
    settings = toolkit().settings
    return render_template(
        "privacy/show.html",
        held=held,
        goes=privacy.what_goes(session()),
        on_sqlite=settings.database_url.startswith("sqlite"),
    )


@bp.post("/export")
@limited("export")
def take_away() -> ResponseReturnValue:
    """The ZIP is written while it is sent, so that it needs no more memory when there is much."""
    oneself.note("exported")
    session().commit()
    pieces = export.export(session(), toolkit(), now())
    return as_file(pieces, "application/zip", f"tpm-toolkit-{now():%Y-%m-%d}.zip")


@bp.get("/delete")
def ask_delete() -> ResponseReturnValue:
    return _delete_page()


@bp.post("/delete")
@slow_guessing("delete everything")
def delete() -> ResponseReturnValue:
    if request.form.get("sure") != "y":
        return _delete_page(field="sure", error="Tick the box if you want all of this deleted."), 422
    wrong = oneself.problem()
    if wrong:
        return _delete_page(field="password", error=wrong), 422
    privacy.delete_everything(session(), toolkit().settings, now())
    oneself.leave()
    browser.clear()
    flash(GONE, "good")
    return redirect(url_for(".show"), code=303)


def _delete_page(field: str = "", error: str = "") -> str:
    return render_template("privacy/delete.html", goes=privacy.what_goes(session()), field=field, error=error)
