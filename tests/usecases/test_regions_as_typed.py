"""The worked cases of `tests/examples/regions.yaml`, with the regions that we really have."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.config import DATA
from app.core.salaries.regions import Regions, UnknownRegionError
from app.reference import places, posting_words, sources
from app.usecases import salaries

EXAMPLES = Path(__file__).parents[1] / "examples" / "regions.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def regions() -> Regions:
    known, names = sources.load(DATA / "sources"), places.load()
    cities = posting_words.load_cities(DATA / "postings" / "cities.yaml", names.names, known)
    return salaries.load(known, replace(names, cities=cities)).regions


@pytest.mark.parametrize("case", [one for one in CASES if "region" in one], ids=lambda case: case["typed"])
def test_a_region_is_found_as_people_write_it(case: dict[str, Any], regions: Regions) -> None:
    found = regions.read(case["typed"])

    assert found.region.code == case["region"]
    assert found.note == case.get("note", "")
    assert [other.code for other in found.also] == case.get("also", [])


@pytest.mark.parametrize("case", [one for one in CASES if "asks" in one], ids=lambda case: case["typed"])
def test_what_may_be_several_is_asked_about_and_nothing_far_off(case: dict[str, Any], regions: Regions) -> None:
    with pytest.raises(UnknownRegionError) as question:
        regions.read(case["typed"])

    assert [region.code for region in question.value.nearest] == case["asks"]


def test_every_region_is_found_by_its_code_and_by_its_label(regions: Regions) -> None:
    for code, region in regions.by_code.items():
        assert regions.find(code).code == code
        if region.name != "Georgia" and not regions.by_code.get(code.removeprefix("US-"), None):
            assert regions.find(region.label).code == code


def test_every_town_lies_in_the_metro_area_that_the_data_name(regions: Regions) -> None:
    for town in regions.places.cities.metros:
        assert regions.read(town).region.kind == "area", town
