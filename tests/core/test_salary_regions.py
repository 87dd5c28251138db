"""Finding a region by code, by name, and by what is nearly its name."""

from __future__ import annotations

import pytest

from app.core.salaries.regions import Region, Regions, UnclearRegionError, UnknownRegionError, regions

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


def test_a_name_that_is_a_country_and_a_state_is_asked_about(places: Regions) -> None:
    with pytest.raises(UnclearRegionError, match="Which one do you mean") as question:
        places.find("Georgia")

    assert [region.code for region in question.value.nearest] == ["GE", "US-GA"]
    assert [region.code for region in places.search("Georgia")] == ["GE", "US-GA"]


@pytest.mark.parametrize("city", ["San Jose", "sunnyvale", "Santa Clara"])
def test_an_area_is_found_by_each_city_that_it_is_named_for(city: str, places: Regions) -> None:
    assert places.find(city).code == "US-METRO-41940"


def test_a_slip_of_the_pen_is_offered_the_nearest_name(places: Regions) -> None:
    with pytest.raises(UnknownRegionError, match="California"):
        places.find("Califronia")


def test_what_is_far_from_every_name_is_offered_none(places: Regions) -> None:
    with pytest.raises(UnknownRegionError, match="Write a country, a US state") as refusal:
        places.find("Paris")

    assert refusal.value.nearest == ()


def test_accents_do_not_matter(places: Regions) -> None:
    assert places.find("cote d ivoire").code == "CI"


def test_an_area_lies_in_its_state_and_a_state_in_its_country(places: Regions) -> None:
    area, state = places.find("US-METRO-41940"), places.find("US-CA")

    assert places.around(area) == ("US-CA", "US")
    assert places.around(state) == ("US",)
    assert area.country == state.country == "US"
