"""The worked cases of `tests/examples/`: what is found in a posting, and what is left alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.core.wording.review import review
from tests.postings import Pasted, Reader

EXAMPLES = Path(__file__).parents[1] / "examples"


def _cases(name: str) -> list[Any]:
    cases = yaml.safe_load((EXAMPLES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in cases]


@pytest.mark.parametrize("case", _cases("wording.yaml"))
def test_a_fair_reader_would_mark_this_and_leave_that(case: dict[str, Any], reader: Reader) -> None:
    pasted = reader(case["text"])

    wording = review(pasted.reading, reader.rules, pasted.facts)

    spoke = {finding.rule for finding in (*wording.findings, *wording.kept_back)}
    assert set(case.get("found", [])) <= spoke
    assert not set(case.get("silent", [])) & spoke
    if case.get("nothing"):
        assert spoke == set()


@pytest.mark.parametrize("case", _cases("extraction.yaml"))
def test_the_facts_are_found_and_the_traps_are_not(case: dict[str, Any], reader: Reader) -> None:
    pasted = reader(case["text"])

    for fact in case.keys() - {"name", "text"}:
        assert _FACTS[fact](pasted) == case[fact], fact


def _pay(pasted: Pasted) -> list[list[Any]]:
    return [
        [None if end is None else float(end) for end in (pay.min, pay.max)] + [pay.currency, pay.period]
        for pay in pasted.facts.pay
    ]


def _day(pasted: Pasted) -> date | None:
    return pasted.facts.deadline.day if pasted.facts.deadline else None


def _role(pasted: Pasted, what: str) -> str | None:
    title = pasted.facts.title
    return getattr(title.role, what) if title and title.role else None


_FACTS: dict[str, Any] = {
    "pay": _pay,
    "degree": lambda pasted: pasted.facts.degree.degree.value,
    "years_most": lambda pasted: pasted.facts.years_most,
    "years_least": lambda pasted: pasted.facts.years_least,
    "mode": lambda pasted: pasted.facts.mode.mode if pasted.facts.mode else None,
    "places": lambda pasted: [place.code for place in pasted.facts.places],
    "deadline": _day,
    "title": lambda pasted: pasted.facts.title.title if pasted.facts.title else None,
    "track": lambda pasted: _role(pasted, "track"),
    "level": lambda pasted: _role(pasted, "level"),
    "skills": lambda pasted: [skill.skill for skill in pasted.facts.skills],
}
