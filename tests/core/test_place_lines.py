"""The worked lines of `tests/examples/places.yaml`, read with the cities that we really know."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.config import DATA
from app.core.errors import DomainError
from app.core.place_lines import read_line
from app.core.places import Place, Places
from app.reference import places as names
from app.reference import posting_words, sources

EXAMPLES = Path(__file__).parents[1] / "examples" / "places.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(EXAMPLES.read_text(encoding="utf-8"))
UNDERSTOOD = [case for case in CASES if "places" in case]
ASKED = [case for case in CASES if "asks" in case]


@pytest.fixture(scope="module")
def places() -> Places:
    known = names.load()
    cities = posting_words.load_cities(DATA / "postings" / "cities.yaml", known.names, sources.load(DATA / "sources"))
    return replace(known, cities=cities)


def a_place(written: str) -> Place:
    code, _, city = written.partition(" ")
    return Place(code, city)


@pytest.mark.parametrize("case", UNDERSTOOD, ids=lambda case: case["typed"])
def test_a_line_is_understood(case: dict[str, Any], places: Places) -> None:
    line = read_line(case["typed"], places)

    assert line.places == tuple(map(a_place, case["places"]))
    assert sorted(line.modes) == case.get("says", [])


@pytest.mark.parametrize("case", ASKED, ids=lambda case: case["typed"])
def test_a_line_is_asked_about(case: dict[str, Any], places: Places) -> None:
    with pytest.raises(DomainError) as question:
        read_line(case["typed"], places)

    assert case["asks"] in question.value.message


def test_a_line_that_names_an_office_beside_remote_is_not_remote_alone(places: Places) -> None:
    assert read_line("Remote (US)", places).is_remote_only
    assert not read_line("Denver or remote", places).is_remote_only


def test_every_known_city_and_each_candidate_for_a_shared_name_is_read_as_itself(places: Places) -> None:
    for name, code in places.cities.codes.items():
        assert places.read(name).code == code, name
    for candidates in places.cities.shared.values():
        for place in candidates:
            written = f"{place.city}, {place.code}" if place.city else place.code
            assert places.read(written).code == place.code, written


def test_every_country_and_state_is_read_from_its_name(places: Places) -> None:
    """As a form shows a saved place: a country by its name, a state by its code."""
    for code, name in places.names.items():
        if name != "Georgia":
            assert places.read(code if "-" in code else name).code == code, name
