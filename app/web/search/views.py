"""The page of results; a question is an address, so that it can be shared and gone back to."""

from __future__ import annotations

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue

from app.core.english import day_in_words
from app.core.search.index import Entry, Group, search
from app.core.search.pay_question import pay_question
from app.core.targets import Kind, Target
from app.extensions import session, toolkit
from app.usecases import work
from app.web.destinations import USUAL_FAMILY, USUAL_LEVEL
from app.web.private import keep_private
from app.web.work.views import KINDS, address

bp = Blueprint("search", __name__)
keep_private(bp)


@bp.get("/search")
def results() -> ResponseReturnValue:
    """What ?q= finds; with ?in= all of one group."""
    question = request.args.get("q", "")
    only = next((group for group in Group if group.name.lower() == request.args.get("in", "")), None)
    found = search(question, toolkit().search_index, _own_work(), only=only)
    return render_template(
        "search/results.html",
        found=found,
        only=only,
        answer=None if only else pay_question(found.question, toolkit().salaries),
        usual_family=USUAL_FAMILY,
        usual_level=USUAL_LEVEL,
    )


def _own_work() -> list[Entry]:
    """What the visitor saved and can open; it is asked anew for each question and kept nowhere."""
    return [
        Entry(
            Group.OWN,
            one.title,
            f"{one.about + '; ' if one.about else ''}{KINDS[one.kind][0]}, changed {day_in_words(one.changed_at)}",
            Target(Kind.OWN, address(one)),
        )
        for one in work.listed(session())
    ]
