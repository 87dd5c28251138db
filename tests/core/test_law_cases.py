"""The worked cases of posting law, one test each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from app.config import ROOT
from app.core.law.duties import Law
from app.core.law.records import read_question
from app.core.law.review import review

EXAMPLES = yaml.safe_load((ROOT / "tests" / "examples" / "law.yaml").read_text(encoding="utf-8"))


def posting_of(case: dict[str, Any]) -> dict[str, Any]:
    posting = {key: value for key, value in EXAMPLES["complete"].items() if key not in case.get("lacks", ())}
    posting |= case.get("with", {})
    return {key: str(value) if isinstance(value, date) else value for key, value in posting.items()}


@pytest.mark.parametrize("case", EXAMPLES["cases"], ids=lambda case: case["name"])
def test_a_worked_case(case: dict[str, Any], law: Law, law_codes: frozenset[str]) -> None:
    record = {
        "posting_date": str(case["posted"]),
        "employer": case.get("employer"),
        "work": case["work"],
        "posting": posting_of(case),
    }
    asked = read_question(record, law_codes, date(2026, 11, 22))

    found = review(asked.posting, asked.employer, asked.places, asked.on, law)

    assert sorted(f"{one.code} {one.kind.value} {one.value}" for one in found) == sorted(case["finds"])


def test_no_two_cases_have_one_name() -> None:
    names = [case["name"] for case in EXAMPLES["cases"]]

    assert len(names) == len(set(names)) >= 60
