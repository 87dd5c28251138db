"""Where a result is asked for that the answers do not carry yet: what is needed first, with the way there."""

from __future__ import annotations

from flask import render_template, request
from flask.typing import ResponseReturnValue

from app.core.assessments.result import NoTarget
from app.core.assessments.weighing import NotEnoughAnswers
from app.extensions import session
from app.usecases import assessments
from app.web.assessments.blueprint import bp, opened
from app.web.assessments.questions import way_of
from app.web.sharing.owner import bp as sharing

_ROOMS = {"result": "Result", "careers": "Both tracks", "plan": "Plan"}


@bp.errorhandler(NotEnoughAnswers)
@bp.errorhandler(NoTarget)
@sharing.errorhandler(NotEnoughAnswers)
@sharing.errorhandler(NoTarget)
def not_yet(error: NotEnoughAnswers | NoTarget) -> ResponseReturnValue:
    slug = (request.view_args or {})["slug"]
    saved, framework, scoring = opened(slug)
    page = render_template(
        "assessments/not_yet.html",
        saved=saved,
        here=_ROOMS.get((request.endpoint or "").rpartition(".")[2], "No result yet"),
        needs_target=isinstance(error, NoTarget),
        needed=scoring.fewest_picks,
        answered=len(saved.answers.rated),
        next_open=way_of(saved.answers, framework).next_open_skill,
        snapshots=assessments.snapshots(session(), slug),
        has_plan=assessments.kept_plan(session(), saved) is not None,
    )
    return page, 422
