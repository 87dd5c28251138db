"""Answers are checked before they are believed, and a wrong one is named by its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.core.assessments.answers import EvidenceStatus
from app.core.errors import DomainError
from tests.assessment_builders import SKILLS, answers, written


def test_answers_are_read_as_they_are_written() -> None:
    read = answers(
        {
            "track": "project",
            "target": "L4",
            "picks": {"planning": 4, "vendor": "NA"},
            "evidence": {"planning": {"status": "linked", "when": "2026-03", "link": "https://example.org/plan"}},
            "scope": {"teams": 3},
            "coach": {"planning": 3, "risk": "NA"},
        }
    )

    assert read.rated == {"planning": 4}
    assert read.picks["vendor"] is None
    assert read.evidence_for("planning").status is EvidenceStatus.LINKED
    assert read.evidence_for("planning").when == date(2026, 3, 1)
    assert read.evidence_for("risk").status is EvidenceStatus.NONE
    assert read.coach_rated == {"planning": 3}


@pytest.mark.parametrize(
    ("change", "field", "words"),
    [
        ({"track": "delivery"}, "track", "project, program"),
        ({"track": None}, "track", "project, program"),
        ({"track": "program", "target": "L2"}, "target", "it has L3, L4, L5, L6"),
        ({"target": "L9"}, "target", "no level L9"),
        ({"picks": {"planning": 7}}, "picks.planning", "0 (not yet) to 6"),
        ({"picks": {"planning": 3.5}}, "picks.planning", "0 (not yet) to 6"),
        ({"picks": {"planning": True}}, "picks.planning", "0 (not yet) to 6"),
        ({"picks": {"planning": "NA"}}, "picks.planning", "part of every TPM role"),
        ({"picks": {"juggling": 3}}, "picks.juggling", "no skill 'juggling'"),
        ({"picks": {"vendor": "NA", "remote": "NA"}}, "picks", "nothing to estimate"),
        ({"picks": [1, 2]}, "picks", "object"),
        ({"scope": {"teams": 0}}, "scope.teams", "from 1 to 6"),
        ({"scope": {"teams": "2-3"}}, "scope.teams", "from 1 to 6"),
        ({"scope": {"charm": 2}}, "scope.charm", "no scope fact 'charm'"),
        ({"evidence": {"planning": {"status": "sure"}}}, "evidence.planning.status", "confirmed_by_other"),
        ({"evidence": {"planning": {"link": "javascript:alert(1)"}}}, "evidence.planning.link", "https://"),
        ({"evidence": {"planning": {"link": "https://exa mple.org"}}}, "evidence.planning.link", "no spaces"),
        ({"evidence": {"planning": {"link": "http://[bad"}}}, "evidence.planning.link", "https://"),
        ({"evidence": {"planning": {"when": "March"}}}, "evidence.planning.when", "2026-03"),
        ({"evidence": {"planning": {"when": "2026-13"}}}, "evidence.planning.when", "2026-03"),
        ({"evidence": {"planning": {"when": "2027-01"}}}, "evidence.planning.when", "has not come yet"),
        ({"evidence": {"planning": {"text": "x" * 1001}}}, "evidence.planning.text", "under 1000"),
        ({"evidence": {"planning": {"proof": "x"}}}, "evidence.planning.proof", "known are"),
        ({"coach": {"planning": -1}}, "coach.planning", "0 (not yet) to 6"),
        ({"vignettes": {"planning": 9}}, "vignettes.planning", "0 (not yet) to 6"),
        ({"seconds": -4}, "seconds", "whole number"),
        ({"years": 12}, "years", "no answer called 'years'"),
    ],
)
def test_a_wrong_answer_is_named_by_its_place(change: dict[str, Any], field: str, words: str) -> None:
    with pytest.raises(DomainError, match=r"\S") as refused:
        answers(written() | change)

    assert refused.value.field == field
    assert words in refused.value.message


def test_answers_must_be_an_object() -> None:
    with pytest.raises(DomainError, match="object"):
        answers({"track": "project", "target": "L4", "picks": "all fine"})


def test_a_half_filled_questionnaire_is_welcome() -> None:
    read = answers({"track": "program", "picks": {"planning": 0}})

    assert read.target is None
    assert read.rated == {"planning": 0}
    assert len(SKILLS) == 14
