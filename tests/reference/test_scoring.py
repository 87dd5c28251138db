"""The numbers of the assessment are read strictly, and none comes without its reason."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.core.errors import DataError
from app.reference import scoring
from tests.assessment_builders import EDITION, a_framework


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    shutil.copy(EDITION / "scoring.yaml", tmp_path / "scoring.yaml")
    return tmp_path


def _changed(edition: Path, before: str, after: str) -> Path:
    file = edition / "scoring.yaml"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    return edition


def test_the_shipped_scoring_can_be_used(edition: Path) -> None:
    read = scoring.load(edition, a_framework())

    assert "not yet calibrated" in read.status
    assert set(read.fact_spread) == {fact.id for fact in a_framework().scope_facts}


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("skill_spread: {value: 1.0, reason:", "skill_spread: {value: 1.0, why:", "unknown key 'why'"),
        ("skill_spread:", "skill_spraed:", "skill_spraed"),
        ("linked: {noise: 0.85", "linked: {noise: 0", "greater than 0"),
        ("  teams: {", "  crews: {", "crews"),
        ("fewest_picks: {value: 5", "fewest_picks: {value: five", "whole number"),
    ],
)
def test_a_wrong_number_is_named_by_its_key(edition: Path, before: str, after: str, words: str) -> None:
    with pytest.raises(DataError, match=r"scoring\.yaml") as refused:
        scoring.load(_changed(edition, before, after), a_framework())

    assert words in str(refused.value)
