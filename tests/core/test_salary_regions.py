"""Finding a region by code, by name, and by what is nearly its name."""

from __future__ import annotations

import pytest

from app.core.salaries.regions import Region, Regions, UnknownRegionError, regions

PLACES = regions(
    [
        Region("EU", "European Union", "union"),
        Region("US", "United States", "country"),
        Region("GE", "Georgia", "country"),
        Region("CI", "Côte d'Ivoire", "country"),
        Region("US-GA", "Georgia", "state", "US"),
        Region("US-CA", "California", "state", "US"),
        Region("US-METRO-41940", "San Jose-Sunnyvale-Santa Clara, CA", "area", "US-CA"),
    ],
    {"world": ("EU", "US", "GE", "CI")},
)


@pytest.fixture
def places() -> Regions:
    return PLACES


@pytest.mark.parametrize("asked", ["US-CA", "us-ca", "us_ca", "California", " california "])
def test_a_code_and_a_name_find_the_same_region(asked: str, places: Regions) -> None:
    assert places.find(asked).code == "US-CA"


def test_a_name_that_is_a_country_and_a_state_is_the_country(places: Regions) -> None:
    assert places.find("Georgia").code == "GE"
    assert [region.code for region in places.search("Georgia")] == ["GE", "US-GA"]


def test_a_part_of_a_name_is_offered_but_not_taken(places: Regions) -> None:
    with pytest.raises(UnknownRegionError) as refusal:
        places.find("San Jose")

    assert [region.code for region in refusal.value.nearest] == ["US-METRO-41940"]


def test_a_slip_of_the_pen_is_offered_the_nearest_name(places: Regions) -> None:
    with pytest.raises(UnknownRegionError, match="California"):
        places.find("Califronia")


def test_accents_do_not_matter(places: Regions) -> None:
    assert places.find("cote d ivoire").code == "CI"


def test_an_area_lies_in_its_state_and_a_state_in_its_country(places: Regions) -> None:
    area, state = places.find("US-METRO-41940"), places.find("US-CA")

    assert places.around(area) == ("US-CA", "US")
    assert places.around(state) == ("US",)
    assert area.country == state.country == "US"
