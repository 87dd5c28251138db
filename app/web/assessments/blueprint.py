"""Where the pages of the self-assessment hang, and what all of them share."""

from __future__ import annotations

from flask import Blueprint, Response
from flask import session as browser

from app.core.assessments.scoring import Scoring
from app.core.framework import Framework
from app.extensions import session, toolkit
from app.usecases import assessments
from app.usecases.assessments import SavedAssessment

bp = Blueprint("assessments", __name__, url_prefix="/assessments")

MADE_HERE = "assessments"  # the addresses of what this browser made, in its signed cookie
MOST_REMEMBERED = 20


@bp.after_request
def _keep_out_of_search(response: Response) -> Response:
    """The address is the key, so no search engine may list it and no shared cache may keep it."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers.setdefault("Cache-Control", "private, no-store")
    return response


def remember(slug: str) -> None:
    browser.permanent = True
    browser[MADE_HERE] = [*browser.get(MADE_HERE, []), slug][-MOST_REMEMBERED:]


def forget(slug: str) -> None:
    browser[MADE_HERE] = [one for one in browser.get(MADE_HERE, []) if one != slug]


def made_here() -> list[SavedAssessment]:
    slugs = list(browser.get(MADE_HERE, []))
    return assessments.known(session(), slugs) if slugs else []


def opened(slug: str) -> tuple[SavedAssessment, Framework, Scoring]:
    """A saved assessment with the edition it was made with."""
    saved = assessments.find(session(), slug)
    framework, scoring = assessments.rules_of(toolkit(), saved)
    return saved, framework, scoring
