"""Several places read well in one sentence, and each country is named once."""

from __future__ import annotations

import pytest

from app.core.place_words import all_of, any_of, narrowest
from app.core.places import Place
from tests.builders import SOME_PLACES

SEATTLE, SPOKANE, ATLANTA = Place("US-WA", "Seattle"), Place("US-WA", "Spokane"), Place("US-GA", "Atlanta")
WASHINGTON, CALIFORNIA, NEW_YORK = Place("US-WA"), Place("US-CA"), Place("US-NY")
LONDON, LEEDS, SINGAPORE = Place("GB", "London"), Place("GB", "Leeds"), Place("SG", "Singapore")
UNITED_STATES, BRITAIN = Place("US"), Place("GB")


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ([SEATTLE], "in Seattle, Washington"),
        ([SEATTLE, SPOKANE], "in Seattle or Spokane, Washington"),
        ([SEATTLE, LONDON], "in Seattle, Washington, or in London, United Kingdom"),
        ([SEATTLE, ATLANTA, LONDON], "in Seattle, Washington; in Atlanta, Georgia; or in London, United Kingdom"),
        ([BRITAIN], "in the United Kingdom"),
        ([UNITED_STATES, BRITAIN], "in the United States or the United Kingdom"),
        ([WASHINGTON, CALIFORNIA, NEW_YORK], "in Washington, California or New York, United States"),
        ([SEATTLE, BRITAIN], "in Seattle, Washington, or in the United Kingdom"),
        ([SINGAPORE], "in Singapore"),
    ],
)
def test_one_of_several_places_is_said_with_or(named: list[Place], words: str) -> None:
    assert any_of(named, SOME_PLACES) == words


@pytest.mark.parametrize(
    ("named", "words"),
    [
        ([SEATTLE], "Seattle, Washington, United States"),
        ([SEATTLE, SPOKANE], "Seattle and Spokane, Washington, United States"),
        ([SEATTLE, ATLANTA, LONDON], "Seattle, Washington; Atlanta, Georgia (United States); London, United Kingdom"),
        ([LONDON, LEEDS], "London and Leeds, United Kingdom"),
        ([WASHINGTON, CALIFORNIA], "Washington and California, United States"),
        ([SINGAPORE, BRITAIN], "Singapore; United Kingdom"),
    ],
)
def test_all_places_are_said_by_country(named: list[Place], words: str) -> None:
    assert all_of(named, SOME_PLACES) == words


def test_an_office_says_already_which_country_it_is_in() -> None:
    assert narrowest([LONDON, BRITAIN, UNITED_STATES]) == (LONDON, UNITED_STATES)
    assert narrowest([SEATTLE, UNITED_STATES, WASHINGTON]) == (SEATTLE,)
