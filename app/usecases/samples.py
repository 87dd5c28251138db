"""Made-up examples from `data/examples/`, so that each tool can be looked at before anything is typed."""

from __future__ import annotations

import json
from datetime import date

from app.config import DATA
from app.core.postings.posting import Posting
from app.usecases import assessments, postings
from app.usecases.showing import ShownAssessment
from app.usecases.toolkit import Toolkit

EXAMPLES = DATA / "examples"


def posting(toolkit: Toolkit) -> Posting:
    """A senior program manager's posting, composed from its brief."""
    return postings.from_brief_file(toolkit, (EXAMPLES / "senior-program.yaml").read_bytes())


def careless_posting() -> str:
    """A posting with many of the faults that reviews find."""
    return (EXAMPLES / "careless-posting.txt").read_text(encoding="utf-8")


def assessment(toolkit: Toolkit, today: date) -> ShownAssessment:
    """The result of somebody who is nearly a senior project manager, as a reader sees it."""
    written = json.loads((EXAMPLES / "answers.json").read_text(encoding="utf-8"))
    result = assessments.scored(toolkit, written, today)
    return ShownAssessment(result, toolkit.framework, toolkit.scoring)


def resume() -> str:
    """The résumé of a made-up project manager: strong lines, duties, and a vague one."""
    return (EXAMPLES / "resume.txt").read_text(encoding="utf-8")
