"""Answers are checked before they are believed, and a wrong one is named by its place."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.core.assessments.answers import BadAnswer, Evidence, EvidenceStatus, read_link, read_month
from app.core.errors import DomainError
from tests.assessment_builders import SKILLS, TODAY, answers, written


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


@pytest.mark.parametrize(
    "written",
    ["2026-03", "2026/3", "03/2026", "3.2026", "March 2026", "march 2026", "Mar 2026", "Mar. 2026", " 2026-03 "],
)
def test_a_month_is_read_as_people_write_it(written: str) -> None:
    assert read_month(written, "when", TODAY) == date(2026, 3, 1)


@pytest.mark.parametrize("written", ["soon", "13/2026", "Ma 2026", "Smarch 2026", "2026", "3/26", "Ju 2026"])
def test_what_is_no_month_is_said_to_be_none(written: str) -> None:
    with pytest.raises(BadAnswer, match="Write the month like March 2026 or 2026-03"):
        read_month(written, "when", TODAY)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("www.example.org/plan?a=1", "https://www.example.org/plan?a=1"),
        ("example.org", "https://example.org"),
        ("wiki.example.org:8080/x", "https://wiki.example.org:8080/x"),
        ("http://example.org", "http://example.org"),
    ],
)
def test_a_link_without_its_beginning_gets_one(written: str, read: str) -> None:
    assert read_link(written, "link") == read


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "a.b:alert(1)", "data:text/html,x", "the plan", "plan.md draft"]
)
def test_what_is_no_web_address_is_refused(written: str) -> None:
    with pytest.raises(BadAnswer):
        read_link(written, "link")


@pytest.mark.parametrize(
    ("text", "link", "confirmed", "status"),
    [
        ("", "", False, EvidenceStatus.NONE),
        ("The plan", "", False, EvidenceStatus.DESCRIBED),
        ("The plan", "https://example.org", False, EvidenceStatus.LINKED),
        ("The plan", "https://example.org", True, EvidenceStatus.CONFIRMED),
    ],
)
def test_what_is_there_decides_how_far_it_can_be_checked(
    text: str, link: str, confirmed: bool, status: EvidenceStatus
) -> None:
    found = Evidence.of(text, link, TODAY, is_confirmed=confirmed)

    assert found is not None
    assert (found.status, found.when) == (status, TODAY)


def test_nothing_to_show_is_no_evidence() -> None:
    assert Evidence.of("", "", None, is_confirmed=False) is None
