"""What a posting has been: every version can be looked at, compared with what stands now, and brought back."""

from __future__ import annotations

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from app.core.law.words import in_words
from app.core.postings import changes
from app.extensions import now, session, today, toolkit
from app.usecases import head_counts, organizations, postings, saved_review
from app.usecases.postings import Conflict
from app.web.findings import title_of
from app.web.postings.blueprint import bp, seen_version
from app.web.trail_words import SAID


@bp.get("/<slug>/versions")
def versions(slug: str) -> ResponseReturnValue:
    saved = postings.find(session(), slug)
    kept = postings.versions(session(), slug)
    told = [
        (one, changes.between(earlier.posting, one.posting) if earlier else ())
        for one, earlier in zip(kept, (*kept[1:], None), strict=True)
    ]
    return render_template(
        "postings/versions.html",
        saved=saved,
        versions=told,
        events=saved_review.trail_of(session(), slug),
        said=SAID,
        team=organizations.keeping(session(), saved.workspace),
    )


@bp.get("/<slug>/versions/<int:number>")
def version(slug: str, number: int) -> ResponseReturnValue:
    saved = postings.find(session(), slug)
    old = postings.version(session(), slug, number)
    since = changes.by_heading(changes.between(old.posting, saved.posting))
    return render_template(
        "postings/version.html",
        saved=saved,
        old=old,
        posting=old.posting,
        sections=since,
        law_since=saved_review.changed_since(
            toolkit(), old.posting, head_counts.of(session(), saved).employer, old.made_at.date(), today()
        ),
        law=toolkit().law,
        in_words=in_words,
        title_of=title_of,
    )


@bp.post("/<slug>/versions/<int:number>/restore")
def restore(slug: str, number: int) -> ResponseReturnValue:
    """Bring an old version back, as a new one: what stands now stays in the history."""
    old = postings.version(session(), slug, number)
    try:
        postings.change(session(), slug, seen_version(), lambda _: old.posting, now())
    except Conflict:
        flash("This posting was changed in another window meanwhile. Look at it before you restore.", "warn")
        return redirect(url_for(".version", slug=slug, number=number), code=303)
    flash(f"Version {number} stands again. What stood before is kept among the versions.", "good")
    return redirect(url_for(".show", slug=slug), code=303)
