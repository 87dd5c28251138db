"""What a job title says about pay family, track and level."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from app.config import DATA, ROOT
from app.core.errors import DomainError
from app.core.titles import TitleMap, normalize, read
from app.reference import titles

CASES: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/examples/titles.yaml").read_text(encoding="utf-8"))
RULES = titles.load(DATA / "salaries" / "title_map.yaml")


@pytest.fixture
def rules() -> TitleMap:
    return RULES


@pytest.mark.parametrize("case", [case for case in CASES if "refused" not in case], ids=lambda case: case["title"])
def test_a_title_is_read_as_a_tpm_would_read_it(case: dict[str, Any], rules: TitleMap) -> None:
    reading = read(case["title"], rules)

    assert (reading.family, reading.level) == (case["family"], case["level"])
    assert case.get("sure") in (None, reading.sure)


@pytest.mark.parametrize("case", [case for case in CASES if "refused" in case], ids=lambda case: case["title"])
def test_a_title_of_another_trade_is_refused(case: dict[str, Any], rules: TitleMap) -> None:
    with pytest.raises(DomainError, match="does not read as a project or program role") as refusal:
        read(case["title"], rules)

    assert refusal.value.code == "unknown_title"


def test_the_reading_quotes_the_words_that_it_went_by(rules: TitleMap) -> None:
    reading = read("Sr. Technical Program Manager", rules)

    assert "“technical”" in reading.why
    assert "“senior”" in reading.why


def test_a_reading_is_as_sure_as_its_weaker_half(rules: TitleMap) -> None:
    assert read("Senior Technical Program Manager", rules).sure == "high"
    assert read("Technical Program Manager IV", rules).sure == "low"
    assert read("Senior Program Manager", rules).sure == "low"


def test_spelling_and_case_do_not_matter(rules: TitleMap) -> None:
    readings = [read(title, rules) for title in ("Sr. Technical  Program-Manager", "SR TECHNICAL PROGRAM MANAGER")]

    assert readings[0].normalized == readings[1].normalized == "senior technical program manager"


def test_an_empty_title_is_asked_for(rules: TitleMap) -> None:
    with pytest.raises(DomainError, match="Write a job title"):
        read(" - ", rules)


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused_politely(title: str) -> None:
    try:
        reading = read(title, RULES)
    except DomainError:
        return
    assert reading.level in {"L1", "L2", "L3", "L4", "L5", "L6"}


def test_normalizing_twice_changes_nothing() -> None:
    once = normalize("Project Manager – US (IT) / 3")

    assert once == "project manager us it 3"
    assert normalize(once) == once
