"""A kept look-up is years later what it was on its day: band, support, sources and all."""

from __future__ import annotations

import json

import pytest

from app.config import Settings
from app.core import titles
from app.core.salaries.ageing import Month
from app.core.salaries.kept import band_from_kept, band_to_kept
from app.core.salaries.lookup import band_for
from app.core.salaries.query import Query
from app.usecases.toolkit import Toolkit

TITLE = "Sr Technical Program Manager"
QUERIES = (
    Query("technical_program_manager", "L4", "US-CA", Month(2023, 11), offer=175_000),
    Query("it_project_manager", "L3", "SG", Month(2026, 11)),
    Query("technical_program_manager", "L4", "US-METRO-42660", Month(2026, 11), currency="EUR", period="HOUR"),
    Query("it_project_manager", "L4", "DE", Month(2026, 11), period="MONTH"),
)


@pytest.fixture(scope="module")
def toolkit(tmp_path_factory: pytest.TempPathFactory) -> Toolkit:
    return Toolkit(Settings(tmp_path_factory.mktemp("kept"), "sqlite://", "s" * 40))


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: f"{query.region}-{query.period}")
def test_a_band_comes_back_from_json_as_it_was(toolkit: Toolkit, query: Query) -> None:
    band = band_for(query, toolkit.salaries)

    again = band_from_kept(json.loads(json.dumps(band_to_kept(band))))

    assert again == band


def test_the_reading_of_a_title_is_kept_with_its_reasons(toolkit: Toolkit) -> None:
    reading = titles.read(TITLE, toolkit.salaries.titles)
    query = Query(reading.family, reading.level, "US-CA", Month(2026, 11), title=reading)
    band = band_for(query, toolkit.salaries)

    assert band_from_kept(json.loads(json.dumps(band_to_kept(band)))).query.title == reading
