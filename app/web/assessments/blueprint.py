"""Where the pages of the self-assessment hang, and what all of them share."""

from __future__ import annotations

from flask import Blueprint

from app.core.assessments.scoring import Scoring
from app.core.framework import Framework
from app.extensions import session, toolkit
from app.usecases import assessments
from app.usecases.assessments import SavedAssessment
from app.web.private import keep_private

bp = Blueprint("assessments", __name__, url_prefix="/assessments")
keep_private(bp)


def made_here() -> list[SavedAssessment]:
    """The visitor's own assessments, the newest change first."""
    return assessments.known(session())


def opened(slug: str) -> tuple[SavedAssessment, Framework, Scoring]:
    """A saved assessment with the edition it was made with."""
    saved = assessments.find(session(), slug)
    framework, scoring = assessments.rules_of(toolkit(), saved)
    return saved, framework, scoring
