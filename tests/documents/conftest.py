"""An interview kit with all that can be in one: a reworded must-have, and an own one that is off limits."""

from __future__ import annotations

import pytest

from app.config import DATA
from app.core.framework import Framework
from app.core.interviews import InterviewKit, Topic, kit_for
from app.core.postings.compose import compose
from app.core.postings.posting import Posting, add_item, edit_item
from app.reference import interviews, sources
from tests.builders import SOME_PLACES, a_brief


@pytest.fixture(scope="session")
def topics() -> tuple[Topic, ...]:
    return interviews.load(DATA / "interviews" / "topics.yaml", sources.load(DATA / "sources"))


@pytest.fixture(scope="session")
def worked_on(framework: Framework) -> Posting:
    composed = compose(a_brief(), framework, SOME_PLACES)
    own = add_item(composed, "must", "You are under 35 and speak “Portuguese” <b>well</b> & often.")
    return edit_item(own, "must.risk", "You have run a pre-mortem.")


@pytest.fixture(scope="session")
def kit(worked_on: Posting, framework: Framework, topics: tuple[Topic, ...]) -> InterviewKit:
    return kit_for(worked_on, framework, topics)
